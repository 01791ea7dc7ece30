import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellCoverage } from "#server/db/rows.ts";
import { personColumns, subscriberColumns } from "#server/db/policy-columns.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

const coverages = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.coverage as coverage")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "coverage.payerId"),
    )
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "coverage.patientId"),
    )
    .select([
      "coverage.id",
      "coverage.patientId",
      "coverage.payerId",
      "payer.name as payerName",
      "coverage.rank",
      "coverage.planName",
      ...subscriberColumns,
      "coverage.retiredAt",
      "coverage.effectiveFrom",
      "coverage.effectiveTo",
      "coverage.createdAt",
      "coverage.version",
      ...personColumns,
    ])
    .where("coverage.organizationId", "=", organizationId);

/** The policies in use of a patient whose papers whoever asks sees, to treat or to bill. */
export const listCoverages = (work: Work, patientId: string) =>
  coverages(work)
    .where("coverage.patientId", "=", patientId)
    .where(isPersonSeen(work, sql`coverage.patient_id`, "payment"))
    .where("coverage.retiredAt", "is", null)
    .orderBy(sql`coverage.effective_to is not null`)
    .orderBy("coverage.rank")
    .orderBy("coverage.effectiveFrom", "desc")
    .orderBy("coverage.id")
    .execute();

/** The policy, held until the transaction ends. */
export const lockCoverage = (work: Work, coverageId: string) =>
  coverages(work).where("coverage.id", "=", coverageId).forUpdate("coverage").executeTakeFirst();

export const findCoverage = (work: Work, coverageId: string) =>
  coverages(work).where("coverage.id", "=", coverageId).executeTakeFirst();

/** The policies of a patient that are in use, held until the transaction ends: their order is one thing. */
export const lockCoverages = (work: Work, patientId: string) =>
  coverages(work)
    .where("coverage.patientId", "=", patientId)
    .where("coverage.retiredAt", "is", null)
    .orderBy("coverage.id")
    .forUpdate("coverage")
    .execute();

/** Whether something is authorized under a policy. */
export const hasAuthorizations = async (
  { tx, organizationId }: Work,
  coverageId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom("stepwell.authorization")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("coverageId", "=", coverageId)
    .where("retiredAt", "is", null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export type CoverageRow = Awaited<ReturnType<typeof listCoverages>>[number];

export const insertCoverage = async (
  { tx, organizationId }: Work,
  coverage: Omit<Insertable<StepwellCoverage>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.coverage")
    .values({ organizationId, ...coverage })
    .execute();
};

export const updateCoverage = async (
  { tx, organizationId }: Work,
  coverageId: string,
  changed: Updateable<StepwellCoverage>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.coverage")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", coverageId)
    .execute();
};

/** The patient, held so that two policies added at once are put in order one after the other; false where there is none. */
export const lockPatient = async (
  { tx, organizationId }: Work,
  patientId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom("stepwell.patient")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("id", "=", patientId)
    .forNoKeyUpdate()
    .executeTakeFirst()) !== undefined;

/** Whether there is such a patient in this organization. */
export const hasPatient = async (
  { tx, organizationId }: Work,
  patientId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom("stepwell.patient")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("id", "=", patientId)
    .executeTakeFirst()) !== undefined;
