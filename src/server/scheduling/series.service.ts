import { z } from "zod";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween, type Revision } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import type * as api from "#domain/scheduling/series.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { facilitatorSchema } from "#domain/scheduling/session.ts";
import { recordChange } from "#server/platform/record-change.ts";
import { refuseStale } from "#server/platform/refuse-stale.ts";
import { getHistory } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";
import { readMoment } from "#server/scheduling/ledger-read.ts";
import { endMemberships } from "#server/scheduling/membership.queries.ts";
import { horizonOf, materialize } from "#server/scheduling/occurrence.service.ts";
import { assertPlace } from "#server/scheduling/place.service.ts";
import * as queries from "#server/scheduling/series.queries.ts";
import { cancelLocked } from "#server/scheduling/session.service.ts";

const facilitatorsRead = z.array(facilitatorSchema);
const nextRead = z.object({ id: z.string(), startsAt: readMoment }).nullable();

const seriesOf = (row: queries.SeriesRow): Series => {
  const { programId, programName, trackId, trackName, activityTypeId, activityTypeName } = row;
  const { siteId, siteName, roomId, roomName, materializedTo: _, ...rest } = row;
  return {
    ...rest,
    program: { id: programId, name: programName },
    track: trackId === null ? null : { id: trackId, name: trackName ?? "" },
    activityType: { id: activityTypeId, name: activityTypeName },
    site: { id: siteId, name: siteName },
    room: roomId === null ? null : { id: roomId, name: roomName ?? "" },
    facilitators: facilitatorsRead.parse(row.facilitators),
    nextSession: nextRead.parse(row.nextSession),
  };
};

export const listSeries = async (
  work: Work,
  input: Parsed<typeof api.listSeries>,
): Promise<Output<typeof api.listSeries>> => ({
  rows: (await queries.selectSeries(work, input)).map(seriesOf),
});

const getRow = async (work: Work, seriesId: string): Promise<queries.SeriesRow> => {
  const [row] = await queries.selectSeries(work, { seriesId, state: "all" });
  if (row === undefined) throw notFound();
  return row;
};

export const getSeries = async (work: Work, seriesId: string): Promise<Series> =>
  seriesOf(await getRow(work, seriesId));

const assertDates = (startsOn: string, endsOn: string | null): void => {
  if (endsOn !== null && endsOn < startsOn)
    throw conflict("dates-not-in-order", { fields: { endsOn: { code: "before-start" } } });
};

/** Plans a weekly group and makes its sessions of the coming weeks; one that meets a booking refuses the whole. */
export const createSeries = async (
  work: Work,
  { facilitators, ...facts }: Parsed<typeof api.createSeries>,
): Promise<Series> => {
  assertDates(facts.startsOn, facts.endsOn);
  const { zone } = await assertPlace(work, { ...facts, facilitators });
  const row = { id: work.newId(), createdAt: work.now.toString(), zone, ...facts };
  await queries.insertSeries(work, row);
  await queries.replaceSeriesFacilitators(work, row.id, facilitators);
  await materialize(work, await getRow(work, row.id), facilitators);
  await recordChange(
    work,
    "series",
    { id: row.id, version: 1 },
    { verb: "create", changes: changesBetween(undefined, { ...facts, facilitators }) },
  );
  return getSeries(work, row.id);
};

const lockForChange = async (work: Work, seriesId: string, version: number) => {
  const locked = await queries.lockSeries(work, seriesId);
  if (locked === undefined) throw notFound();
  await refuseStale(work, "series", locked, version);
  if (locked.retiredAt !== null) throw conflict("retired");
  return getRow(work, seriesId);
};

const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

const cancelComing = async (
  work: Work,
  seriesId: string,
  from: string,
  reason: string,
): Promise<void> => {
  for (const session of await queries.comingSessions(work, seriesId, from))
    await cancelLocked(work, session, reason);
};

/** What the public reads stands on the group alone: another name there leaves every session as it is. */
const concernsSessions = (field: string): boolean => field !== "publicName";

/** Takes the coming sessions from a day on out of the calendar and makes them as the group is now; those with guests stay. */
const planAnew = async (
  work: Work,
  after: queries.SeriesRow,
  day: string,
  booked: Parameters<typeof materialize>[2],
): Promise<void> => {
  const coming = await queries.comingSessions(work, after.id, day);
  const removed = coming.filter((one) => !one.hasGuests).map((one) => one.id);
  await queries.removeSessions(work, removed);
  const materializedTo = dayBefore(day);
  await queries.markMaterialized(work, after.id, materializedTo);
  await materialize(work, { ...after, materializedTo }, booked);
};

/**
 * Changes a weekly group from a day on: coming sessions are made anew as the group is now, those that were stay as they
 * were.
 */
export const changeSeries = async (
  work: Work,
  { seriesId, version, from, facilitators, ...facts }: Parsed<typeof api.changeSeries>,
): Promise<Series> => {
  const before = await lockForChange(work, seriesId, version);
  const today = dateAt(work.now, before.zone);
  const day = from ?? today;
  if (day < today) throw conflict("from-past", { fields: { from: { code: "in-the-past" } } });
  const people = facilitators ?? facilitatorsRead.parse(before.facilitators);
  const booked = people.map(({ staffId, role }) => ({ staffId, role }));
  const after = { ...before, ...facts };
  assertDates(after.startsOn, after.endsOn);
  await assertPlace(work, { ...after, facilitators: booked });
  const changes = changesBetween(
    { ...before, facilitators: facilitatorsRead.parse(before.facilitators) },
    { ...facts, ...(facilitators !== undefined && { facilitators }) },
  );
  if (Object.keys(changes).length === 0) return seriesOf(before);
  await queries.updateSeries(work, seriesId, facts);
  if (facilitators !== undefined)
    await queries.replaceSeriesFacilitators(work, seriesId, facilitators);
  if (Object.keys(changes).some(concernsSessions)) await planAnew(work, after, day, booked);
  await recordChange(
    work,
    "series",
    { id: seriesId, version: version + 1 },
    { verb: "change", changes },
  );
  return getSeries(work, seriesId);
};

export const listSeriesRevisions = (work: Work, seriesId: string): Promise<{ rows: Revision[] }> =>
  getHistory(work, "series", seriesId);

/** Ends a weekly group: what is to come is cancelled, whoever is a member is one until today. */
export const retireSeries = async (
  work: Work,
  { seriesId, version, reason }: Parsed<typeof api.retireSeries>,
): Promise<Series> => {
  const before = await lockForChange(work, seriesId, version);
  const today = dateAt(work.now, before.zone);
  await cancelComing(work, seriesId, today, reason);
  await endMemberships(work, seriesId, today);
  await queries.updateSeries(work, seriesId, { retiredAt: work.now.toString() });
  await recordChange(
    work,
    "series",
    { id: seriesId, version: version + 1 },
    { verb: "retire", reason },
  );
  return getSeries(work, seriesId);
};

/** The series whose sessions do not stand far enough ahead. */
export const seriesBehind = (work: Work): Promise<readonly string[]> =>
  queries.seriesToMaterialize(work, horizonOf(dateAt(work.now, "UTC")));

/** Makes the sessions of one series that are missing ahead. */
export const materializeAhead = async (work: Work, seriesId: string): Promise<void> => {
  const locked = await queries.lockSeries(work, seriesId);
  if (locked === undefined || locked.retiredAt !== null) return;
  const row = await getRow(work, seriesId);
  const people = facilitatorsRead.parse(row.facilitators);
  await materialize(
    work,
    row,
    people.map(({ staffId, role }) => ({ staffId, role })),
  );
};
