import { ageOn } from "#domain/admissions/enrollment.ts";
import { isAllowed, type Actor } from "#domain/access/actor.ts";
import { strictest } from "#domain/basics/label.ts";
import { readPlace, placeText } from "#server/charting/chart-place.ts";
import type * as api from "#domain/charting/chart.api.ts";
import { spineOf } from "#domain/charting/chart-spine.ts";
import { timelineEntrySchema, type Chart, type TimelineEntry } from "#domain/charting/chart.ts";
import { notFound } from "#domain/contract/problem.ts";
import { goalsByStay } from "#domain/charting/goals-by-stay.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import {
  authorizationStanding,
  type AuthorizationStanding,
} from "#domain/coverage/authorization.ts";
import { kindOfTask, taskKindNames, urgencies } from "#domain/tasks/task-kind.ts";
import type { Work } from "#server/platform/work.ts";
import { listEnrollments } from "#server/admissions/enrollment.service.ts";
import { lacksOfPatient } from "#server/admissions/stay-lack.service.ts";
import {
  listTimeline,
  newest,
  type TimelinePlace,
  type TimelineReach,
} from "#server/charting/chart-timeline.queries.ts";
import { listCrisisAnswers } from "#server/charting/chart-crisis.queries.ts";
import { findChart, type ChartRow } from "#server/charting/chart.queries.ts";
import { riskOf } from "#server/charting/chart-risk.ts";
import { listGoals } from "#server/charting/goal.service.ts";
import { listAuthorizations } from "#server/coverage/authorization.service.ts";
import { listCourses } from "#server/measures/measure.service.ts";
import { hoursToday } from "#server/scheduling/hours.service.ts";
import { seatsFrom } from "#server/scheduling/membership.service.ts";

type Timeline = Output<typeof api.readTimeline>;

const firstPage = 20;
const shownTasks = 6;

/** Which parts of a chart this person may see: those that their permissions open, one by one. */
const reachOf = (actor: Pick<Actor, "permissions">, zone: string): TimelineReach => ({
  zone,
  attendance: isAllowed(actor, "attendance:read"),
  notes: isAllowed(actor, "notes:read"),
  measures: isAllowed(actor, "measures:read"),
  stays: isAllowed(actor, "enrollments:read"),
  coverage: isAllowed(actor, "coverage:read"),
  plan: isAllowed(actor, "plan:read"),
});

/** Pages end where an id does; on a page, what has an hour stands by it, above what only has a day. */
const newestFirst = (one: TimelineEntry, other: TimelineEntry): number =>
  other.day.localeCompare(one.day) ||
  Date.parse(other.at ?? other.day) - Date.parse(one.at ?? one.day);

const timelineOf = async (
  work: Work,
  patientId: string,
  reach: TimelineReach,
  place: TimelinePlace,
  limit: number,
): Promise<Timeline> => {
  const found = await listTimeline(work, patientId, reach, place, limit);
  const rows = found.slice(0, limit).map((row) => timelineEntrySchema.parse(row));
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { rows: rows.toSorted(newestFirst), nextCursor: hasMore ? placeText(last) : null };
};

const authorizationsOf = async (
  work: Work,
  patientId: string,
  today: string,
): Promise<Chart["authorizations"]> =>
  (await listAuthorizations(work, patientId)).rows.map((allowed) => {
    const { code, daysLeft } = authorizationStanding(today, allowed);
    return { ...allowed, standing: code, daysLeft };
  });

/** What was allowed for a stay that ended is in force for nothing, however long it reaches. */
const authorizationNow = (
  authorizations: Chart["authorizations"],
  running: Chart["enrollments"],
): AuthorizationStanding | null =>
  authorizations.find(({ enrollmentId }) => running.some(({ id }) => id === enrollmentId))
    ?.standing ?? null;

