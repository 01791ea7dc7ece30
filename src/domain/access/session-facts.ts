import { z } from "zod";
import { localeSchema } from "#domain/access/account.ts";
import { permissions } from "#domain/access/permissions.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";

export const organizationChoiceSchema = z.object({ id: idSchema, name: z.string() });

/** Who is signed in, for which organization, and what they may do there. */
export const sessionFactsSchema = z.object({
  id: idSchema,
  account: z.object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    locale: localeSchema,
  }),
  organization: z.object({
    id: idSchema,
    name: z.string(),
    zone: z.string(),
    crisisPhone: z.string().nullable(),
    /** What the people in care are called here: patient, client, member, participant. */
    patientWord: z.string(),
  }),
  organizations: z.array(organizationChoiceSchema),
  staffId: idSchema.nullable(),
  roles: z.array(z.string()),
  permissions: z.array(z.enum(permissions)),
  signingUntil: instantSchema.nullable(),
  expiresAt: instantSchema,
  /** Signed out sooner, after so long without a request. */
  idleMinutes: z.int(),
});
