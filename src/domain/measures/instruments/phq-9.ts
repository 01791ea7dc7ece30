import type { Choice, Instrument, Item } from "#domain/measures/instruments/instrument.ts";

const howOften: readonly Choice[] = [
  { value: 0, text: { en: "Not at all", es: "Para nada" } },
  { value: 1, text: { en: "Several days", es: "Varios días" } },
  { value: 2, text: { en: "More than half the days", es: "Más de la mitad de los días" } },
  { value: 3, text: { en: "Nearly every day", es: "Casi todos los días" } },
];

const item = (id: string, loinc: string, en: string, es: string): Item => ({
  id,
  loinc,
  text: { en, es },
  choices: howOften,
  isScored: true,
});

/**
 * Patient Health Questionnaire, nine items. Kroenke, Spitzer, Williams 2001 (J Gen Intern Med 16:606); developed with
 * an educational grant from Pfizer, no permission required to reproduce, translate, display or distribute. Spanish for the
 * United States as published by the same. Bands, missing items and change: Kroenke, Spitzer, Williams 2001.
 */
export const phq9: Instrument = {
  id: "phq-9",
  version: "2001",
  name: "PHQ-9",
  title: { en: "How you have been", es: "Cómo se ha sentido" },
  stem: {
    en: "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
    es: "Durante las últimas 2 semanas, ¿qué tan seguido le han afectado cualquiera de los siguientes problemas?",
  },
  recallDays: 14,
  items: [
    item(
      "1",
      "44250-9",
      "Little interest or pleasure in doing things",
      "Poco interés o placer en hacer las cosas",
    ),
    item(
      "2",
      "44255-8",
      "Feeling down, depressed, or hopeless",
      "Se ha sentido decaído(a), deprimido(a), o sin esperanzas",
    ),
    item(
      "3",
      "44259-0",
      "Trouble falling or staying asleep, or sleeping too much",
      "Dificultad para dormir o permanecer dormido(a), o ha dormido demasiado",
    ),
    item(
      "4",
      "44254-1",
      "Feeling tired or having little energy",
      "Se ha sentido cansado(a) o con poca energía",
    ),
    item("5", "44251-7", "Poor appetite or overeating", "Con poco apetito o ha comido en exceso"),
    item(
      "6",
      "44258-2",
      "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
      "Se ha sentido mal con usted mismo(a) — o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia",
    ),
    item(
      "7",
      "44252-5",
      "Trouble concentrating on things, such as reading the newspaper or watching television",
      "Ha tenido dificultad para concentrarse en cosas tales como leer el periódico o ver televisión",
    ),
    item(
      "8",
      "44253-3",
      "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual",
      "¿Se ha estado moviendo o hablando tan lento que otras personas podrían notarlo?, o por el contrario — ha estado tan inquieto(a) o agitado(a), que se ha estado moviendo mucho más de lo normal",
    ),
    item(
      "9",
      "44260-8",
      "Thoughts that you would be better off dead or of hurting yourself in some way",
      "Ha pensado que estaría mejor muerto(a) o se le ha ocurrido lastimarse de alguna manera",
    ),
    {
      id: "difficulty",
      loinc: "69722-7",
      isScored: false,
      askedWhenSomeScoredAtLeast: 1,
      text: {
        en: "If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?",
        es: "Si usted marcó cualquiera de estos problemas, ¿qué tan difícil fue hacer su trabajo, las tareas del hogar o llevarse bien con otras personas debido a tales problemas?",
      },
      choices: [
        { value: 0, text: { en: "Not difficult at all", es: "Para nada difícil" } },
        { value: 1, text: { en: "Somewhat difficult", es: "Un poco difícil" } },
        { value: 2, text: { en: "Very difficult", es: "Muy difícil" } },
        { value: 3, text: { en: "Extremely difficult", es: "Extremadamente difícil" } },
      ],
    },
  ],
  scoring: { version: "phq-9/1", missingAtMost: 2, highest: 27 },
  bands: [
    { code: "minimal", from: 0, to: 4 },
    { code: "mild", from: 5, to: 9 },
    { code: "moderate", from: 10, to: 14 },
    { code: "moderately-severe", from: 15, to: 19 },
    { code: "severe", from: 20, to: 27 },
  ],
  change: { clinicallyMeaningful: 5, responseShare: 0.5, remissionBelow: 5 },
  triggers: [{ itemId: "9", atLeast: 1, raises: "crisis-answer" }],
  loincTotal: "44261-6",
  source: "Pfizer Inc.; no permission required to reproduce, translate, display or distribute",
};
