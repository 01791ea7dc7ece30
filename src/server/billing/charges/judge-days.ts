import { dateAt } from "#domain/basics/civil-date.ts";
import { labelOf, type Label } from "#domain/basics/label.ts";
import { usageOf, usedBefore, type DayUsage } from "#domain/billing/charges/day-authorization.ts";
import {
  billerOf,
  dayChargesOf,
  dayStateOf,
  type NoContract,
} from "#domain/billing/charges/day-charges.ts";
import type { DayCharges, DayState } from "#domain/billing/charges/day-charge.ts";
import type { DayFacts } from "#domain/billing/charges/day-facts.ts";
import { isKeptBack, payerTelling } from "#domain/billing/charges/payer-telling.ts";
import type { Consent } from "#domain/privacy/consent.ts";
import { mayDisclose } from "#domain/privacy/may-disclose.ts";
import type { Restriction } from "#domain/privacy/restriction.ts";
import { selectDayFacts, type AskedDay } from "#server/billing/charges/day-facts.queries.ts";
import {
  labelOfDay,
  lapsedSessions,
  parseDay,
  placeOfDay,
  servicesOf,
  type DayRead,
} from "#server/billing/charges/day-read.ts";
import {
  contractsInForce,
  type ContractInForce,
} from "#server/payers/contracts-in-force.service.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { consentsOfMany } from "#server/privacy/consent.service.ts";
import { restrictionsOfMany } from "#server/privacy/restriction.service.ts";

/** A day as the rule sees it now. */
export interface JudgedDay {
  readonly read: DayRead;
  readonly facts: DayFacts;
  readonly contract: ContractInForce | null;
  readonly charges: DayCharges;
  readonly state: Exclude<DayState, "claimed">;
  readonly usage: DayUsage;
  readonly label: Label;
}

/** What is needed besides the days themselves, read for all of them at once. */
interface Ground {
  readonly contracts: readonly ContractInForce[];
  readonly consents: readonly Consent[];
  readonly restrictions: readonly Restriction[];
  readonly today: string;
}

const isUnderPart2 = (label: Label): boolean => label === "part-2" || label === "restricted";

const groundOf = async (work: Work, reads: readonly DayRead[]): Promise<Ground> => {
  const dates = reads.map(({ serviceDate }) => serviceDate).toSorted();
  const payerIds = [...new Set(reads.flatMap(({ coverage }) => coverage?.payerId ?? []))];
  const from = dates.at(0) ?? "";
  const contracts = await contractsInForce(work, { payerIds, from, to: dates.at(-1) ?? from });
  const asked = reads.filter((read) => isUnderPart2(labelOfDay(read)));
  const { zone } = await getOrganization(work);
  const today = dateAt(work.now, zone);
  const patientIds = [...new Set(asked.map(({ patientId }) => patientId))];
  const everybody = [...new Set(reads.map(({ patientId }) => patientId))];
  return {
    contracts,
    consents: await consentsOfMany(work, patientIds, today),
    restrictions: await restrictionsOfMany(work, everybody, today),
    today,
  };
};

const refusedToPayer = (
  read: DayRead,
  { consents, restrictions, today }: Ground,
): DayFacts["refusedToPayer"] => {
  if (read.payerName === null) return null;
  const isOwn = ({ patientId }: { readonly patientId: string }): boolean =>
    patientId === read.patientId;
  const verdict = mayDisclose({
    ...payerTelling(read.payerName),
    labels: [labelOfDay(read)],
    consents: consents.filter(isOwn),
    restrictions: restrictions.filter(isOwn),
    on: today,
  });
  if (verdict.allowed) return null;
  return isKeptBack(verdict.refused) ? "kept-back" : "no-consent";
};

const factsOf = (read: DayRead, ground: Ground, usages: readonly DayUsage[]): DayFacts => {
  const { serviceDate, patientId, enrollment, coverage, diagnoses, releases } = read;
  return {
    serviceDate,
    ...placeOfDay(read),
    patientId,
    enrollment: { ...enrollment, label: labelOf(enrollment.label) },
    coverage,
    services: servicesOf(read),
    diagnoses,
    authorizations: read.authorizations.map((one) => ({
      ...one,
      used: usedBefore(one, serviceDate, usages),
    })),
    releases,
    refusedToPayer: refusedToPayer(read, ground),
    credentialLapsed: lapsedSessions(read),
  };
};

/** A claimed day takes of an allowance what was billed, whatever it would be now. */
const claimedUsage = ({ serviceDate, coverage, kept }: DayRead): DayUsage | null => {
  const claimed = kept.find(
    (one) => one.state === "claimed" && one.coverageId === (coverage?.id ?? null),
  );
  return claimed === undefined ? null : { ...claimed.usage, serviceDate };
};

/** What the contracts in `choose` make of each day; days of one stay in their order, since the earlier is served first. */
const judge = (
  reads: readonly DayRead[],
  ground: Ground,
  choose: (facts: DayFacts) => ContractInForce | NoContract,
): JudgedDay[] => {
  const made = new Map<string, DayUsage[]>();
  return reads.map((read) => {
    const stay = `${read.enrollment.id} ${read.coverage?.id ?? ""}`;
    const before = made.get(stay) ?? [];
    const renewed = new Set(before.map(({ serviceDate }) => serviceDate));
    const stored = read.usages.filter(({ serviceDate }) => !renewed.has(serviceDate));
    const facts = factsOf(read, ground, [...stored, ...before]);
    const biller = choose(facts);
    const charges = dayChargesOf(facts, biller);
    const usage = usageOf(read.serviceDate, charges.lines);
    made.set(stay, [...before, claimedUsage(read) ?? usage]);
    const contract = "none" in biller || charges.contractVersionId === null ? null : biller;
    const label = labelOfDay(read);
    return { read, facts, contract, charges, state: dayStateOf(facts, charges), usage, label };
  });
};

const readDays = async (work: Work, days: readonly AskedDay[]): Promise<DayRead[]> =>
  days.length === 0 ? [] : (await selectDayFacts(work, days)).map(parseDay);

/** What these days would bill now, by stay and date. A handful of statements, however many they are. */
export const judgeDays = async (work: Work, days: readonly AskedDay[]): Promise<JudgedDay[]> => {
  const reads = await readDays(work, days);
  if (reads.length === 0) return [];
  const ground = await groundOf(work, reads);
  return judge(reads, ground, (facts) => billerOf(facts, ground.contracts));
};

/** What one version of a contract would make of a day, whichever contract bills it in truth; undefined where there is no such stay. */
export const judgeDayBy = async (
  work: Work,
  day: AskedDay,
  contract: ContractInForce,
): Promise<JudgedDay | undefined> => {
  const reads = await readDays(work, [day]);
  if (reads.length === 0) return undefined;
  return judge(reads, await groundOf(work, reads), () => contract)[0];
};
