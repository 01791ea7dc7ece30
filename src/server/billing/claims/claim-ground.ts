import {
  admissionSourceSchema,
  admissionTypeSchema,
  patientStatusSchema,
} from "#domain/admissions/admission-terms.ts";
import type { DayCharge } from "#domain/billing/charges/day-charge.ts";
import type { ClaimFacts, SessionLead, StayDiagnosis } from "#domain/billing/claims/claim-facts.ts";
import type { WaitingDay } from "#domain/billing/claims/group-days.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import { payerKindSchema } from "#domain/payers/payer.ts";
import type { BillingProvider } from "#domain/payers/billing-provider.ts";
import { releasedDaysOf } from "#server/billing/charges/day-release.service.ts";
import * as queries from "#server/billing/claims/claim-facts.queries.ts";
import { clinicianOf, patientOf, placeOf, policyOf } from "#server/billing/claims/claim-people.ts";
import { billingProviderOf } from "#server/payers/billing-provider.service.ts";
import {
  findContractInForce,
  type ContractInForce,
} from "#server/payers/contracts-in-force.service.ts";
import type { Work } from "#server/platform/work.ts";

/** A stay as its claims need it. */
export interface ClaimStay {
  readonly patientId: string;
  readonly endedOn: string | null;
  readonly patient: ClaimFacts["patient"];
  readonly stay: ClaimFacts["stay"];
  readonly attendingStaffId: string | null;
}

