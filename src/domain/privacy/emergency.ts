import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";
import { nameSchema } from "#domain/basics/person-name.ts";
import { lineSchema } from "#domain/basics/text.ts";

/** What lets medical personnel be told without consent: 42 CFR 2.51(a)(1), (a)(2), and for the FDA (b). */
export const emergencyGrounds = [
  "consent-not-obtainable",
  "closed-in-disaster",
  "fda-warning",
] as const;
export const emergencyGroundSchema = z.enum(emergencyGrounds);
export type EmergencyGround = (typeof emergencyGrounds)[number];

/** What must be written down immediately afterwards (42 CFR 2.51(c)); the name of the recipient is the disclosure's own. */
export const emergencyFacts = z.object({
  ground: emergencyGroundSchema,
  /** The health care facility of whoever was told (2.51(c)(1)). */
  affiliation: lineSchema(160),
  /** Who told it (2.51(c)(2)). */
  toldBy: nameSchema,
  /** When (2.51(c)(3)). */
  toldAt: instantSchema,
  /** The nature of the emergency, or of the error (2.51(c)(4)). */
  nature: lineSchema(400),
});
export type Emergency = z.output<typeof emergencyFacts>;
