import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellCoverage } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const coverages = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.coverage as coverage")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "coverage.payerId"),
    )
    .select([
      "coverage.id",
      "coverage.patientId",
      "coverage.payerId",
      "payer.name as payerName",
      "coverage.rank",
      "coverage.planName",
      "coverage.memberNumber",
      "coverage.groupNumber",
      "coverage.relationToSubscriber",
      "coverage.subscriberName",
      "coverage.subscriberBirthDate",
      "coverage.effectiveFrom",
      "coverage.effectiveTo",
      "coverage.createdAt",
      "coverage.version",
    ])
    .where("coverage.organizationId", "=", organizationId);

export const listCoverages = (work: Work, patientId: string) =>
  coverages(work)
    .where("coverage.patientId", "=", patientId)
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
