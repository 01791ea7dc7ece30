import type { ChartCopy, CopiedNote } from "#domain/exports/chart-copy.ts";
import { instrumentOf } from "#domain/exports/instrument-of.ts";
import { clockText, dayText, momentText, wordsOf } from "#server/exports/print-words.ts";
import type { Print } from "#server/platform/pdf/print.ts";
import { stateOfNote } from "#fhir/write-document-reference.ts";

const standing: Readonly<Record<ReturnType<typeof stateOfNote>, string>> = {
  signed: "",
  cosigned: "",
  waiting: "Waits for a second signature.",
  returned: "Returned by the supervisor; not the last word.",
  superseded: "Replaced by a later correction; kept as it was signed.",
  retracted: "Taken back; kept as it was signed.",
};

const actText: Readonly<Record<CopiedNote["acts"][number]["kind"], string>> = {
  cosign: "Cosigned",
  return: "Returned",
  addendum: "Added",
  retract: "Taken back",
};

const printSharedPart = (print: Print, { shared }: CopiedNote): void => {
  if (shared === null) return;
  print.facts([
    ["Topic", shared.topic],
    ["Curriculum", shared.curriculum],
    ["Interventions", shared.interventions.join(", ")],
    ["What the group did", shared.whatWeDid],
    ["How it went", shared.howItWent],
    ["Next time", shared.nextTime],
  ]);
};

const printNote = (print: Print, note: CopiedNote): void => {
  const { zone } = note;
  print.heading(
    "H3",
    `${dayText(note.serviceDate)}, ${clockText(note.startsAt, zone)} to ${clockText(note.endsAt, zone)}: ${note.sessionName}`,
  );
  print.paragraph(standing[stateOfNote(note)], "quiet");
  printSharedPart(print, note);
  print.facts([
    ["Objective", `${note.objectiveCode} ${note.objective}`],
    ["Took part", wordsOf(note.participation)],
    ["Response", wordsOf(note.response)],
    ["Progress", wordsOf(note.progress)],
    ["Risk", wordsOf(note.risk)],
    ["Note", note.sentence],
    ["Next step", note.nextStep],
    ["Corrected because", note.correctionReason],
    ["Credited", `${note.creditedMinutes} minutes`],
  ]);
  print.paragraph(
    `Signed electronically by ${note.authorName} on ${momentText(note.signedAt, zone)}, SHA-256 ${note.contentHash}`,
    "quiet",
  );
  for (const act of note.acts) {
    const words = act.words === null ? "" : `: ${act.words}`;
    print.paragraph(
      `${actText[act.kind]} by ${act.by} on ${momentText(act.at, zone)}${words}`,
      "quiet",
    );
  }
};

/** Every note that was signed, with its signatures, what was added, and what replaced it. */
export const printNotes = (print: Print, chart: ChartCopy): void => {
  print.part("Notes");
  if (chart.notes.length === 0) print.paragraph("None is signed.", "quiet");
  for (const note of chart.notes) printNote(print, note);
};

const scoreText = (sheet: ChartCopy["measures"][number]): string =>
  sheet.score === null
    ? `not scored (${wordsOf(sheet.notScoredBecause)})`
    : `${sheet.score}${sheet.band === null ? "" : `, ${wordsOf(sheet.band)}`}`;

/** Answer sheets with their scores and every answer. */
export const printMeasures = (print: Print, chart: ChartCopy, zone: string): void => {
  print.part("Measures");
  if (chart.measures.length === 0) print.paragraph("None is answered.", "quiet");
  for (const sheet of chart.measures) {
    const instrument = instrumentOf(sheet.instrument);
    print.heading(
      "H3",
      `${instrument?.name ?? sheet.instrument}, ${momentText(sheet.completedAt, zone)}: ${scoreText(sheet)}`,
    );
    print.paragraph(
      sheet.answeredBy === "self" ? "Answered by the person." : "Read aloud and typed by staff.",
      "quiet",
    );
    print.table(
      [
        { name: "Item", part: 6 },
        { name: "Answer", part: 3 },
      ],
      Object.entries(sheet.answers).map(([id, value]) => {
        const item = instrument?.items.find((one) => one.id === id);
        const choice = item?.choices.find((one) => one.value === value);
        return [
          `${id}. ${item?.text.en ?? ""}`,
          choice === undefined ? String(value) : `${value}, ${choice.text.en}`,
        ];
      }),
    );
  }
};
