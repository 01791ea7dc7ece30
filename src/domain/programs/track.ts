import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { labelSchema, strictest, type Label } from "#domain/basics/label.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { recordSchema } from "#domain/practice/record-state.ts";

export const trackKinds = [
  "mental-health",
  "substance-use",
  "co-occurring",
  "adolescent",
  "trauma",
  "eating-disorder",
] as const;
export const trackKindSchema = z.enum(trackKinds);
export type TrackKind = (typeof trackKinds)[number];

/** What people say of a track. Its label is given to every record that is written in it. */
export const trackFacts = z.object({
  name: lineSchema(80),
  kind: trackKindSchema,
  label: labelSchema,
});

export const trackSchema = z
  .object({
    id: idSchema,
    programId: idSchema,
    name: z.string(),
    kind: trackKindSchema,
    label: labelSchema,
    ...recordSchema.shape,
  })
  .meta({ id: "Track" });
export type Track = z.output<typeof trackSchema>;

/**
 * The weakest label a track of this kind may have. Whoever treats substance use disorders and says so is a Part 2
 * program, and even that somebody is its patient is protected (42 CFR 2.11, 2.13).
 */
export const leastLabel = (kind: TrackKind): Label =>
  kind === "substance-use" || kind === "co-occurring" ? "part-2" : "mental-health";

/**
 * Why a track cannot have this label, or null. A label never becomes weaker: what was written under it was promised to be
 * kept so. A track that is to be kept less closely is another track.
 */
export const labelRefusal = (
  kind: TrackKind,
  wanted: Label,
  before: Label | null,
): "label-too-weak" | "label-weaker" | null => {
  if (before !== null && strictest(wanted, before) !== wanted) return "label-weaker";
  return strictest(wanted, leastLabel(kind)) === wanted ? null : "label-too-weak";
};
