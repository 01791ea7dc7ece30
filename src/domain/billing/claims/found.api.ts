import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { searchTextSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";

export const findBilling = route({
  method: "GET",
  path: "/billing/found",
  summary:
    "Claims by how our number begins, files by their name or number, payers by their name: where each leads, and nobody's name",
  permission: "claims:read",
  purpose: "payment",
  audit: { verb: "claim.find", subjects: "none" },
  input: z.object({ q: searchTextSchema(120) }),
  output: z.object({
    claims: z.array(z.object({ id: idSchema, control: z.string(), payerName: z.string() })),
    files: z.array(z.object({ id: idSchema, name: z.string(), payerName: z.string() })),
    payers: z.array(z.object({ id: idSchema, name: z.string() })),
  }),
});
