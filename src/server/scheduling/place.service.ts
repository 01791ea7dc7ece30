import { notFound } from "#domain/contract/problem.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { formatSchema, type Format } from "#domain/programs/activity-type.ts";
import { clashOf, type Booking } from "#domain/scheduling/obstacle.ts";
import { facilitatorsRefusal } from "#domain/scheduling/session.ts";
import type { Work } from "#server/platform/work.ts";
import { findPlace } from "#server/scheduling/place.queries.ts";
import { bookedAround } from "#server/scheduling/planning-again.queries.ts";
import type { Refusals } from "#server/db/constraint.ts";

/** What the database says when a room or a person is wanted twice at once, or one day twice in a series. */
export const doubleBooked: Refusals = {
  session_room_free: () => conflict("room-taken", { fields: { roomId: { code: "taken" } } }),
  session_facilitator_free: () =>
    conflict("facilitator-taken", { fields: { facilitators: { code: "taken" } } }),
  session_facilitator_one_lead: () =>
    conflict("two-leads", { fields: { facilitators: { code: "two-leads" } } }),
  session_of_series_unique: () => conflict("day-taken", { fields: { day: { code: "taken" } } }),
};

interface Plan {
  readonly siteId: string;
  readonly programId: string;
  readonly activityTypeId: string;
  readonly roomId: string | null;
  readonly facilitators: readonly { readonly staffId: string; readonly role: string }[];
}

/** The place of a plan and who is to lead there: one leads, everything it refers to is there, in use, and the room is at the site. */
export const assertPlace = async (
  work: Work,
  { facilitators, ...plan }: Plan,
): Promise<{ zone: string; format: Format }> => {
  const refusal = facilitatorsRefusal(facilitators);
  if (refusal !== null) throw conflict(refusal, { fields: { facilitators: { code: refusal } } });
  const staffIds = [...new Set(facilitators.map((one) => one.staffId))];
  const found = await findPlace(work, { ...plan, staffIds });
  if (found.zone === null || !found.programFound || found.format === null) throw notFound();
  if (found.siteRetired === true)
    throw conflict("retired", { fields: { siteId: { code: "retired" } } });
  if (found.staffFound < staffIds.length)
    throw conflict("retired", { fields: { facilitators: { code: "retired" } } });
  if (plan.roomId !== null) {
    if (found.roomSiteId === null) throw notFound();
    if (found.roomRetired === true)
      throw conflict("retired", { fields: { roomId: { code: "retired" } } });
    if (found.roomSiteId !== plan.siteId)
      throw conflict("room-elsewhere", { fields: { roomId: { code: "not-a-choice" } } });
  }
  return { zone: found.zone, format: formatSchema.parse(found.format) };
};

/** Refuses a room or people that another session holds then, and says which; what comes in between the database refuses. */
export const assertFree = async (
  work: Work,
  wanted: Booking & {
    readonly sessionId: string;
    readonly serviceDate: string;
    readonly leadId: string | undefined;
  },
): Promise<void> => {
  const days = { startsOn: wanted.serviceDate, endsOn: wanted.serviceDate };
  const booked = await bookedAround(work, days);
  const others = booked.filter(({ id }) => id !== wanted.sessionId);
  const clash = clashOf(wanted, others);
  if (clash === null) return;
  const { kind: session, staffIds } = clash.other;
  const isLead = wanted.leadId !== undefined && staffIds.includes(wanted.leadId);
  const ofPeople = isLead ? "facilitators" : "facilitators.beside";
  const field = clash.because === "room-taken" ? "roomId" : ofPeople;
  throw conflict(clash.because, { fields: { [field]: { code: "held-by", values: { session } } } });
};