/** What a payer allowed for a stay. */
export interface GroundAuthorization {
  readonly id: string;
  readonly enrollmentId: string;
  readonly coverageId: string;
  readonly number: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A policy, and from when to when it holds. */
type PolicyOf = ClaimFacts["otherCoverages"][number] & {
  readonly span: { readonly effectiveFrom: string; readonly effectiveTo: string | null };
};

/** Everything that claims of some days are put together from, read for all of them at once. */
export interface ClaimGround {
  readonly contracts: ReadonlyMap<string, ContractInForce>;
  readonly stays: ReadonlyMap<string, ClaimStay>;
  readonly policies: ReadonlyMap<
    string,
    { readonly coverage: ClaimFacts["coverage"]; readonly payer: ClaimFacts["payer"] }
  >;
  readonly diagnoses: ReadonlyMap<string, readonly StayDiagnosis[]>;
  readonly authorizations: readonly GroundAuthorization[];
  readonly providers: ReadonlyMap<string, BillingProvider>;
  readonly sites: ReadonlyMap<string, ClaimFacts["site"]>;
  readonly leads: ReadonlyMap<string, SessionLead>;
  readonly attending: ReadonlyMap<string, ClaimFacts["attending"]>;
  readonly waiting: readonly WaitingDay[];
  readonly bills: ReadonlyMap<string, number>;
  /** Each patient's policies, the first to pay before the others. */
  readonly policiesOf: ReadonlyMap<string, readonly PolicyOf[]>;
  /** Whether a day of a stay goes without an authorization on somebody's word. */
  readonly isReleased: (enrollmentId: string, serviceDate: string) => boolean;
}

/** Days out of which a claim can be made: somebody pays by some contract. */
export type PaidDay = DayCharge & {
  readonly coverageId: string;
  readonly payerId: string;
  readonly contractVersionId: string;
};

export const isPaid = (day: DayCharge): day is PaidDay =>
  day.coverageId !== null && day.payerId !== null && day.contractVersionId !== null;

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** Names the bills of a stay under one policy. */
export const billsKey = (enrollmentId: string, coverageId: string): string =>
  `${enrollmentId} ${coverageId}`;

const contractsOf = async (work: Work, ids: readonly string[]) => {
  const contracts = new Map<string, ContractInForce>();
  for (const id of ids) {
    const contract = await findContractInForce(work, id);
    if (contract !== undefined) contracts.set(id, contract);
  }
  return contracts;
};

const providersOf = async (work: Work, siteIds: readonly string[]) => {
  const providers = new Map<string, BillingProvider>();
  for (const siteId of siteIds) {
    const provider = await billingProviderOf(work, siteId);
    if (provider === null) throw conflict("billing-provider-missing");
    providers.set(siteId, provider);
  }
  return providers;
};

const stayOf = (row: queries.StayRow): ClaimStay => ({
  patientId: row.patientId,
  endedOn: row.endedOn,
  patient: patientOf(row),
  stay: {
    admittedOn: row.admittedOn,
    admissionType: admissionTypeSchema.parse(row.admissionType),
    admissionSource: admissionSourceSchema.parse(row.admissionSource),
    patientStatus: patientStatusSchema.parse(row.patientStatus),
  },
  attendingStaffId: row.attendingStaffId,
});

const leadsOf = async (work: Work, sessionIds: readonly string[]) => {
  const rows = sessionIds.length === 0 ? [] : await queries.selectLeads(work, sessionIds);
  const clinicians = await queries.selectClinicians(work);
  const supervisorOf = new Map(clinicians.map((row) => [row.id, row.supervisorId]));
  const byId = new Map(clinicians.map((row) => [row.id, clinicianOf(row)]));
  const leads = new Map<string, SessionLead>();
  for (const { sessionId, staffId } of rows.toReversed()) {
    const supervisor = byId.get(supervisorOf.get(staffId) ?? "") ?? null;
    leads.set(sessionId, { lead: byId.get(staffId) ?? null, supervisor });
  }
  return { leads, attending: byId };
};

const payerOf = ({ payerId, payerName, electronicId }: queries.PolicyRow) => ({
  id: payerId,
  name: payerName,
  electronicId,
});

const policiesByPatient = async (work: Work, patientIds: readonly string[]) => {
  const rows = await queries.selectPoliciesOf(work, patientIds);
  const all = rows.map((row) => ({
    patientId: row.patientId,
    coverage: policyOf(row),
    payer: { ...payerOf(row), kind: payerKindSchema.parse(row.payerKind) },
    span: { effectiveFrom: row.effectiveFrom, effectiveTo: row.effectiveTo },
  }));
  return Map.groupBy(all, ({ patientId }) => patientId);
};

/** What days are grouped into claims by. */
export type GroupingGround = Pick<ClaimGround, "contracts" | "stays" | "waiting" | "bills">;

export const groupingGroundOf = async (
  work: Work,
  days: readonly PaidDay[],
): Promise<GroupingGround> => {
  const stayIds = distinct(days.map((day) => day.enrollmentId));
  const stays = await queries.selectStays(work, stayIds);
  const bills = await queries.countStandingBills(work, stayIds);
  return {
    contracts: await contractsOf(work, distinct(days.map((day) => day.contractVersionId))),
    stays: new Map(stays.map((row) => [row.id, stayOf(row)])),
    waiting: await queries.selectWaitingDays(work, stayIds),
    bills: new Map(bills.map((row) => [billsKey(row.enrollmentId, row.coverageId), row.bills])),
  };
};

/** Reads the ground of these days: a dozen statements, whatever their number. */
export const groundOfDays = async (work: Work, days: readonly PaidDay[]): Promise<ClaimGround> => {
  const stayIds = distinct(days.map((day) => day.enrollmentId));
  const siteIds = distinct(days.map((day) => day.siteId));
  const sessionIds = distinct(
    days.flatMap((day) => day.lines.flatMap((line) => line.sessions.map((one) => one.sessionId))),
  );
  const policies = await queries.selectPolicies(work, distinct(days.map((day) => day.coverageId)));
  const diagnoses = await queries.selectDiagnoses(work, stayIds);
  const places = await queries.selectPlaces(work, siteIds);
  return {
    ...(await groupingGroundOf(work, days)),
    policies: new Map(
      policies.map((row) => [
        row.id,
        {
          coverage: policyOf(row),
          payer: payerOf(row),
        },
      ]),
    ),
    diagnoses: Map.groupBy(diagnoses, (row) => row.enrollmentId),
    authorizations: await queries.selectAuthorizations(work, stayIds),
    providers: await providersOf(work, siteIds),
    sites: new Map(places.map((row) => [row.id, placeOf(row)])),
    ...(await leadsOf(work, sessionIds)),
    policiesOf: await policiesByPatient(work, distinct(days.map((day) => day.patientId))),
    isReleased: await releasedDaysOf(work, stayIds),
  };
};
