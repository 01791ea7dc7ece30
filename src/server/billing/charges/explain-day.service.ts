import { z } from "zod";
import { shownName } from "#domain/patients/shown-name.ts";
import { chargeConflict } from "#domain/billing/charges/conflict.ts";
import type * as api from "#domain/billing/charges/day-charge.api.ts";
import { dayChargesOf } from "#domain/billing/charges/day-charges.ts";
import { dayChargeSchema, type DayCharge } from "#domain/billing/charges/day-charge.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import * as queries from "#server/billing/charges/day-charge.queries.ts";
import { selectDaysOfDate } from "#server/billing/charges/day-facts.queries.ts";
import { findClaimOfDay } from "#server/billing/charges/day-release.queries.ts";
import { shownHoldsOf } from "#server/billing/charges/hold-owner.service.ts";
import { judgeDayBy, judgeDays, type JudgedDay } from "#server/billing/charges/judge-days.ts";
import { madeUpDay } from "#server/billing/charges/made-up-day.ts";
import { findContractInForce } from "#server/payers/contracts-in-force.service.ts";
import type { Work } from "#server/platform/work.ts";

const payerOf = ({ read }: JudgedDay) =>
  read.coverage === null || read.payerName === null
    ? null
    : { id: read.coverage.payerId, name: read.payerName };

const heldOf = ({ read, facts, charges }: JudgedDay) => ({
  patientId: facts.patientId,
  enrollmentId: facts.enrollment.id,
  serviceDate: facts.serviceDate,
  payerName: read.payerName,
  holds: charges.holds,
});

const contractOf = ({ contract }: JudgedDay) =>
  contract === null
    ? null
    : {
        id: contract.contract.id,
        name: contract.contract.name,
        versionId: contract.version.id,
        versionNumber: contract.version.number,
      };

const isAsKept = ({ charges, state }: JudgedDay, kept: DayCharge | null): boolean => {
  if (kept === null) return false;
  if (kept.state === "claimed") return kept.difference === null;
  const { contractVersionId, isTest, lines, zeroes, holds, authorizationId, totalCents } = kept;
  const was = { contractVersionId, isTest, lines, zeroes, holds, authorizationId, totalCents };
  return kept.state === state && isSame(was, charges);
};

/** Compared without regard to the order of fields, which a database does not keep. */
const isSame = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => a.localeCompare(b)))
      : inner,
  );

/**
 * What is kept of a day, under the policy that covers it now where there is one, and the claim it is in: under whichever policy it
 * was billed.
 */
export const keptOf = async (work: Work, { facts }: JudgedDay) => {
  const { serviceDate, enrollment, coverage } = facts;
  const asked = { enrollmentId: enrollment.id, serviceDate };
  const found = (await queries.selectKept(work, asked)).map((one) => dayChargeSchema.parse(one));
  const coverageId = coverage?.id ?? null;
  const kept = found.find((one) => one.coverageId === coverageId) ?? found[0] ?? null;
  const claimId = kept?.claimId ?? found.find((one) => one.claimId !== null)?.claimId ?? null;
  const claim = claimId === null ? undefined : await findClaimOfDay(work, claimId);
  return { kept, claim: claim ?? null };
};

/** What a day would bill now, asked of the same rule that keeps the charges, beside what is kept. */
export const explainDay = async (
  work: Work,
  asked: Parsed<typeof api.explainDay>,
): Promise<Output<typeof api.explainDay>> => {
  const [day] = await judgeDays(work, [asked]);
  if (day === undefined) throw notFound();
  const { read, facts, charges, state } = day;
  const [holds = []] = await shownHoldsOf(work, [heldOf(day)]);
  const { kept, claim } = await keptOf(work, day);
  return {
    serviceDate: facts.serviceDate,
    zone: facts.zone,
    patientId: facts.patientId,
    patientName: shownName(read.patientName),
    enrollmentId: facts.enrollment.id,
    levelName: read.levelName,
    payer: payerOf(day),
    contract: contractOf(day),
    services: facts.services,
    state: kept?.state === "claimed" ? "claimed" : state,
    charges,
    holds,
    releases: facts.releases,
    claim,
    kept,
    isAsKept: isAsKept(day, kept),
  };
};

