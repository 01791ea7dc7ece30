import { z } from "zod";
import { optional } from "#domain/basics/optional.ts";

/** North American number as ten digits (`8085550100`); area code and exchange begin with 2 to 9 (NANP). */
export const phoneSchema = z
  .string()
  .transform((value) => value.replace(/[\s().-]/g, "").replace(/^\+?1(?=\d{10}$)/, ""))
  .pipe(z.string().regex(/^[2-9]\d{2}[2-9]\d{6}$/));

export const optionalPhoneSchema = optional(phoneSchema);

/** `8085550100` as people write it: `(808) 555-0100`. */
export const spokenPhone = (digits: string): string =>
  `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
