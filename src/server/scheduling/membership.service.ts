import { Temporal } from "temporal-polyfill";
import { labelOf } from "#domain/basics/label.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import type * as api from "#domain/scheduling/membership.api.ts";
import {
  fullestDay,
  membershipEndReasonSchema,
  type Membership,
} from "#domain/scheduling/membership.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import type { Work } from "#server/platform/work.ts";
import { seatMembers } from "#server/scheduling/seat.queries.ts";
import * as queries from "#server/scheduling/membership.queries.ts";
import { lockSeries } from "#server/scheduling/series.queries.ts";
import { getSeries } from "#server/scheduling/series.service.ts";

const membershipOf = (row: queries.MembershipRow): Membership => {
  const { givenName, familyName, preferredName, ...others } = row;
  const { withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason, ...rest } = others;
  return {
    ...rest,
    withdrawn: at === null ? null : { at, by, reason },
    patientName: shownName({ givenName, familyName, preferredName }),
    label: labelOf(row.label),
    endReason: membershipEndReasonSchema.nullable().parse(row.endReason),
  };
};

export const listMemberships = async (
  work: Work,
  { seriesId, on }: Parsed<typeof api.listMemberships>,
): Promise<Output<typeof api.listMemberships>> => {
  await getSeries(work, seriesId);
  return { rows: (await queries.selectMemberships(work, { seriesId, on })).map(membershipOf) };
};

/** The groups in which somebody has a seat on a day, or has been given one from a later day on. */
export const seatsFrom = async (
  work: Work,
  patientId: string,
  day: string,
): Promise<readonly Membership[]> =>
  (await queries.selectMemberships(work, { patientId, notOverBy: day })).map(membershipOf);

const getMembership = async (work: Work, membershipId: string): Promise<Membership> => {
  const [row] = await queries.selectMemberships(work, { membershipId });
  if (row === undefined) throw notFound();
  return membershipOf(row);
};

type Member = Pick<queries.MembershipRow, "patientId" | "startsOn" | "endsOn">;

interface Joining extends Member {
  readonly seriesId: string;
  readonly enrollmentId: string;
}

const twice = {
  membership_once: () => conflict("already-member", { fields: { patientId: { code: "taken" } } }),
};

/** A series that is held, and everybody who is or was a member of it. */
interface Joined {
  readonly series: Series;
  readonly members: Member[];
}

/** Two who want the last seat wait for each other here. */
const holdSeries = async (work: Work, seriesId: string): Promise<Joined> => {
  if ((await lockSeries(work, seriesId)) === undefined) throw notFound();
  const series = await getSeries(work, seriesId);
  return { series, members: await queries.listHolders(work, seriesId) };
};

/** The stay runs, the days lie within those of the series, and there is a seat on every one of them. */
const assertMayJoin = async (
  work: Work,
  { series, members }: Joined,
  wanted: Joining,
): Promise<void> => {
  const { startsOn, endsOn } = wanted;
  if (series.retiredAt !== null) throw conflict("retired");
  if (endsOn !== null && endsOn < startsOn)
    throw conflict("dates-not-in-order", { fields: { endsOn: { code: "before-start" } } });
  if (startsOn < series.startsOn || (series.endsOn !== null && startsOn > series.endsOn))
    throw conflict("outside-series", { fields: { startsOn: { code: "outside-series" } } });
  const stay = await queries.findStay(work, { ...wanted, on: startsOn });
  if (stay === "none") throw notFound();
  if (stay === "not-running")
    throw conflict("enrollment-not-running", { fields: { startsOn: { code: "not-running" } } });
  const others = members.filter((one) => one.patientId !== wanted.patientId);
  if (fullestDay(others, wanted) >= series.capacity)
    throw conflict("series-full", { values: { capacity: series.capacity } });
};

const enter = async (work: Work, joined: Joined, wanted: Joining): Promise<string> => {
  await assertMayJoin(work, joined, wanted);
  const id = work.newId();
  const row = { ...wanted, id, createdAt: work.now.toString() };
  await refusing(twice, () => queries.insertMembership(work, row));
  joined.members.push(wanted);
  const { startsOn, endsOn, seriesId } = wanted;
  const changes = {
    startsOn: { from: null, to: startsOn },
    endsOn: { from: null, to: endsOn },
    seriesId: { from: null, to: seriesId },
  };
  await recordChange(work, "membership", { id, version: 1 }, { verb: "join", changes });
  return id;
};

const join = async (work: Work, wanted: Joining): Promise<Membership> => {
  const id = await enter(work, await holdSeries(work, wanted.seriesId), wanted);
  await seatMembers(work, wanted.seriesId, wanted.startsOn);
  return getMembership(work, id);
};

/** Many join one series: each is refused as alone, and all of them take their seats at once. */
export const joinTogether = async (
  work: Work,
  seriesId: string,
  people: readonly Omit<Joining, "seriesId">[],
): Promise<void> => {
  const joined = await holdSeries(work, seriesId);
  for (const one of people) await enter(work, joined, { ...one, seriesId });
  const [first] = people.map(({ startsOn }) => startsOn).toSorted();
  if (first !== undefined) await seatMembers(work, seriesId, first);
};