/** Where they have a seat, without who else they are: the chart says that once. */
const seatsOf = async (work: Work, patientId: string, today: string): Promise<Chart["seats"]> =>
  (await seatsFrom(work, patientId, today)).map(
    ({ id, enrollmentId, seriesId, seriesName, startsOn, endsOn }) => ({
      id,
      enrollmentId,
      seriesId,
      seriesName,
      startsOn,
      endsOn,
    }),
  );

/** The chart of one person. What the reader's permissions do not open is left out before it is asked for. */
export const getChart = async (work: Work, patientId: string): Promise<Chart> => {
  const row = await findChart(work, patientId);
  if (row === undefined) throw notFound();
  const reach = reachOf(work.actor, row.zone);
  const { today, zone } = row;
  const enrollments = reach.stays ? (await listEnrollments(work, patientId)).rows : [];
  const goals = reach.plan ? (await listGoals(work, patientId)).rows : [];
  const authorizations = reach.coverage ? await authorizationsOf(work, patientId, today) : [];
  const courses = reach.measures ? await listCourses(work, { patientId, today, zone }) : [];
  const answers = reach.measures ? await listCrisisAnswers(work, patientId, zone) : [];
  const lacks = reach.stays ? await lacksOfPatient(work, patientId, today) : [];
  const timeline = await timelineOf(work, patientId, reach, newest, firstPage);
  const [first, ...others] = enrollments.map(({ label }) => label);
  const running = enrollments.filter(({ endedOn }) => endedOn === null);
  const { id, name, givenName, pronouns, birthDate, mrn } = row;
  return {
    patient: { id, name, givenName, pronouns, birthDate, mrn, age: ageOn(birthDate, today) },
    today,
    zone,
    label: first === undefined ? null : strictest(first, ...others),
    payerNames: reach.coverage ? [...row.payerNames] : [],
    // Of what the reader does not see, the way says nothing either.
    spine: spineOf({
      runningStays: running.length,
      endedStays: enrollments.length - running.length,
      hasGoals: reach.plan ? goalsByStay({ goals, enrollments }).current.length > 0 : null,
      hasAttended: reach.attendance && row.hasAttended,
      hasNotes: reach.notes && row.risks.length > 0,
      hasMeasures: courses.some(({ answered }) => answered > 0),
      lacksAuthorization: lacks.some((one) => one.lacks.includes("authorization")),
      authorization: authorizationNow(authorizations, running),
      hasClaims: isAllowed(work.actor, "claims:read") && row.hasClaims,
    }),
    enrollments,
    seats: reach.attendance ? await seatsOf(work, patientId, today) : [],
    lacks,
    hours: reach.attendance ? await hoursToday(work, [patientId], today) : [],
    next: reach.attendance ? row.next : null,
    risk: riskOf(reach.notes ? row.risks : [], answers),
    due: dueOf(work.actor, row),
    goals,
    authorizations,
    courses,
    timeline,
  };
};

/** Open tasks of the kinds that this person may know of: a task tells something of whoever it is about. */
const dueOf = (actor: Pick<Actor, "permissions">, { tasks }: ChartRow): Chart["due"] => {
  if (!isAllowed(actor, "tasks:read")) return { total: 0, rows: [] };
  const seen = tasks.flatMap((task) => {
    const kind = taskKindNames.find((name) => name === task.kind);
    const urgency = urgencies.find((one) => one === task.urgency) ?? "soon";
    const isSeen = kind !== undefined && isAllowed(actor, kindOfTask(kind).seenWith);
    return isSeen ? [{ ...task, urgency }] : [];
  });
  return { total: seen.length, rows: seen.slice(0, shownTasks) };
};

/** The page of the timeline after a place; somebody else's patient answers like one who is not there. */
export const getTimeline = async (
  work: Work,
  { patientId, cursor, limit }: Parsed<typeof api.readTimeline>,
): Promise<Timeline> => {
  const place = readPlace(cursor);
  const row = await findChart(work, patientId);
  if (row === undefined) throw notFound();
  return timelineOf(work, patientId, reachOf(work.actor, row.zone), place, limit);
};
