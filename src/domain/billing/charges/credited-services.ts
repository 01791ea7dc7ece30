import type { Zero, ZeroCode } from "#domain/billing/charges/day-charge.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";

const byTime = (a: DayService, b: DayService): number =>
  a.startedAt.localeCompare(b.startedAt) ||
  a.sessionId.localeCompare(b.sessionId) ||
  a.attendanceId.localeCompare(b.attendanceId);

export const zeroOf = (
  { sessionId }: Pick<DayService, "sessionId">,
  code: ZeroCode,
  values: Zero["values"] = {},
  source: string | null = null,
): Zero => ({ sessionId, code, values, source });

/** Why a service is no ground for any charge, whatever a contract says; null where it is one. */
const worthless = (service: DayService): Zero | null => {
  const { status, isOver, creditedMinutes, deliveredMinutes, isOverLimit, noteState } = service;
  if (status === "cancelled") return zeroOf(service, "cancelled");
  if (noteState === "retracted") return zeroOf(service, "note-retracted");
  if (creditedMinutes > 0) return null;
  if (!isOver) return zeroOf(service, "not-over");
  if (deliveredMinutes > 0)
    return zeroOf(service, "no-credited-minutes", {
      deliveredMinutes,
      ...(isOverLimit === true && { isOverLimit }),
    });
  return zeroOf(service, "not-there", { status });
};

/**
 * The services a day can be billed for, earliest first, and why the others cannot: no credited minutes, no money. A note that was
 * retracted proves nothing; one that is only unsigned holds the bill and takes nothing away.
 */
export const creditedServices = (
  services: readonly DayService[],
): { credited: DayService[]; zeroes: Zero[] } => {
  const sorted = [...services].toSorted(byTime);
  const judged = sorted.map((service) => ({ service, zero: worthless(service) }));
  return {
    credited: judged.flatMap(({ service, zero }) => (zero === null ? [service] : [])),
    zeroes: judged.flatMap(({ zero }) => zero ?? []),
  };
};
