import { sql } from "kysely";
import type { Finding } from "#domain/imports/finding.ts";
import type { ImportOutcome } from "#domain/imports/import.ts";
import type { Work } from "#server/platform/work.ts";

/** What is written of an entry when its file is read. */
export interface NewEntry {
  readonly number: number;
  readonly phase: number;
  readonly resourceType: string;
  readonly fullUrl: string | null;
  readonly typeId: string | null;
  readonly content: string;
  readonly contentSha256: string;
  readonly outcome: ImportOutcome | null;
}

export const insertEntries = async (
  { tx, organizationId }: Work,
  importId: string,
  entries: readonly NewEntry[],
): Promise<void> => {
  if (entries.length === 0) return;
  await tx
    .insertInto("stepwell.importEntry")
    .values(entries.map((entry) => ({ organizationId, runId: importId, ...entry })))
    .execute();
};

const entries = ({ tx, organizationId }: Work, importId: string) =>
  tx
    .selectFrom("stepwell.importEntry as entry")
    .select([
      "entry.number",
      "entry.phase",
      "entry.resourceType",
      "entry.fullUrl",
      "entry.typeId",
      "entry.content",
      "entry.contentSha256",
      "entry.title",
      "entry.birthDate",
      "entry.payerName",
      "entry.subjectNumber",
      "entry.patientId",
      "entry.outcome",
      "entry.findings",
      "entry.decided",
      "entry.payerId",
      "entry.appliedAt",
    ])
    .where("entry.organizationId", "=", organizationId)
    .where("entry.runId", "=", importId);
export type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>["execute"]>>[number];

/** The next entries nobody has looked at, people before what belongs to them; of one phase only. */
export const listUnseen = async (
  work: Work,
  importId: string,
  most: number,
): Promise<EntryRow[]> => {
  const rows = await entries(work, importId)
    .where("entry.outcome", "is", null)
    .orderBy("entry.phase")
    .orderBy("entry.number")
    .limit(most)
    .execute();
  return rows.filter(({ phase }) => phase === rows[0]?.phase);
};

/** The next entries that are to be taken and are not, of one phase. */
export const listToTake = (
  work: Work,
  importId: string,
  phase: number,
  most: number,
): Promise<EntryRow[]> =>
  entries(work, importId)
    // Written out, so that the index of what is to be taken answers also where the statement is prepared.
    .where(sql<boolean>`entry.outcome in ('taken', 'merged')`)
    .where("entry.phase", "=", phase)
    .where("entry.appliedAt", "is", null)
    .where("entry.content", "is not", null)
    .orderBy("entry.number")
    .limit(most)
    .execute();

/** What belongs to somebody of the same import and is to be taken with them. */
export const listBelongings = (
  work: Work,
  importId: string,
  subjectNumbers: readonly number[],
): Promise<EntryRow[]> =>
  entries(work, importId)
    .where(sql<boolean>`entry.subject_number = any(${[...subjectNumbers]}::int[])`)
    .where("entry.outcome", "in", ["taken", "merged"])
    .where("entry.appliedAt", "is", null)
    .where("entry.content", "is not", null)
    .orderBy("entry.number")
    .execute();

export const listNumbered = (
  work: Work,
  importId: string,
  numbers: readonly number[],
): Promise<EntryRow[]> =>
  entries(work, importId)
    .where(sql<boolean>`entry.number = any(${[...numbers]}::int[])`)
    .execute();

/** The entry, held until the transaction ends. */
export const lockEntry = (work: Work, importId: string, number: number) =>
  entries(work, importId).where("entry.number", "=", number).forUpdate().executeTakeFirst();

/** What somebody saw, looking at an entry. */
export interface SeenEntry {
  readonly number: number;
  readonly outcome: ImportOutcome;
  readonly findings: readonly Finding[];
  readonly title: string | null;
  readonly birthDate: string | null;
  readonly nearKey: string | null;
  readonly payerName: string | null;
  readonly payerId: string | null;
  readonly subjectNumber: number | null;
  readonly patientId: string | null;
}

