import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { formatSchema } from "#domain/programs/activity-type.ts";
import { modalitySchema } from "#domain/programs/modality.ts";
import { epochOf } from "#domain/scheduling/epoch.ts";

const namedSchema = z.object({ id: idSchema, name: z.string() });

export const sessionStates = ["scheduled", "open", "ended", "cancelled"] as const;
export const sessionStateSchema = z.enum(sessionStates);
export type SessionState = (typeof sessionStates)[number];

export const facilitatorRoles = ["lead", "co-facilitator", "trainee"] as const;
export const facilitatorRoleSchema = z.enum(facilitatorRoles);

/** Who facilitates, as a form says it: one leads. */
export const facilitatorFacts = z.object({ staffId: idSchema, role: facilitatorRoleSchema });
export const facilitatorSchema = z.object({
  staffId: idSchema,
  name: z.string(),
  role: facilitatorRoleSchema,
});

/** What the ledger and the note need to know of the type of a session. */
export const sessionActivitySchema = z.object({
  id: idSchema,
  name: z.string(),
  format: formatSchema,
  modality: modalitySchema,
  countsTowardHours: z.boolean(),
  minutesToCount: z.int(),
  peoplePerFacilitator: z.int().nullable(),
});

/**
 * Why these people cannot facilitate together, or null. A session has one lead: whom claims and the note name as rendering it;
 * others assist or learn. Nobody stands there twice.
 */
export const facilitatorsRefusal = (
  facilitators: readonly { readonly staffId: string; readonly role: string }[],
): "no-lead" | "two-leads" | "facilitator-twice" | null => {
  const leads = facilitators.filter(({ role }) => role === "lead").length;
  if (new Set(facilitators.map(({ staffId }) => staffId)).size < facilitators.length)
    return "facilitator-twice";
  if (leads === 0) return "no-lead";
  return leads > 1 ? "two-leads" : null;
};

/** A meeting at a place and time; one of a series, or by itself. */
export const sessionSchema = z
  .object({
    id: idSchema,
    series: namedSchema.nullable(),
    name: z.string(),
    site: namedSchema,
    room: namedSchema.nullable(),
    program: namedSchema,
    activity: sessionActivitySchema,
    /** The place decides what day it is and what the clock says. */
    zone: z.string(),
    serviceDate: z.iso.date(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    state: sessionStateSchema,
    cancelReason: z.string().nullable(),
    /** Who called it off, and when. */
    calledOff: z.object({ by: z.string().nullable(), at: instantSchema }).nullable(),
    capacity: z.int(),
    hasVideo: z.boolean(),
    facilitators: z.array(facilitatorSchema),
    /** Who facilitates its group otherwise, and not this time: somebody stands in for them. */
    replaced: z.array(facilitatorSchema),
    /** Seats that are taken, of people whom whoever asks sees where they may read rosters, and how many of these people were there. */
    expectedCount: z.int(),
    presentCount: z.int(),
    /** Of the seats those of people who have not said that they stay away, and of those who came the ones who are there now. */
    comingCount: z.int(),
    hereCount: z.int(),
    /** What daylight saving did to the hour that was asked for, if anything. */
    clockChange: z.enum(["moved-forward", "first-of-two"]).nullable(),
    version: z.int(),
  })
  .meta({ id: "Session" });
export type Session = z.output<typeof sessionSchema>;

/**
 * How a session stands at a moment, told alike wherever it is told: over once its hour is, or as soon as somebody ended it;
 * running within its hour, whether or not anything was entered yet.
 */
export const standingAt = (
  session: Pick<Session, "state" | "startsAt" | "endsAt">,
  now: number,
): SessionState => {
  if (session.state === "cancelled" || session.state === "ended") return session.state;
  if (epochOf(session.endsAt) <= now) return "ended";
  return epochOf(session.startsAt) <= now ? "open" : "scheduled";
};

/** A session of one person has no group: its patient is named when it is planned. */
export const isSingle = (format: z.output<typeof formatSchema>): boolean =>
  format !== "group" && format !== "multifamily";

/** Whether this colleague is the one who leads the group otherwise, and not who helps to lead it or learns. */
export const leadsOtherwise = (
  {
    replaced,
  }: { readonly replaced: readonly { readonly staffId: string; readonly role: string }[] },
  staffId: string | null,
): boolean => replaced.some((one) => one.staffId === staffId && one.role === "lead");
