import { dateAt } from "#domain/basics/civil-date.ts";
import { usStateSchema } from "#domain/basics/us-address.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output } from "#domain/contract/route.ts";
import type { MySession, MyWeek, readMyToday } from "#domain/measures/my-today.api.ts";
import { floorMinutesOf, isWholeWeek } from "#domain/scheduling/hours.ts";
import { getOwnPatientId } from "#server/access/care-affiliation.service.ts";
import { listDue } from "#server/measures/measure.queries.ts";
import { measureOf } from "#server/measures/measure.service.ts";
import { crisisCallOf } from "#server/measures/my-measures.service.ts";
import { findMe, listMySessions, type MySessionRow } from "#server/measures/my-today.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { hoursOf } from "#server/scheduling/hours.service.ts";

/** The longest day before us that can still be "today" somewhere, and how far ahead the next session is looked for. */
const hoursBack = 30;
const daysAhead = 21;

const wayOf = ({ roomId, hasVideo }: MySessionRow): MySession["way"] => {
  if (roomId === null && hasVideo) return "video";
  return hasVideo ? "both" : "room";
};

const mySessionOf = (row: MySessionRow): MySession => {
  const { id, name, startsAt, endsAt, zone, serviceDate } = row;
  const way = wayOf(row);
  const { siteName, roomName, street, unit, city, postalCode, phone } = row;
  const address = { street, unit, city, state: usStateSchema.parse(row.siteState), postalCode };
  const place = way === "video" ? null : { siteName, roomName, address, phone };
  const isCancelled = row.state === "cancelled";
  return { id, name, startsAt, endsAt, zone, serviceDate, way, place, isCancelled };
};

/** The hours of the stay that asks for most of them; a week that is not a whole one asks for none. */
const weekOf = async (work: Work, patientId: string, on: string): Promise<MyWeek | null> => {
  const stays = await hoursOf(work, [patientId], on, true);
  const [first] = stays.toSorted(
    (a, b) => (b.rule?.floorMinutes ?? 0) - (a.rule?.floorMinutes ?? 0),
  );
  if (first === undefined) return null;
  const { creditedMinutes, bookedMinutes } = first;
  const isWhole = isWholeWeek(first);
  return {
    creditedMinutes,
    bookedMinutes,
    requiredMinutes: isWhole ? floorMinutesOf(first) : null,
    openMinutes: isWhole ? first.shortMinutes : 0,
  };
};

/**
 * What a person in care needs today. Today is the day on the wall of the place where a session is held, so a group that
 * ends at nine in the evening is still today's.
 */
export const getMyToday = async (
  work: Work,
  organizationZone: string,
): Promise<Output<typeof readMyToday>> => {
  const { now } = work;
  const patientId = await getOwnPatientId(work);
  const me = await findMe(work, patientId);
  if (me === undefined) throw notFound();
  const between = {
    from: now.subtract({ hours: hoursBack }).toString(),
    to: now.add({ hours: daysAhead * 24 }).toString(),
  };
  const sessions = (await listMySessions(work, patientId, between)).map(mySessionOf);
  const isToday = ({ serviceDate, zone }: MySession) => serviceDate === dateAt(now, zone);
  const today = sessions.filter(isToday);
  const next = sessions.find(
    (one) => !one.isCancelled && !isToday(one) && Date.parse(one.startsAt) > now.epochMilliseconds,
  );
  const zone = today[0]?.zone ?? next?.zone ?? organizationZone;
  const due = (await listDue(work, patientId, dateAt(now, zone))).map(measureOf);
  return {
    patientId,
    callName: me.preferredName ?? me.givenName,
    programName: me.programName,
    crisisPhone: me.crisisPhone,
    phone: me.phone,
    zone,
    today,
    next: next ?? null,
    week: await weekOf(work, patientId, dateAt(now, zone)),
    checkIns: due.map(({ id, instrument, dueOn, startedAt }) => ({
      requestId: id,
      instrument,
      dueOn,
      isBegun: startedAt !== null,
    })),
    crisis: await crisisCallOf(work, patientId),
  };
};
