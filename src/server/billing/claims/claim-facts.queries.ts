import { sql } from "kysely";
import { personColumns, subscriberColumns } from "#server/db/policy-columns.ts";
import type { Work } from "#server/platform/work.ts";

/** Stays with the person and who attends them. */
export const selectStays = ({ tx, organizationId }: Work, enrollmentIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.enrollment as stay")
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "stay.patientId"),
    )
    .select([
      "stay.id",
      "stay.patientId",
      "stay.admittedOn",
      "stay.endedOn",
      "stay.admissionType",
      "stay.admissionSource",
      "stay.patientStatus",
      "stay.attendingStaffId",
      ...personColumns,
    ])
    .where("stay.organizationId", "=", organizationId)
    .where("stay.id", "in", enrollmentIds)
    .execute();
export type StayRow = Awaited<ReturnType<typeof selectStays>>[number];

const policies = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.coverage as coverage")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "coverage.payerId"),
    )
    .select([
      "coverage.id",
      "coverage.payerId",
      "payer.name as payerName",
      "payer.electronicId",
      "payer.kind as payerKind",
      "coverage.rank",
      ...subscriberColumns,
    ])
    .where("coverage.organizationId", "=", organizationId);

/** Policies with their payers. */
export const selectPolicies = (work: Work, coverageIds: readonly string[]) =>
  policies(work).where("coverage.id", "in", coverageIds).execute();
export type PolicyRow = Awaited<ReturnType<typeof selectPolicies>>[number];

/** All policies of these people that were not entered by mistake, in the order in which they pay. */
export const selectPoliciesOf = (work: Work, patientIds: readonly string[]) =>
  policies(work)
    .select(["coverage.patientId", "coverage.effectiveFrom", "coverage.effectiveTo"])
    .where(sql<boolean>`coverage.patient_id = any(${patientIds}::uuid[])`)
    .where("coverage.retiredAt", "is", null)
    .orderBy("coverage.rank")
    .orderBy("coverage.id")
    .execute();

/** Diagnoses of stays, resolved ones too: what counts is the day of the service. */
export const selectDiagnoses = ({ tx, organizationId }: Work, enrollmentIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.enrollmentDiagnosis")
    .select(["enrollmentId", "code", "rank", "diagnosedOn", "resolvedOn"])
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "in", enrollmentIds)
    .execute();

/** What payers allowed for stays. */
export const selectAuthorizations = (
  { tx, organizationId }: Work,
  enrollmentIds: readonly string[],
) =>
  tx
    .selectFrom("stepwell.authorization")
    .select(["id", "enrollmentId", "coverageId", "number", "startsOn", "endsOn"])
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "in", enrollmentIds)
    .where("retiredAt", "is", null)
    .execute();

/** Who led sessions. */
export const selectLeads = ({ tx, organizationId }: Work, sessionIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.sessionFacilitator")
    .select(["sessionId", "staffId"])
    .where("organizationId", "=", organizationId)
    .where("sessionId", "in", sessionIds)
    .where("role", "=", "lead")
    .orderBy("staffId")
    .execute();

/** Everybody who treats, with the letters they hold: an organization has tens of them. */
export const selectClinicians = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.staff as staff")
    .select(["staff.id", "staff.givenName", "staff.familyName", "staff.npi", "staff.supervisorId"])
    .select(
      sql<string[]>`array(select held.code from stepwell.staff_credential held
        where held.organization_id = ${organizationId} and held.staff_id = staff.id and held.retired_at is null)`.as(
        "letters",
      ),
    )
    .where("staff.organizationId", "=", organizationId)
    .execute();

/** Places by their own name, number and address. */
export const selectPlaces = ({ tx, organizationId }: Work, siteIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.site")
    .select(["id", "name", "npi", "street", "unit", "city", "state", "postalCode"])
    .where("organizationId", "=", organizationId)
    .where("id", "in", siteIds)
    .execute();

/** Days of these stays that are not settled: they may belong into a bill that covers a period. */
export const selectWaitingDays = ({ tx, organizationId }: Work, enrollmentIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.dayCharge")
    .select(["enrollmentId", "coverageId", "serviceDate"])
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "in", enrollmentIds)
    .where("state", "in", ["open", "held"])
    .execute();

/** How many bills of each stay and policy stand: what was withdrawn, voided or sent anew after a rejection does not. */
export const countStandingBills = (
  { tx, organizationId }: Work,
  enrollmentIds: readonly string[],
) =>
  tx
    .selectFrom("stepwell.claim as bill")
    .select(["bill.enrollmentId", "bill.coverageId"])
    .select((eb) => eb.fn.countAll<number>().as("bills"))
    .where("bill.organizationId", "=", organizationId)
    .where("bill.enrollmentId", "in", enrollmentIds)
    .where("bill.frequency", "in", ["1", "2", "3", "4"])
    .where("bill.state", "<>", "withdrawn")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("stepwell.claim as next")
            .select("next.id")
            .where("next.organizationId", "=", organizationId)
            .whereRef("next.replacesClaimId", "=", "bill.id")
            .where("next.state", "<>", "withdrawn")
            .where("next.frequency", "<>", "7"),
        ),
      ),
    )
    .groupBy(["bill.enrollmentId", "bill.coverageId"])
    .execute();

/** Claims that stand, of these people and with a day in the range. */
export const selectStandingClaims = (
  { tx, organizationId }: Work,
  {
    patientIds,
    from,
    to,
  }: { readonly patientIds: readonly string[]; readonly from: string; readonly to: string },
) =>
  tx
    .selectFrom("stepwell.claim as bill")
    .select(["bill.id", "bill.patientId", "bill.snapshot"])
    .where("bill.organizationId", "=", organizationId)
    .where(sql<boolean>`bill.patient_id = any(${patientIds}::uuid[])`)
    .where("bill.fromDate", "<=", to)
    .where("bill.throughDate", ">=", from)
    .where("bill.state", "<>", "withdrawn")
    .where("bill.frequency", "<>", "8")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("stepwell.claim as next")
            .select("next.id")
            .where("next.organizationId", "=", organizationId)
            .whereRef("next.replacesClaimId", "=", "bill.id")
            .where("next.state", "<>", "withdrawn"),
        ),
      ),
    )
    .orderBy("bill.id")
    .execute();
