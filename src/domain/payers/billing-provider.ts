import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { npiSchema } from "#domain/basics/npi.ts";
import { optional } from "#domain/basics/optional.ts";
import { phoneSchema } from "#domain/basics/phone.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { usStateSchema } from "#domain/basics/us-address.ts";

/**
 * True for what is a post office box and no street: 2010AA takes a street address, and mail to a box goes into the pay-to
 * address (005010X222A1 and X223A2, loop 2010AA N3).
 */
export const isPostOfficeBox = (street: string): boolean =>
  /\b(p\.?\s*o\.?\s*box|post\s+office\s+box|lock\s*box|caller\s+box)\b/i.test(street);

/** The provider's own address as a claim takes it: a street, and nine digits of ZIP (loop 2010AA N301, N403). */
export const billingAddressSchema = z
  .object({
    street: lineSchema(55).refine((street) => !isPostOfficeBox(street), {
      params: { code: "post-office-box" },
    }),
    unit: optionalLineSchema(55),
    city: lineSchema(30),
    state: usStateSchema,
    postalCode: z
      .string()
      .trim()
      .regex(/^\d{5}-\d{4}$/),
  })
  .meta({ id: "BillingAddress" });

/** What is tested with a payer, or what is owed: ISA15. */
export const fileUsages = ["T", "P"] as const;

const idOfParty = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9 -]{2,15}$/);

/** Who bills and through whom: loops 1000A, 1000B and 2010AA, for the whole organization or for one site. */
export const billingProviderFacts = z.object({
  siteId: optional(idSchema),
  name: lineSchema(60),
  npi: npiSchema,
  /** Health care provider taxonomy (NUCC): nine characters and X. */
  taxonomy: z
    .string()
    .transform((value) => value.trim().toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{9}X$/)),
  /** `ein`: REF01 EI, an employer's number; `ssn`: REF01 SY, a person's. */
  taxIdKind: z.enum(["ein", "ssn"]),
  taxId: z
    .string()
    .transform((value) => value.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{9}$/)),
  address: billingAddressSchema,
  phone: phoneSchema,
  contactName: lineSchema(60),
  /** How the receiver knows who sends (ISA06, GS02, 1000A NM109). */
  submitterId: idOfParty,
  receiverName: lineSchema(60),
  /** Clearinghouse or payer (ISA08, GS03, 1000B NM109). */
  receiverId: idOfParty,
  usage: z.enum(fileUsages),
});

export const billingProviderSchema = z
  .object({
    id: idSchema,
    ...billingProviderFacts.shape,
    siteId: idSchema.nullable(),
    siteName: z.string().nullable(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: "BillingProvider" });
export type BillingProvider = z.output<typeof billingProviderSchema>;
