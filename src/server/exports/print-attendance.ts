import type { ChartCopy, CopiedVisit } from "#domain/exports/chart-copy.ts";
import { clockText, dayText, weekOf, wordsOf } from "#server/exports/print-words.ts";
import type { Print } from "#server/platform/pdf/print.ts";

const columns = [
  { name: "Day", part: 3 },
  { name: "Session", part: 5 },
  { name: "There", part: 4 },
  { name: "Came", part: 4 },
  { name: "Credited", part: 2 },
];

const thereText = ({ firstInAt, lastOutAt, zone }: CopiedVisit): string =>
  firstInAt === null ? "" : `${clockText(firstInAt, zone)} to ${clockText(lastOutAt, zone)}`;

const rowOf = (visit: CopiedVisit): string[] => [
  dayText(visit.serviceDate),
  visit.sessionName,
  thereText(visit),
  [visit.status, visit.reason, visit.mode]
    .filter((part) => part !== null)
    .map(wordsOf)
    .join(", "),
  `${visit.creditedMinutes} min`,
];

/** Who came and for how long, week by week from Monday on; the sum is of credited minutes. */
export const printAttendance = (print: Print, chart: ChartCopy): void => {
  print.part("Attendance");
  if (chart.visits.length === 0) print.paragraph("None is written down.", "quiet");
  const weeks = Map.groupBy(chart.visits, (visit) => weekOf(visit.serviceDate));
  for (const [week, visits] of weeks) {
    const minutes = visits.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0);
    const hours = (minutes / 60).toFixed(2);
    print.heading(
      "H3",
      `Week of ${dayText(week)}: ${minutes} credited minutes (${hours} hours) in ${visits.length} sessions`,
    );
    print.table(columns, visits.map(rowOf));
  }
};
