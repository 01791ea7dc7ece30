import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

export interface OutcomeCount {
  readonly phase: number;
  readonly outcome: string;
  readonly count: number;
  readonly toTake: number;
}

/** How many entries have which outcome, and how many of them a run would still take. */
export const countOutcomes = async (
  { tx, organizationId }: Work,
  importId: string,
): Promise<OutcomeCount[]> => {
  const { rows } = await sql<OutcomeCount>`
    select phase, outcome, count(*)::int as count,
           count(*) filter (where applied_at is null and content is not null and outcome in ('taken', 'merged'))::int as to_take
      from stepwell.import_entry
     where organization_id = ${organizationId} and run_id = ${importId} and outcome is not null and phase > 0
     group by phase, outcome`.execute(tx);
  return rows;
};

export interface EntryFilter {
  readonly outcome?: string | undefined;
  readonly phase?: number | undefined;
}

const matching = (
  { tx, organizationId }: Work,
  importId: string,
  { outcome, phase }: EntryFilter,
) =>
  tx
    .selectFrom("stepwell.importEntry as entry")
    .where("entry.organizationId", "=", organizationId)
    .where("entry.runId", "=", importId)
    .where("entry.phase", ">", 0)
    .$if(outcome !== undefined, (all) => all.where("entry.outcome", "=", outcome ?? ""))
    .$if(phase !== undefined, (all) => all.where("entry.phase", "=", phase ?? 0));

/** The report, in the order of the files. */
export const listEntries = (
  work: Work,
  importId: string,
  { afterNumber, limit, ...filter }: EntryFilter & { afterNumber: number; limit: number },
) =>
  matching(work, importId, filter)
    .select([
      "entry.number",
      "entry.resourceType",
      "entry.title",
      "entry.birthDate",
      "entry.subjectNumber",
      "entry.patientId",
      "entry.outcome",
      "entry.findings",
      "entry.appliedAt",
    ])
    .where("entry.number", ">", afterNumber)
    .orderBy("entry.number")
    .limit(limit)
    .execute();

export const countEntries = async (
  work: Work,
  importId: string,
  filter: EntryFilter,
): Promise<number> => {
  const { count } = await matching(work, importId, filter)
    .select(sql<number>`count(*)::int`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
};

/** Payers that are none of ours, with how many policies wait for each. */
export const listUnknownPayers = ({ tx, organizationId }: Work, importId: string) =>
  tx
    .selectFrom("stepwell.importEntry")
    .select([sql<string>`payer_name`.as("payerName"), sql<number>`count(*)::int`.as("policies")])
    .where("organizationId", "=", organizationId)
    .where("runId", "=", importId)
    .where("outcome", "=", "asked")
    .where("payerName", "is not", null)
    .groupBy("payerName")
    .orderBy("payerName")
    .execute();

/** Answers for every policy of one payer's name; they are looked at anew. Answers their numbers. */
export const decidePayer = async (
  { tx, organizationId }: Work,
  importId: string,
  payerName: string,
  payerId: string | null,
): Promise<number[]> => {
  const rows = await tx
    .updateTable("stepwell.importEntry")
    .set({ payerId, decided: payerId === null ? "leave" : "same", outcome: null })
    .where("organizationId", "=", organizationId)
    .where("runId", "=", importId)
    .where("outcome", "=", "asked")
    .where("payerName", "=", payerName)
    .returning("number")
    .execute();
  return rows.map(({ number }) => number);
};
