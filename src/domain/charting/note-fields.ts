import { z } from "zod";

/** How much somebody took part, from the quiet of listening to leading. Nothing is prefilled: silence is no finding. */
export const participations = ["quiet", "some", "active", "led"] as const;
export const participationSchema = z.enum(participations);
export type Participation = (typeof participations)[number];

/** What somebody made of the session. */
export const responses = [
  "practiced",
  "shared",
  "listened",
  "helped-others",
  "withdrawn",
  "guarded",
] as const;
export const responseSchema = z.enum(responses);
export type Response = (typeof responses)[number];

/** Where the linked objective went. */
export const progresses = ["up", "steady", "down", "met", "not-worked"] as const;
export const progressSchema = z.enum(progresses);
export type Progress = (typeof progresses)[number];

/** What was seen or asked about harm. `assessed` says that it was asked apart, with an assessment of its own. */
export const risks = ["none-noted", "low", "moderate", "high", "assessed"] as const;
export const riskSchema = z.enum(risks);
export type Risk = (typeof risks)[number];

/** The part of a group's note that goes into every chart and names nobody. */
export const sharedFields = [
  "topic",
  "curriculum",
  "interventions",
  "whatWeDid",
  "howItWent",
  "nextTime",
] as const;
export type SharedField = (typeof sharedFields)[number];

/** The part that belongs to one person. */
export const memberFields = [
  "objectiveId",
  "participation",
  "response",
  "progress",
  "risk",
  "nextStep",
  "sentence",
] as const;
export type MemberField = (typeof memberFields)[number];

export const noteFieldSchema = z.enum([...sharedFields, ...memberFields]);
export type NoteField = SharedField | MemberField;

/** How long each written text may be, for whoever types it and for whoever reads it. */
export const noteLimits = {
  topic: 200,
  curriculum: 200,
  intervention: 80,
  interventions: 12,
  whatWeDid: 4000,
  howItWent: 4000,
  nextTime: 1000,
  nextStep: 500,
  sentence: 4000,
} as const;

export const isSharedField = (field: NoteField): field is SharedField =>
  sharedFields.some((one) => one === field);