/** A person joins from a day on; a day that has passed is a late entry, and the seats of its sessions are there at once. */
export const joinSeries = (work: Work, input: Parsed<typeof api.joinSeries>): Promise<Membership> =>
  join(work, input);

const lockForEnding = async (
  work: Work,
  membershipId: string,
  version: number,
): Promise<Membership> => {
  if (!(await queries.lockMembership(work, membershipId))) throw notFound();
  const before = await getMembership(work, membershipId);
  await refuseStale(work, "membership", before, version);
  if (before.withdrawn !== null) throw conflict("membership-withdrawn");
  return before;
};

const end = async (
  work: Work,
  before: Membership,
  lastDay: string,
  reason: "completed" | "discharged" | "left" | "paused" | "transferred",
): Promise<void> => {
  const field = { lastDay: { code: "before-start" } };
  if (before.endsOn !== null && before.endsOn < lastDay)
    throw conflict("membership-ended", { values: { endsOn: before.endsOn } });
  if (lastDay < before.startsOn) throw conflict("dates-not-in-order", { fields: field });
  const last = await queries.lastDayThere(work, { of: "membership", id: before.id });
  if (last !== null && last > lastDay)
    throw conflict("was-there-later", { values: { last }, fields: field });
  await queries.endMembership(work, before.id, lastDay, reason);
  await seatMembers(work, before.seriesId, lastDay);
  const changes = { endsOn: { from: before.endsOn, to: lastDay } };
  const record = { id: before.id, version: before.version + 1 };
  await recordChange(work, "membership", record, { verb: "end", reason, changes });
};

/** A member leaves. The past stays: no last day before one on which they were there. */
export const leaveSeries = async (
  work: Work,
  { membershipId, version, lastDay, reason }: Parsed<typeof api.leaveSeries>,
): Promise<Membership> => {
  await end(work, await lockForEnding(work, membershipId, version), lastDay, reason);
  return getMembership(work, membershipId);
};

/**
 * Takes back a seat that was given by mistake. Where anything was recorded of the member, that they came or were absent, it was
 * used: such a membership ends, and is not undone.
 */
export const withdrawMembership = async (
  work: Work,
  { membershipId, version, reason }: Parsed<typeof api.withdrawMembership>,
): Promise<Membership> => {
  const before = await lockForEnding(work, membershipId, version);
  await lockSeries(work, before.seriesId);
  await queries.holdMember(work, before.patientId);
  const last = await queries.lastDayRecorded(work, membershipId);
  if (last !== null) throw conflict("membership-used", { values: { last } });
  await queries.withdrawMembership(work, membershipId);
  const record = { id: membershipId, version: version + 1 };
  await recordChange(work, "membership", record, { verb: "withdraw", reason });
  return getMembership(work, membershipId);
};

/** A member is away for a while: this membership ends, and another begins on the day they are back. */
export const pauseMembership = async (
  work: Work,
  { membershipId, version, lastDay, backOn }: Parsed<typeof api.pauseMembership>,
): Promise<Membership> => {
  const before = await lockForEnding(work, membershipId, version);
  if (backOn !== null && backOn <= lastDay)
    throw conflict("dates-not-in-order", { fields: { backOn: { code: "before-start" } } });
  await end(work, before, lastDay, "paused");
  if (backOn === null) return getMembership(work, membershipId);
  const { seriesId, patientId, enrollmentId, endsOn } = before;
  return join(work, { seriesId, patientId, enrollmentId, startsOn: backOn, endsOn });
};

/** A member goes over into another series: the last day here is the one before the first day there. */
export const transferMembership = async (
  work: Work,
  { membershipId, version, toSeriesId, startsOn }: Parsed<typeof api.transferMembership>,
): Promise<Membership> => {
  const before = await lockForEnding(work, membershipId, version);
  const lastDay = Temporal.PlainDate.from(startsOn).subtract({ days: 1 }).toString();
  await end(work, before, lastDay, "transferred");
  const { patientId, enrollmentId } = before;
  return join(work, { seriesId: toSeriesId, patientId, enrollmentId, startsOn, endsOn: null });
};

/** Ends the memberships of a stay that has ended; called where a stay is ended. */
export const leaveWithStay = async (
  work: Work,
  enrollmentId: string,
  lastDay: string,
): Promise<void> => {
  const last = await queries.lastDayThere(work, { of: "enrollment", id: enrollmentId });
  if (last !== null && last > lastDay)
    throw conflict("was-there-later", {
      values: { last },
      fields: { endedOn: { code: "was-there-later", values: { last } } },
    });
  for (const seriesId of await queries.endMembershipsOfStay(work, enrollmentId, lastDay))
    await seatMembers(work, seriesId, lastDay);
};
