import { chartParts, informationIn, partsForOthers } from "#domain/exports/chart-part.ts";
import { labelOf, type Label } from "#domain/basics/label.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Recipient } from "#domain/privacy/disclosure.ts";
import { labelTogether, mayDisclose } from "#domain/privacy/may-disclose.ts";
import { peopleAfter, type Place } from "#server/exports/chart-copy.queries.ts";
import { peopleToldIn } from "#server/exports/export-run.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { holdConsents } from "#server/privacy/consent.service.ts";
import { discloseMany, type Telling } from "#server/privacy/disclosure.service.ts";
import { holdRestrictions } from "#server/privacy/restriction.service.ts";

/** Somebody whose record might go, and how closely it is kept. */
export interface Person {
  readonly id: string;
  readonly label: Label;
}

const peopleAtOnce = 500;

/** Everybody of the organization, in portions. */
export async function* everybody(place: Place): AsyncGenerator<readonly Person[]> {
  let after: string | null = null;
  for (;;) {
    const people: { id: string; labels: string[] }[] = await peopleAfter(
      place,
      after,
      peopleAtOnce,
    );
    yield people.map(({ id, labels }) => ({ id, label: labelTogether(labels) }));
    if (people.length < peopleAtOnce) return;
    after = people.at(-1)?.id ?? null;
  }
}

/** Who goes to whoever takes over, and who stays. */
export interface Chosen {
  readonly going: readonly Person[];
  readonly hidden: ReadonlySet<string>;
}

/**
 * The same in the snapshot that is written out: whoever came since the door was asked, or is kept more closely since, was not
 * asked about and stays.
 */
export const stillGoing = async (place: Place, { going, hidden }: Chosen): Promise<Chosen> => {
  const asked = new Map(going.map(({ id, label }) => [id, label]));
  const still: Person[] = [];
  const staying = new Set(hidden);
  for await (const people of everybody(place))
    for (const person of people)
      if (asked.get(person.id) === person.label) still.push(person);
      else staying.add(person.id);
  return { going: still, hidden: staying };
};

const information = informationIn(partsForOthers(chartParts));
const purpose = "operations";

/** Of these people those whose record may not go to whoever takes over: no consent in force names it, and the law asks for one. */
export const keptFrom = async (
  work: Work,
  people: readonly Person[],
  recipient: Recipient,
): Promise<string[]> => {
  const ids = people.map(({ id }) => id);
  const { consents, today } = await holdConsents(work, ids);
  const own = Map.groupBy(consents, ({ patientId }) => patientId);
  const restrictions = await holdRestrictions(work, ids, today);
  const keptBack = Map.groupBy(restrictions, ({ patientId }) => patientId);
  return people.flatMap(({ id, label }) => {
    const verdict = mayDisclose({
      recipient,
      purpose,
      information,
      labels: [label],
      consents: own.get(id) ?? [],
      restrictions: keptBack.get(id) ?? [],
      on: today,
    });
    return verdict.allowed ? [] : [id];
  });
};

/**
 * Tells of these people, all or none: the door is asked about each at the moment when the files become ready, and a line of
 * the accounting is written for each. Answers how many it would not let pass.
 */
export const tellOf = async (
  work: Work,
  people: readonly Person[],
  sent: { readonly recipient: Recipient; readonly exportId: string; readonly manifest: string },
): Promise<number> => {
  const { recipient, exportId, manifest } = sent;
  const tellings = people.map(({ id, label }): Telling => ({
    patientId: id,
    recipient,
    purpose,
    information,
    records: [{ kind: "export", id: exportId, label }],
    channel: "interface",
    // The manifest names the hash of every file, so that its own stands for all of them.
    content: manifest,
  }));
  const { stopped } = await discloseMany(work, tellings, () => Promise.resolve(null));
  return stopped.length;
};

/** Refused where of anybody in these files it may not be told any more (42 CFR 2.31(c)): they are made anew without them. */
export const assertStillTold = async (
  work: Work,
  exportId: string,
  recipient: Recipient,
): Promise<void> => {
  const told = await peopleToldIn(work, exportId);
  const people = told.map(({ patientId, label }) => ({ id: patientId, label: labelOf(label) }));
  if (people.length > 0 && (await keptFrom(work, people, recipient)).length > 0)
    throw new Problem("consent-changed-meanwhile", 409);
};
