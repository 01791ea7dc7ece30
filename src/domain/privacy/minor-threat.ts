import { z } from "zod";
import { lineSchema } from "#domain/basics/text.ts";

/** Who acts for a minor: a parent, a guardian, or whom the law of the state authorizes (42 CFR 2.14(c)). */
export const minorRelations = ["parent", "guardian", "authorized-under-state-law"] as const;
const minorRelationSchema = z.enum(minorRelations);
export type MinorRelation = (typeof minorRelations)[number];

/** Why a minor cannot decide whether they are told: extreme youth, or a mental or physical condition (42 CFR 2.14(c)(1)). */
export const incapacities = ["extreme-youth", "mental-condition", "physical-condition"] as const;
const incapacitySchema = z.enum(incapacities);
export type Incapacity = (typeof incapacities)[number];

/**
 * What the program's director judges before whoever acts for a minor is told without the minor's consent: both parts of
 * 42 CFR 2.14(c). Only facts that reduce the threat are told.
 */
export const minorThreatFacts = z.object({
  relation: minorRelationSchema,
  /** 2.14(c)(1). */
  lacksCapacity: incapacitySchema,
  /** The substantial threat to the life or physical well-being of the minor or of anybody else (2.14(c)(2)). */
  threat: lineSchema(400),
  /** How telling it may reduce the threat (2.14(c)(2)). */
  reducedBy: lineSchema(400),
});
export type MinorThreat = z.output<typeof minorThreatFacts>;
