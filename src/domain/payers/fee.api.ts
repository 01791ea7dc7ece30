import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { feeFacts, feeSchema } from "#domain/payers/fee.ts";

const manage = { permission: "contracts:manage", purpose: "payment" } as const;

export const addFee = route({
  ...manage,
  method: "POST",
  path: "/contracts/{contractId}/fees",
  summary: "Add a price from a day on; the one before it ends the day before",
  audit: {
    verb: "contract-fee.add",
    subjects: "none",
    record: (_, fee) => ({ kind: "contract-fee", id: fee.id }),
  },
  input: z.object({ contractId: idSchema, ...feeFacts.shape }),
  output: feeSchema,
  errors: { "fee-of-nothing": 409, "fee-follows-later": 409, "level-retired": 409, retired: 409 },
  status: 201,
});

export const withdrawFee = route({
  ...manage,
  method: "POST",
  path: "/contract-fees/{feeId}/withdrawal",
  summary: "Withdraw a price that was entered by mistake; the one it had ended holds again",
  audit: {
    verb: "contract-fee.withdraw",
    subjects: "none",
    record: ({ feeId }) => ({ kind: "contract-fee", id: feeId }),
  },
  input: z.object({ feeId: idSchema, version: versionSchema, reason: lineSchema(400) }),
  output: feeSchema,
  errors: { "fee-withdrawn": 409 },
});
