import type { Temporal } from "temporal-polyfill";

/**
 * The rules of the code that is mailed to a person in care: six digits, ten minutes, five tries, one at a time. A guess
 * has one chance in 200,000 before the code is void, and letters are paced by `letterPause`.
 */
export const codeRules = { digits: 6, minutes: 10, tries: 5 } as const;

/** The end of a code that is sent now. */
export const codeEnd = (sentAt: Temporal.Instant): Temporal.Instant =>
  sentAt.add({ minutes: codeRules.minutes });

/** A number of the machine's chance as a code: leading zeros belong to it. */
export const codeText = (number: number): string => String(number).padStart(codeRules.digits, "0");
