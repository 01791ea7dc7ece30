import { insertAudit } from "#server/platform/audit/audit.queries.ts";
import { announce } from "#server/platform/live/announce.ts";
import { deliverDue } from "#server/platform/outbox/deliver-due.ts";
import type { Work } from "#server/platform/work.ts";
import { advance, lockRun } from "#server/imports/import.service.ts";
import * as entries from "#server/imports/import-entry.queries.ts";
import { importStepKind } from "#server/imports/import-step-kind.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { noteProgress } from "#server/imports/import-run.queries.ts";
import { lookAtBelongings } from "#server/imports/look-at-belongings.ts";
import { lookAtPeople } from "#server/imports/look-at-people.ts";
import { takeBelonging } from "#server/imports/take-belonging.ts";
import { takePerson } from "#server/imports/take-person.ts";

const lookedAtOnce = 200;
/** Registering takes the counter of record numbers until the step commits: whoever registers meanwhile waits that long. */
const takenAtOnce = 40;
/** What waits for one decision is taken with it. */
const mostLeft = 10_000;

const rehearse = async (work: Work, run: ImportRun): Promise<number> => {
  const batch = await entries.listUnseen(work, run.id, lookedAtOnce);
  const [first] = batch;
  if (first === undefined) return 0;
  const look = first.phase === 1 ? lookAtPeople : lookAtBelongings;
  await entries.writeSeen(work, run.id, await look(work, run, batch));
  return batch.length;
};

const takePeople = async (
  work: Work,
  run: ImportRun,
  people: readonly entries.EntryRow[],
): Promise<entries.EndedEntry[]> => {
  const numbers = people.map(({ number }) => number);
  const belongings = await entries.listBelongings(work, run.id, numbers);
  const ended: entries.EndedEntry[] = [];
  for (const person of people) {
    const theirs = belongings.filter(({ subjectNumber }) => subjectNumber === person.number);
    ended.push(...(await takePerson(work, run, person, theirs)));
  }
  return ended;
};

/** What belongs to people who were here before, or were unchanged in this file. */
const takeLeft = async (
  work: Work,
  run: ImportRun,
  batch: readonly entries.EntryRow[],
): Promise<entries.EndedEntry[]> => {
  const owners = await entries.listNumbered(
    work,
    run.id,
    batch.flatMap(({ subjectNumber }) => subjectNumber ?? []),
  );
  const ended: entries.EndedEntry[] = [];
  for (const entry of batch) {
    const owner = owners.find(({ number }) => number === entry.subjectNumber);
    const patientId = entry.patientId ?? owner?.patientId ?? null;
    if (patientId === null) throw new Error("what belongs to nobody was to be taken");
    ended.push(await takeBelonging(work, run, entry, patientId));
  }
  return ended;
};

/** The lines of the trail say of each step whom it touched, in the name of who started the import. */
const witness = async (
  work: Work,
  run: ImportRun,
  ended: readonly entries.EndedEntry[],
): Promise<void> => {
  const subjects = [...new Set(ended.flatMap(({ patientId }) => patientId ?? []))];
  if (subjects.length === 0) return;
  await insertAudit(work.tx, [
    {
      organizationId: work.organizationId,
      id: work.newId(),
      at: work.now.toString(),
      outcome: "done",
      verb: "import.run",
      purpose: "operations",
      actorKind: work.actor.kind,
      accountId: work.actor.accountId,
      actorName: work.actor.name,
      sessionId: null,
      requestId: work.requestId,
      address: null,
      record: { kind: "import", id: run.id },
      subjects,
      details: {},
    },
  ]);
};

const take = async (work: Work, run: ImportRun): Promise<number> => {
  const people = await entries.listToTake(work, run.id, 1, takenAtOnce);
  const left = people.length > 0 ? [] : await entries.listToTake(work, run.id, 2, takenAtOnce * 5);
  const ended =
    people.length > 0 ? await takePeople(work, run, people) : await takeLeft(work, run, left);
  await entries.writeEnded(work, run.id, ended);
  await witness(work, run, ended);
  return ended.length;
};

/**
 * Takes what somebody has decided after the run: these people with what is theirs, and what was left open of people who are
 * here. In the transaction of the decision.
 */
export const takeSome = async (
  work: Work,
  run: ImportRun,
  numbers: readonly number[],
): Promise<void> => {
  const chosen = await entries.listNumbered(work, run.id, numbers);
  const people = chosen.filter(
    ({ outcome, appliedAt }) => (outcome === "taken" || outcome === "merged") && appliedAt === null,
  );
  await entries.writeEnded(work, run.id, await takePeople(work, run, people));
  if (run.state !== "done") return;
  const left = await entries.listToTake(work, run.id, 2, mostLeft);
  await entries.writeEnded(work, run.id, await takeLeft(work, run, left));
  await entries.clearContents(work, run.id, false);
};

/** Everything of it is done in the name of who started it, by the system. */
const inNameOf = (work: Work, run: ImportRun): Work => ({
  ...work,
  actor: { ...work.actor, accountId: run.accountId, name: run.actorName },
});

/**
 * Does the next step of an import in one transaction. Answers true where another may follow: not when it has been stopped
 * meanwhile, and not when it is through.
 */
export const stepImport = async (work: Work, importId: string): Promise<boolean> => {
  const run = await lockRun(work, importId);
  if (run.state !== "rehearsing" && run.state !== "running") return false;
  const mine = inNameOf(work, run);
  const done = await (run.state === "rehearsing" ? rehearse : take)(mine, run);
  if (done > 0) {
    await noteProgress(work, importId, done);
    announce(work, "import", importId);
    return true;
  }
  if (run.state === "running") await entries.clearContents(mine, importId, false);
  await advance(mine, run, "finish", {
    state: run.state === "rehearsing" ? "rehearsed" : "done",
    done: run.entries,
  });
  return false;
};

/** Does every step that is due in this transaction: for whoever works at a time that is not the clock's. */
export const stepAllDue = async (work: Work): Promise<void> => {
  await deliverDue(work, [
    {
      kinds: [importStepKind],
      handle: async (then, errands) => {
        for (const { recordId } of errands)
          while (recordId !== null && (await stepImport(then, recordId)));
      },
    },
  ]);
};
