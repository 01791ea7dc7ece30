import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";

/**
 * A service was rendered and signed: said once for each signature of a session and once for each correction or retraction, in the
 * same transaction. Ids only; whoever hears it reads what is there then. Billing hears charting through this file alone.
 */
export const serviceRenderedKind = "service-rendered";

export const serviceRenderedPayload = z.object({
  /** Why it is said: signed, cosigned, corrected or retracted. */
  act: z.enum(["signed", "cosigned", "corrected", "retracted"]),
  sessionId: idSchema,
  /** One or many: an act on a single note names it plainly. */
  noteIds: z.union([z.array(idSchema), idSchema.transform((id) => [id])]),
});
export type ServiceRendered = z.output<typeof serviceRenderedPayload>;
