import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/scheduling/session.api.ts";
import type { Work } from "#server/platform/work.ts";
import { selectCalls, staysSeatedIn } from "#server/scheduling/closure.queries.ts";
import { callsOf } from "#server/scheduling/closure.service.ts";
import { hoursWithout } from "#server/scheduling/hours.service.ts";
import { getSession } from "#server/scheduling/session.service.ts";

const atLeast = (all: readonly number[]): number => (all.length === 0 ? 0 : Math.min(...all));

/** Whose hours of the week a session takes below their floor, or further below it, if it is called off: said before it is. */
export const foreseeCallingOff = async (
  work: Work,
  { sessionId }: Parsed<typeof api.foreseeCallingOff>,
): Promise<Output<typeof api.foreseeCallingOff>> => {
  const { serviceDate: on } = await getSession(work, sessionId);
  const stays = await staysSeatedIn(work, [sessionId]);
  const seated = new Set(stays.map(({ enrollmentId }) => enrollmentId));
  const patientIds = [...new Set(stays.map(({ patientId }) => patientId))];
  const { asIs, without } = await hoursWithout(work, patientIds, { sessionId, on });
  const before = new Map(asIs.map((week) => [week.enrollmentId, week.shortMinutes]));
  const cut = without.flatMap(({ enrollmentId, standing, shortMinutes }) => {
    const was = before.get(enrollmentId) ?? 0;
    const isCut = seated.has(enrollmentId) && standing === "short" && shortMinutes > was;
    return isCut ? [{ was, is: shortMinutes }] : [];
  });
  const bookedBefore = new Map(asIs.map((week) => [week.enrollmentId, week.bookedMinutes]));
  const lost = without.flatMap(({ enrollmentId, variance, standing, bookedMinutes }) => {
    const minutes = (bookedBefore.get(enrollmentId) ?? 0) - bookedMinutes;
    const isNotHeld = standing === "variance" && variance === "closure";
    return seated.has(enrollmentId) && isNotHeld && minutes > 0 ? [minutes] : [];
  });
  const short = cut.map(({ is }) => is);
  return {
    short: cut.length,
    shortAlready: cut.filter(({ was }) => was > 0).length,
    notHeld: lost.length,
    notHeldMinutes: Math.max(0, ...lost),
    leastMinutes: atLeast(short),
    mostMinutes: Math.max(0, ...short),
  };
};

/** Whom to call because a session is called off, or about to be. */
export const listSessionCalls = async (
  work: Work,
  { sessionId, limit }: Parsed<typeof api.listSessionCalls>,
): Promise<Output<typeof api.listSessionCalls>> => {
  await getSession(work, sessionId);
  return callsOf(await selectCalls(work, { sessionId, limit }));
};
