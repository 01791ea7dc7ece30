import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type { readGroupAttendance } from "#domain/reporting/group-attendance.api.ts";
import type { GroupAttendanceRow } from "#domain/reporting/group-attendance.ts";
import { shownWeeks } from "#domain/reporting/program-figures.ts";
import { attendanceReasonSchema } from "#domain/scheduling/attendance-event.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import * as queries from "#server/reporting/group-attendance.queries.ts";

const none = { attended: 0, excused: 0, absent: 0, unmarked: 0, sessions: 0, calledOff: 0 };

type Reasons = GroupAttendanceRow["reasons"];

/** A correction gives its reason in a sentence, which may name somebody: it counts as another reason. */
const knownReason = (reason: string | null): Reasons[number]["reason"] =>
  reason === null ? null : (attendanceReasonSchema.safeParse(reason).data ?? "other");

const added = (counted: readonly { reason: string | null; seats: number }[]): Reasons => {
  const sums = new Map<Reasons[number]["reason"], number>();
  for (const { reason, seats } of counted) {
    const known = knownReason(reason);
    sums.set(known, (sums.get(known) ?? 0) + seats);
  }
  return [...sums]
    .map(([reason, seats]) => ({ reason, seats }))
    .toSorted((one, other) => other.seats - one.seats);
};

/** Groups that had a session in these weeks, by name; last what belongs to no group. */
export const listGroupAttendance = async (
  work: Work,
  { siteId }: Parsed<typeof readGroupAttendance>,
): Promise<Output<typeof readGroupAttendance>> => {
  const { zone } = await getOrganization(work);
  const on = dateAt(work.now, zone);
  const weeks = shownWeeks(on);
  const wanted = { today: on, firstWeek: weeks[0] ?? on, siteId };
  const seats = await queries.countSeats(work, wanted);
  const held = await queries.countSessions(work, wanted);
  const away = await queries.countReasons(work, wanted);
  const groups = await queries.selectGroups(work);
  const rowOf = (
    seriesId: string | null,
    name: string | null,
    programName: string | null,
  ): GroupAttendanceRow => ({
    seriesId,
    name,
    programName,
    weeks: weeks.map((startsOn) => {
      const here = (one: { seriesId: string | null; startsOn: string }): boolean =>
        one.seriesId === seriesId && one.startsOn === startsOn;
      const { seriesId: _, ...week } = {
        ...none,
        ...held.find(here),
        ...seats.find(here),
        startsOn,
      };
      return week;
    }),
    reasons: added(away.filter((one) => one.seriesId === seriesId)),
  });
  const rows = [
    ...groups.map((group) => rowOf(group.seriesId, group.name, group.programName)),
    rowOf(null, null, null),
  ];
  const met = new Set(held.map(({ seriesId }) => seriesId));
  return { on, rows: rows.filter(({ seriesId }) => met.has(seriesId)) };
};
