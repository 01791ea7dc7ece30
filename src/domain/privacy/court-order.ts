import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { informationSchema } from "#domain/privacy/information.ts";

/** What the paper is. Only an order authorizes; the others compel nobody to break the rule (42 CFR 2.61(b)). */
export const courtPapers = ["order", "subpoena", "warrant"] as const;
export const courtPaperSchema = z.enum(courtPapers);

/** What the order is for: noncriminal (42 CFR 2.64), against a patient (2.65), against the program (2.66). */
export const courtOrderKinds = ["civil", "criminal", "program"] as const;
export const courtOrderKindSchema = z.enum(courtOrderKinds);

const truths = {
  namesPatientOpenly: z.boolean(),
  gaveNotice: z.boolean(),
  findsNoOtherWay: z.boolean(),
  findsPublicInterest: z.boolean(),
  findsSeriousCrime: z.boolean(),
  limitsInformation: z.boolean(),
  limitsRecipients: z.boolean(),
  limitsFurtherUse: z.boolean(),
  opensConfidences: z.boolean(),
  comesWithSubpoena: z.boolean(),
};

/** What the paper says. It is written down as it is; what it lacks is told, and it opens nothing. */
export const courtOrderFacts = z.object({
  paper: courtPaperSchema,
  kind: courtOrderKindSchema,
  court: lineSchema(160),
  docketNumber: optionalLineSchema(60),
  enteredOn: civilDateSchema,
  recipients: z.array(lineSchema(120)).max(20),
  information: z.array(informationSchema).max(20),
  expiresOn: optional(civilDateSchema),
  ...truths,
});
export type CourtOrderFacts = z.output<typeof courtOrderFacts>;

/** The paper, and what became of it. */
export interface CourtOrderTerms extends CourtOrderFacts {
  /** From this day the court has taken it back, or it was entered by mistake. */
  readonly endedOn: string | null;
}

export const courtOrderDefectCodes = [
  "subpoena-alone",
  "warrant-alone",
  "no-docket-number",
  "patient-named-openly",
  "no-notice",
  "no-other-way-not-found",
  "public-interest-not-found",
  "serious-crime-not-found",
  "information-not-limited",
  "recipients-not-limited",
  "further-use-not-limited",
  "confidences-not-opened",
] as const;
export type CourtOrderDefect = (typeof courtOrderDefectCodes)[number];

export const courtOrderStates = ["in-force", "deficient", "not-yet", "expired", "ended"] as const;
export type CourtOrderState = (typeof courtOrderStates)[number];

export const courtOrderSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    paper: courtPaperSchema,
    kind: courtOrderKindSchema,
    court: z.string(),
    docketNumber: z.string().nullable(),
    enteredOn: z.string(),
    recipients: z.array(z.string()),
    information: z.array(informationSchema),
    expiresOn: z.string().nullable(),
    ...truths,
    endedOn: z.string().nullable(),
    endReason: z.string().nullable(),
    /** Where it stands today, by the organization's calendar. */
    state: z.enum(courtOrderStates),
    /** What the regulation asks for and the paper lacks. */
    defects: z.array(z.enum(courtOrderDefectCodes)),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "CourtOrder" });
export type CourtOrder = z.output<typeof courtOrderSchema>;
