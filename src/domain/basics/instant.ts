import { z } from "zod";
import { isYearInRange } from "#domain/basics/civil-date.ts";

/** A moment on the time line as ISO 8601 in UTC, in a year that a civil date may have. The screen turns it into the wall time of a place. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .refine(isYearInRange, { params: { code: "date-out-of-range" } });
