import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import type { ChartPart } from "#domain/exports/chart-part.ts";
import { printIdentity, printPapers, printStays } from "#server/exports/print-facts.ts";
import { printMeasures, printNotes } from "#server/exports/print-notes.ts";
import { printPlan } from "#server/exports/print-plan.ts";
import { printAttendance } from "#server/exports/print-attendance.ts";
import type { PrintOccasion } from "#server/exports/print-occasion.ts";
import { dayText, momentText } from "#server/exports/print-words.ts";
import { Print } from "#server/platform/pdf/print.ts";

const daysOf = ({ from, to }: PrintOccasion): string => {
  if (from === null && to === null) return "the whole record";
  if (from === null) return `attendance, notes and measures up to ${dayText(to)}`;
  if (to === null) return `attendance, notes and measures from ${dayText(from)} on`;
  return `attendance, notes and measures from ${dayText(from)} to ${dayText(to)}`;
};

const legalName = ({ patient }: ChartCopy): string =>
  [patient.givenName, patient.middleName, patient.familyName, patient.nameSuffix]
    .filter((part) => part !== null)
    .join(" ");

const printFront = (print: Print, chart: ChartCopy, occasion: PrintOccasion): void => {
  const { organization } = occasion.keeper;
  print.heading("H1", `Chart of ${legalName(chart)}`);
  print.paragraph(
    `${organization.name} handed this over to ${occasion.recipient} on ${momentText(occasion.at, organization.zone)}, for ${occasion.purpose}. It holds ${daysOf(occasion)}.`,
  );
  print.paragraph(
    "Never in a chart that leaves: psychotherapy notes and counseling notes, which are kept apart; words that nobody has signed; names of other people in a group.",
    "quiet",
  );
  if (occasion.notice !== null) {
    print.heading("H3", "Notice that goes with this record");
    print.paragraph(occasion.notice.long);
  }
};

/** One person's chart on paper, for people and for whatever reads to them. */
export const printChart = (
  chart: ChartCopy,
  occasion: PrintOccasion,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> => {
  const { organization } = occasion.keeper;
  const name = legalName(chart);
  const print = new Print({
    title: `Chart of ${name}, MRN ${chart.patient.mrn}`,
    author: organization.name,
    head: [`${name}, MRN ${chart.patient.mrn}`, `Born ${dayText(chart.patient.birthDate)}`],
    foot: `${organization.name} · printed ${momentText(occasion.at, organization.zone)}`,
    createdAt: new Date(occasion.at),
    notice: occasion.notice?.short ?? null,
  });
  const has = (part: ChartPart) => occasion.parts.includes(part);
  printFront(print, chart, occasion);
  printIdentity(print, chart, occasion);
  if (has("stays")) printStays(print, chart);
  if (has("plan")) printPlan(print, chart);
  if (has("attendance")) printAttendance(print, chart);
  if (has("notes")) printNotes(print, chart);
  if (has("measures")) printMeasures(print, chart, organization.zone);
  printPapers(print, chart, occasion);
  if (print.hasUndrawn)
    print.paragraph(
      "Some letters here cannot be drawn with the typeface of this print and stand as dots. Programs that read aloud or search find them as they were written, and the FHIR file has them, too.",
      "quiet",
    );
  return print.end();
};
