import { z } from "zod";
import { labelSchema, strictest, type Label } from "#domain/basics/label.ts";
import { chargeLineSchema, dayStateSchema } from "#domain/billing/charges/day-charge.ts";
import {
  dayAuthorizationSchema,
  dayFactsSchema,
  dayServiceSchema,
  type DayService,
} from "#domain/billing/charges/day-facts.ts";
import { serviceOf } from "#domain/payers/billing-service.ts";
import { formatSchema } from "#domain/programs/activity-type.ts";
import { modalitySchema } from "#domain/programs/modality.ts";

const usageSchema = z.object({
  days: z.int(),
  minutes: z.int(),
  sessions: z.int(),
  units: z.int(),
});

const serviceRead = dayServiceSchema.omit({ service: true }).extend({
  format: formatSchema,
  modality: modalitySchema,
  needsLicensedLead: z.boolean(),
  label: labelSchema,
  siteId: z.string(),
  zone: z.string(),
});

const keptSchema = z.object({
  id: z.string(),
  coverageId: z.string().nullable(),
  state: dayStateSchema,
  label: labelSchema,
  fingerprint: z.string(),
  hasDifference: z.boolean(),
  usage: usageSchema,
  totalCents: z.int(),
  /** What its lines bill, in their order. */
  billed: z.array(
    chargeLineSchema.pick({
      key: true,
      units: true,
      chargeCents: true,
      isTelehealth: true,
      sessions: true,
    }),
  ),
});
export type KeptDay = z.output<typeof keptSchema>;

const dayReadSchema = z.object({
  serviceDate: z.string(),
  patientId: z.string(),
  programSiteId: z.string(),
  programZone: z.string(),
  patientName: z.object({
    givenName: z.string(),
    familyName: z.string(),
    preferredName: z.string().nullable(),
  }),
  levelName: z.string(),
  enrollment: dayFactsSchema.shape.enrollment,
  coverage: dayFactsSchema.shape.coverage,
  payerName: z.string().nullable(),
  services: z.array(serviceRead),
  diagnoses: dayFactsSchema.shape.diagnoses,
  authorizations: z.array(dayAuthorizationSchema.omit({ used: true })),
  releases: dayFactsSchema.shape.releases,
  usages: z.array(usageSchema.extend({ serviceDate: z.string() })),
  kept: z.array(keptSchema),
});
export type DayRead = z.output<typeof dayReadSchema>;

export const parseDay = (answer: unknown): DayRead => dayReadSchema.parse(answer);

/** Services as the rule knows them. */
export const servicesOf = ({ services }: DayRead): DayService[] =>
  services.map(
    ({ format, modality, needsLicensedLead: _, label: __, siteId: ___, zone: ____, ...one }) => ({
      ...one,
      service: serviceOf({ format, modality }),
    }),
  );

/** Sessions that ask for a licensed lead and had none whose credential held that day. */
export const lapsedSessions = ({ services }: DayRead): string[] =>
  services
    .filter(
      ({ needsLicensedLead, leadCredentials }) => needsLicensedLead && leadCredentials.length === 0,
    )
    .map(({ sessionId }) => sessionId);

/** The label of a day: as close as its closest part. */
export const labelOfDay = ({ enrollment, services, kept }: DayRead): Label =>
  strictest(
    enrollment.label,
    ...services.map(({ label }) => label),
    ...kept.map(({ label }) => label),
  );

/** Where the day was: the place of its first session that somebody came to, else of the program. */
export const placeOfDay = (day: DayRead): { siteId: string; zone: string } => {
  const first = day.services.find(({ deliveredMinutes }) => deliveredMinutes > 0);
  return {
    siteId: first?.siteId ?? day.programSiteId,
    zone: first?.zone ?? day.programZone,
  };
};

/** Whether anybody came at all: a day of empty seats is no day to bill. */
export const isAttended = ({ services }: DayRead): boolean =>
  services.some(({ deliveredMinutes }) => deliveredMinutes > 0);
