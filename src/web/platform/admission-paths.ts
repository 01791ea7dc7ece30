import { paths } from "#web/platform/paths.ts";

/** The word of the address that carries the stay a seat is looked for. */
export const seatForWord = "for";

/** The groups of a program, on the way to a seat for one stay. */
export const groupsFor = (stay: {
  readonly enrollmentId: string;
  readonly programName: string;
}): string =>
  `${paths.seriesList}?${new URLSearchParams({ "series.find": stay.programName, [seatForWord]: stay.enrollmentId }).toString()}`;

/** A group, still on the way to a seat for whoever the address of the list named. */
export const groupFor = (seriesId: string, enrollmentId: string): string =>
  enrollmentId === ""
    ? paths.series(seriesId)
    : `${paths.series(seriesId)}?${new URLSearchParams({ [seatForWord]: enrollmentId }).toString()}`;

/** Whoever was admitted lately and lacks something. */
export const newStaysPath = "/staff/new-admissions";
