import { z } from "zod";
import { findingCodes, type FindingCode } from "#domain/imports/finding-codes.ts";

/**
 * What somebody has to know of one entry of a file: a code, the field it is about, and what stood there, shortened. The words are
 * the catalogue's.
 */
export const findingSchema = z.object({
  code: z.enum(findingCodes),
  field: z.string().nullable(),
  value: z.string().nullable(),
});
export type Finding = z.output<typeof findingSchema>;

const longestShown = 80;

/** A value as a sentence can quote it: one line, short, without what steers a terminal. */
const shown = (value: string): string => {
  const line = value.slice(0, longestShown + 1).replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ");
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
};

export const finding = (code: FindingCode, field?: string, value?: string): Finding => ({
  code,
  field: field ?? null,
  value: value === undefined ? null : shown(value),
});
