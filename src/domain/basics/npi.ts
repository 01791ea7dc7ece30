import { z } from "zod";
import { optional } from "#domain/basics/optional.ts";

/**
 * National Provider Identifier: ten digits, the first 1 or 2, the last a Luhn check digit computed with
 * the prefix 80840 (45 CFR 162.406; CMS "Requirements for NPI and NPI Check Digit").
 */
export const isNpi = (value: string): boolean => {
  if (!/^[12]\d{9}$/.test(value)) return false;
  // 24 is what the five digits of the prefix 80840 add to the sum.
  let sum = 24;
  for (let place = 0; place < 10; place++) {
    const digit = Number(value[place]);
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

export const npiSchema = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, ""))
  .pipe(z.string().refine(isNpi, { params: { code: "npi-check-digit" } }));

export const optionalNpiSchema = optional(npiSchema);
