import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import type { Label } from "#domain/basics/label.ts";

/** What an admission does not do by itself, in the order in which it is wanted. */
export const stayLacks = ["seat", "consent", "authorization", "measure"] as const;
export const stayLackSchema = z.enum(stayLacks);
export type StayLack = z.output<typeof stayLackSchema>;

/** What of a running stay stands in the records. */
export interface StayRecords {
  readonly label: Label;
  /** A seat in a weekly group today or later, or an hour that is still to come. */
  readonly hasSeat: boolean;
  /** A signed consent that nothing has ended. */
  readonly hasConsent: boolean;
  /** A payer of theirs wants to allow days before it pays for them. */
  readonly payerAuthorizes: boolean;
  readonly hasAuthorization: boolean;
  /** A measure that was asked, answered or not. */
  readonly hasMeasure: boolean;
}

/** Care for mental health is told to a payer without a consent; records of Part 2 and what is kept more closely are not. */
const needsConsent = (label: Label): boolean => label === "part-2" || label === "restricted";

const isLacking: Readonly<Record<StayLack, (records: StayRecords) => boolean>> = {
  seat: ({ hasSeat }) => !hasSeat,
  consent: ({ label, hasConsent }) => needsConsent(label) && !hasConsent,
  authorization: ({ payerAuthorizes, hasAuthorization }) => payerAuthorizes && !hasAuthorization,
  measure: ({ hasMeasure }) => !hasMeasure,
};

/** What a running stay still lacks; nothing of it is refused for that, and somebody has to think of it. */
export const lacksOf = (records: StayRecords): StayLack[] =>
  stayLacks.filter((lack) => isLacking[lack](records));

/** How long after an admission what is missing is told to whoever admits. */
export const newStayDays = 14;

export const newStaySchema = z
  .object({
    enrollmentId: idSchema,
    patientId: idSchema,
    name: z.string(),
    programName: z.string(),
    admittedOn: z.iso.date(),
    lacks: z.array(stayLackSchema),
  })
  .meta({ id: "NewStay" });
export type NewStay = z.output<typeof newStaySchema>;
