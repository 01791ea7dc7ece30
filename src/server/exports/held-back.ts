import { guardNames } from "#domain/charting/name-guard.ts";
import { rosterTerms } from "#domain/charting/roster-names.ts";
import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import type { Place } from "#server/exports/chart-copy.queries.ts";
import { roomsWith, type RoomOfTexts } from "#server/exports/held-back.queries.ts";

/** Stands where words were that name somebody who is not in the export. */
const heldBackMark = "[held back]";

/**
 * Texts of a session that name somebody held back, by the rule that guards a note when it is signed: names, nicknames, initials
 * and telephones. In a person's own part their own name may stand.
 */
export const namingTexts = (
  { people, texts }: RoomOfTexts,
  hidden: ReadonlySet<string>,
): string[] => {
  const hiddenHere = people.filter(({ patientId }) => hidden.has(patientId));
  return texts.flatMap(({ patientId, text }) => {
    if (patientId !== null && hidden.has(patientId)) return [];
    const own = people.filter((one) => one.patientId === patientId);
    const terms = rosterTerms([...hiddenHere, ...own]);
    const findings = guardNames([{ patientId, field: "sentence", text }], terms);
    return findings.length > 0 ? [text] : [];
  });
};

/**
 * What does not go to whoever takes over, and how much that was: people whose record may not be told of, and words that name
 * them (42 CFR 2.13(a): that somebody attends at all is protected).
 */
export class HeldBack {
  readonly people: ReadonlySet<string>;
  readonly #texts: ReadonlySet<string>;
  readonly #rows = new Map<string, number>();
  #textsHeld = 0;

  private constructor(people: ReadonlySet<string>, texts: ReadonlySet<string>) {
    this.people = people;
    this.#texts = texts;
  }

  static async of(place: Place, people: ReadonlySet<string>): Promise<HeldBack> {
    const texts = new Set<string>();
    if (people.size > 0)
      for await (const rooms of roomsWith(place, [...people]))
        for (const room of rooms) for (const text of namingTexts(room, people)) texts.add(text);
    return new HeldBack(people, texts);
  }

  readonly #words = <Text extends string | null>(text: Text): Text | typeof heldBackMark =>
    text !== null && this.#texts.has(text) ? heldBackMark : text;

  /** The value of a column that holds words as it may go; counted where it may not. */
  cell(value: unknown): unknown {
    if (typeof value !== "string" || !this.#texts.has(value)) return value;
    this.#textsHeld++;
    return heldBackMark;
  }

  /** A chart as it may go. */
  chart(chart: ChartCopy): ChartCopy {
    const words = this.#words;
    return {
      ...chart,
      visits: chart.visits.map((visit) => ({ ...visit, sessionName: words(visit.sessionName) })),
      notes: chart.notes.map((note) => ({
        ...note,
        sessionName: words(note.sessionName),
        nextStep: words(note.nextStep),
        sentence: words(note.sentence),
        correctionReason: words(note.correctionReason),
        shared: note.shared && {
          ...note.shared,
          topic: words(note.shared.topic),
          curriculum: words(note.shared.curriculum),
          whatWeDid: words(note.shared.whatWeDid),
          howItWent: words(note.shared.howItWent),
          nextTime: words(note.shared.nextTime),
        },
        acts: note.acts.map((act) => ({ ...act, words: words(act.words) })),
      })),
    };
  }

  countRows(table: string, rows: number): void {
    if (rows > 0) this.#rows.set(table, rows);
  }

  /** How many people, rows of which table, and texts within rows that went. */
  told() {
    const rows = Object.fromEntries(this.#rows);
    return { people: this.people.size, rows, texts: this.#textsHeld };
  }
}
