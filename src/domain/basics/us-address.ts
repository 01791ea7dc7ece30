import { z } from "zod";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";

/** Postal codes of the states, the District and the territories (USPS Publication 28, appendix B). */
export const usStates = [
  "AL",
  "AK",
  "AZ",
  "AR",
  "CA",
  "CO",
  "CT",
  "DE",
  "DC",
  "FL",
  "GA",
  "HI",
  "ID",
  "IL",
  "IN",
  "IA",
  "KS",
  "KY",
  "LA",
  "ME",
  "MD",
  "MA",
  "MI",
  "MN",
  "MS",
  "MO",
  "MT",
  "NE",
  "NV",
  "NH",
  "NJ",
  "NM",
  "NY",
  "NC",
  "ND",
  "OH",
  "OK",
  "OR",
  "PA",
  "RI",
  "SC",
  "SD",
  "TN",
  "TX",
  "UT",
  "VT",
  "VA",
  "WA",
  "WV",
  "WI",
  "WY",
  "AS",
  "GU",
  "MP",
  "PR",
  "VI",
] as const;
export const usStateSchema = z.enum(usStates);
export type UsState = (typeof usStates)[number];

/** A street address in the United States. `postalCode` is a ZIP (`97201`) or ZIP+4 (`97201-1234`). */
export const usAddressSchema = z
  .object({
    street: lineSchema(80),
    unit: optionalLineSchema(80),
    city: lineSchema(60),
    state: usStateSchema,
    postalCode: z
      .string()
      .trim()
      .regex(/^\d{5}(-\d{4})?$/),
  })
  .meta({ id: "UsAddress" });
export type UsAddress = z.output<typeof usAddressSchema>;