export const writeSeen = async (
  { tx, organizationId }: Work,
  importId: string,
  seen: readonly SeenEntry[],
): Promise<void> => {
  if (seen.length === 0) return;
  const rows = seen.map((one) => ({
    number: one.number,
    outcome: one.outcome,
    findings: one.findings,
    title: one.title,
    birth_date: one.birthDate,
    near_key: one.nearKey,
    payer_name: one.payerName,
    payer_id: one.payerId,
    subject_number: one.subjectNumber,
    patient_id: one.patientId,
  }));
  await sql`
    update stepwell.import_entry entry
       set outcome = seen.outcome, findings = seen.findings, title = seen.title, birth_date = seen.birth_date,
           near_key = seen.near_key, payer_name = seen.payer_name, payer_id = seen.payer_id, subject_number = seen.subject_number,
           patient_id = seen.patient_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seen(number int, outcome text, findings jsonb, title text,
             birth_date date, near_key text, payer_name text, payer_id uuid, subject_number int, patient_id uuid)
     where entry.organization_id = ${organizationId} and entry.run_id = ${importId} and entry.number = seen.number`.execute(
    tx,
  );
};

/** What became of an entry. Its content goes once it is kept elsewhere or is of no use any more. */
export interface EndedEntry {
  readonly number: number;
  readonly outcome: ImportOutcome;
  readonly findings: readonly Finding[];
  readonly patientId: string | null;
  readonly appliedAt: string | null;
  readonly becameKind: string | null;
  readonly becameId: string | null;
}

export const writeEnded = async (
  { tx, organizationId }: Work,
  importId: string,
  ended: readonly EndedEntry[],
): Promise<void> => {
  if (ended.length === 0) return;
  const rows = ended.map((one) => ({
    number: one.number,
    outcome: one.outcome,
    findings: one.findings,
    patient_id: one.patientId,
    applied_at: one.appliedAt,
    became_kind: one.becameKind,
    became_id: one.becameId,
  }));
  await sql`
    update stepwell.import_entry entry
       set outcome = ended.outcome, findings = ended.findings, patient_id = ended.patient_id, applied_at = ended.applied_at,
           became_kind = ended.became_kind, became_id = ended.became_id,
           content = case when ended.applied_at is null then entry.content end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ended(number int, outcome text, findings jsonb, patient_id uuid,
             applied_at timestamptz, became_kind text, became_id uuid)
     where entry.organization_id = ${organizationId} and entry.run_id = ${importId} and entry.number = ended.number`.execute(
    tx,
  );
};

/** Makes entries unseen again, so that they are looked at anew; what was taken and what a person decided stays. */
export const forgetSeen = async (
  { tx, organizationId }: Work,
  importId: string,
  subjectNumbers?: readonly number[],
): Promise<void> => {
  await tx
    .updateTable("stepwell.importEntry")
    .set({ outcome: null, findings: "[]" })
    .where("organizationId", "=", organizationId)
    .where("runId", "=", importId)
    .where("appliedAt", "is", null)
    .where("phase", ">", 0)
    .where("content", "is not", null)
    .$if(subjectNumbers !== undefined, (all) =>
      all.where(sql<boolean>`subject_number = any(${[...(subjectNumbers ?? [])]}::int[])`),
    )
    .execute();
};

/** Takes away what is of no use any more; with `all` also what a person could still decide. */
export const clearContents = async (
  { tx, organizationId }: Work,
  importId: string,
  all: boolean,
): Promise<void> => {
  await tx
    .updateTable("stepwell.importEntry")
    .set({ content: null })
    .where("organizationId", "=", organizationId)
    .where("runId", "=", importId)
    .where("content", "is not", null)
    .$if(!all, (some) => some.where("outcome", "<>", "asked"))
    .execute();
};

export const decideEntry = async (
  { tx, organizationId }: Work,
  importId: string,
  number: number,
  decided: { readonly decided: string; readonly patientId: string | null },
): Promise<void> => {
  await tx
    .updateTable("stepwell.importEntry")
    .set({ ...decided, outcome: null })
    .where("organizationId", "=", organizationId)
    .where("runId", "=", importId)
    .where("number", "=", number)
    .execute();
};
