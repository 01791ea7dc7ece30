import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { emailSchema } from "#domain/basics/email.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optionalNpiSchema } from "#domain/basics/npi.ts";
import { optional } from "#domain/basics/optional.ts";
import { optionalPhoneSchema } from "#domain/basics/phone.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { standingSchema } from "#domain/practice/credential-standing.ts";
import { positionSchema } from "#domain/practice/position.ts";
import { namedSchema, recordSchema } from "#domain/practice/record-state.ts";

/** What people say of a colleague. `credentialsShown` are the letters behind the name as the person wants them. */
export const staffFacts = z.object({
  givenName: lineSchema(60),
  familyName: lineSchema(60),
  credentialsShown: optionalLineSchema(60),
  position: positionSchema,
  email: optional(emailSchema),
  phone: optionalPhoneSchema,
  npi: optionalNpiSchema,
  homeSiteId: optional(idSchema),
  supervisorId: optional(idSchema),
  startedOn: optional(civilDateSchema),
});

/** What a list needs of a colleague. */
export const staffRowSchema = z
  .object({
    id: idSchema,
    givenName: z.string(),
    familyName: z.string(),
    credentialsShown: z.string().nullable(),
    position: positionSchema,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    npi: z.string().nullable(),
    homeSite: namedSchema.nullable(),
    supervisor: namedSchema.nullable(),
    startedOn: z.string().nullable(),
    /** The credential that lapses first: its standing speaks for the person. Null without any that ends. */
    nextToLapse: z.object({ code: z.string(), standing: standingSchema }).nullable(),
    /** Holds a credential that is only valid under supervision, and has no supervisor. */
    lacksSupervisor: z.boolean(),
    /** Active colleagues this person supervises. */
    superviseeCount: z.int(),
    /** People in care whose therapist this is, as the census has them; null for whoever may read no stays. */
    memberCount: z.int().nullable(),
    ...recordSchema.shape,
  })
  .meta({ id: "StaffRow" });
export type StaffRow = z.output<typeof staffRowSchema>;

/** The sign-in that belongs to a colleague, and where its invitation stands. */
export const accountLinkSchema = z.object({
  affiliationId: idSchema,
  state: z.enum(["invited", "active", "ended"]),
});
export type AccountLink = z.output<typeof accountLinkSchema>;

export const staffSchema = z
  .object({
    ...staffRowSchema.shape,
    account: accountLinkSchema.nullable(),
    supervisees: z.array(namedSchema),
  })
  .meta({ id: "Staff" });
export type Staff = z.output<typeof staffSchema>;

/** `Denise Okafor, LCSW`: a colleague as colleagues are named. */
export const staffName = (
  person: Pick<StaffRow, "givenName" | "familyName" | "credentialsShown">,
): string => {
  const name = `${person.givenName} ${person.familyName}`;
  return person.credentialsShown === null ? name : `${name}, ${person.credentialsShown}`;
};

/** What stands against retiring a colleague: active people they supervise. Null when nothing does. */
export const supervisesOthers = (
  person: Pick<StaffRow, "superviseeCount">,
): { count: number } | null =>
  person.superviseeCount === 0 ? null : { count: person.superviseeCount };