const sessionRead = z.object({
  sessionId: z.string(),
  name: z.string(),
  zone: z.string(),
  serviceDate: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
});

/** What a session would bill now, for each person in it: its part of the day, and where the whole day stands. */
export const explainSession = async (
  work: Work,
  { sessionId }: Parsed<typeof api.explainSession>,
): Promise<Output<typeof api.explainSession>> => {
  const found = await queries.findSession(work, sessionId);
  if (found === undefined) throw notFound();
  const days = await judgeDays(work, found.days);
  const holds = await shownHoldsOf(work, days.map(heldOf));
  const rows = days.map((day, place) => {
    const { read, facts, charges, state } = day;
    const own = facts.services.find((service) => service.sessionId === sessionId);
    return {
      patientId: facts.patientId,
      patientName: shownName(read.patientName),
      enrollmentId: facts.enrollment.id,
      payer: payerOf(day),
      creditedMinutes: own?.creditedMinutes ?? 0,
      isOver: own?.isOver ?? true,
      lines: charges.lines.filter(({ sessions }) =>
        sessions.some((session) => session.sessionId === sessionId),
      ),
      zeroes: charges.zeroes.filter((zero) => zero.sessionId === sessionId),
      holds: holds[place] ?? [],
      state,
      dayTotalCents: charges.totalCents,
    };
  });
  return {
    ...sessionRead.parse(found.session),
    rows: rows.toSorted((a, b) => a.patientName.localeCompare(b.patientName)),
  };
};

/** What a date would bill now, person by person. */
export const previewDate = async (
  work: Work,
  asked: Parsed<typeof api.previewDate>,
): Promise<Output<typeof api.previewDate>> => {
  const days = await judgeDays(work, await selectDaysOfDate(work, asked));
  const holds = await shownHoldsOf(work, days.map(heldOf));
  const rows = days.map((day, place) => ({
    patientId: day.facts.patientId,
    patientName: shownName(day.read.patientName),
    enrollmentId: day.facts.enrollment.id,
    levelName: day.read.levelName,
    payer: payerOf(day),
    zone: day.facts.zone,
    services: day.facts.services.map(({ sessionId, sessionName, startedAt, isOver }) => ({
      sessionId,
      sessionName,
      startedAt,
      isOver,
    })),
    lines: day.charges.lines,
    zeroes: day.charges.zeroes,
    holds: holds[place] ?? [],
    state: day.state,
    totalCents: day.charges.totalCents,
  }));
  return {
    serviceDate: asked.serviceDate,
    rows: rows.toSorted((a, b) => a.patientName.localeCompare(b.patientName)),
    totalCents: rows
      .filter(({ state }) => state !== "open")
      .reduce((sum, { totalCents }) => sum + totalCents, 0),
  };
};

/** What a version of a contract makes of a day, real or made up. Nothing is kept. */
export const tryContract = async (
  work: Work,
  input: Parsed<typeof api.tryContract>,
): Promise<Output<typeof api.tryContract>> => {
  const contract = await findContractInForce(work, input.contractVersionId);
  if (contract === undefined) throw notFound();
  const { enrollmentId, serviceDate, services } = input;
  if (enrollmentId !== null) {
    const day = await judgeDayBy(work, { enrollmentId, serviceDate }, contract);
    if (day === undefined) throw notFound();
    const { patientId, services: real } = day.facts;
    return { patientId, services: real, charges: day.charges };
  }
  if (services.length === 0) throw chargeConflict("day-without-services");
  const facts = madeUpDay(work, input, contract);
  return { patientId: null, services: facts.services, charges: dayChargesOf(facts, contract) };
};
