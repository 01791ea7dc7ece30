import { attendanceStatusSchema, wasThere } from "#domain/scheduling/attendance.ts";
import type { TimelineEntry } from "#domain/charting/chart.ts";

interface Stay {
  readonly id: string;
  readonly admittedOn: string;
  readonly endedOn: string | null;
}

/**
 * The day of the last session that somebody was in, during a stay: that day a discharge is of, not the day on which somebody
 * writes it down (TEDS, date of last contact). Null where nothing says so: nobody came yet, or several stays run beside each
 * other and a session may be of any of them.
 */
export const lastThere = (
  stay: Stay,
  stays: readonly Stay[],
  entries: readonly Pick<TimelineEntry, "kind" | "day" | "status">[],
): string | null => {
  const isBeside = stays.some(
    ({ id, endedOn }) => id !== stay.id && (endedOn === null || endedOn >= stay.admittedOn),
  );
  if (isBeside) return null;
  const days = entries
    .filter(({ kind, day, status }) => {
      const known = attendanceStatusSchema.safeParse(status);
      return kind === "session" && known.success && wasThere(known.data) && day >= stay.admittedOn;
    })
    .map(({ day }) => day);
  return days.toSorted().at(-1) ?? null;
};
