import { ledgerOf } from "#domain/scheduling/ledger.ts";
import type { Work } from "#server/platform/work.ts";
import { readLedger } from "#server/scheduling/attendance.queries.ts";
import { parseLedger } from "#server/scheduling/ledger-read.ts";

/** Where the attendance of a session is not what its events come to, derived anew: in sentences, empty where all agrees. */
export const ledgerDifferences = async (work: Work, sessionId: string): Promise<string[]> => {
  const read = parseLedger(await readLedger(work, sessionId));
  const { session, rule, attendances, events, elsewhere } = read;
  const { rows } = ledgerOf({
    session,
    events,
    rule: {
      graceMinutes: rule.graceMinutes ?? 0,
      breaksCount: rule.breaksCount ?? false,
      minimumMinutes: rule.minimumMinutes ?? 0,
      minutesToCount: rule.minutesToCount,
    },
    attendees: attendances.map(({ patientId }) => ({
      patientId,
      elsewhere: elsewhere.filter((one) => one.patientId === patientId),
    })),
  });
  const derived = new Map(rows.map((row) => [row.patientId, row]));
  return attendances.flatMap((kept) => {
    const row = derived.get(kept.patientId);
    const isSame =
      row?.status === kept.status &&
      row.creditedMinutes === kept.creditedMinutes &&
      row.deliveredMinutes === kept.deliveredMinutes &&
      row.firstInAt === kept.firstInAt &&
      row.lastOutAt === kept.lastOutAt;
    const said = `${kept.creditedMinutes} credited, events say ${String(row?.creditedMinutes)}`;
    return isSame ? [] : [`${kept.patientId} in ${sessionId}: ${said}`];
  });
};
