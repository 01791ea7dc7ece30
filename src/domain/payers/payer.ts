import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optionalLineSchema, lineSchema } from "#domain/basics/text.ts";

const payerKinds = [
  "commercial",
  "medicaid",
  "medicare",
  "medicare-advantage",
  "tricare",
  "other",
] as const;
export const payerKindSchema = z.enum(payerKinds);

/** What people say of a payer: the name on the card. `electronicId` is how a clearinghouse knows it. */
export const payerFacts = z.object({
  name: lineSchema(120),
  kind: payerKindSchema,
  electronicId: optionalLineSchema(20),
});

export const payerSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    kind: payerKindSchema,
    electronicId: z.string().nullable(),
    createdAt: instantSchema,
    retiredAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "Payer" });
export type Payer = z.output<typeof payerSchema>;
