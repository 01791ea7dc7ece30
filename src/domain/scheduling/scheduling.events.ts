import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";

/**
 * The minutes ledger of a session was put right afterwards: said in the same transaction. Ids only; whoever hears it reads what
 * is there then. Billing hears scheduling through this file alone.
 */
export const attendanceCorrectedKind = "attendance-corrected";

export const attendanceCorrectedPayload = z.object({ sessionId: idSchema });
