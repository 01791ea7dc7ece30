import type { Input } from "#domain/contract/route.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import type { EventKind, NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { joinSeries } from "#domain/scheduling/membership.api.ts";
import { createSeries } from "#domain/scheduling/series.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import { activityTypeRoutes } from "#server/programs/activity-type.routes.ts";
import { attendanceRuleRoutes } from "#server/programs/attendance-rule.routes.ts";
import { hourRuleRoutes } from "#server/programs/hour-rule.routes.ts";
import { foundAttendanceRule } from "#server/programs/attendance-rule.service.ts";
import { foundHourRules } from "#server/programs/hour-rule.service.ts";
import { attendanceRoutes } from "#server/scheduling/attendance.routes.ts";
import { hoursRoutes } from "#server/scheduling/hours.routes.ts";
import { dischargeRoutes } from "#server/scheduling/discharge.routes.ts";
import { seriesRoutes } from "#server/scheduling/series.routes.ts";
import { schedulingSessionRoutes } from "#server/scheduling/session.routes.ts";
import { MeasureHouse } from "#test/support/measure-house.ts";
import { openTestProduct, type TestPerson } from "#test/support/test-product.ts";

/** Thursday, 18:00 on the wall in Denver. */
export const tonight = "2026-11-20T01:00:00Z";

/** An event at a moment of this evening; minutes after 18:00. */
export const eventAt = (
  minutes: number,
  kind: EventKind,
  patientId: string | null,
  more: Partial<NewAttendanceEvent> = {},
): NewAttendanceEvent => ({
  id: newId(),
  patientId,
  kind,
  mode: null,
  reason: null,
  correctsId: null,
  occurredAt: new Date(Date.parse(tonight) + minutes * 60_000).toISOString(),
  ...more,
});

/** A program with an evening group in Denver (Monday, Wednesday, Thursday, 18:00 to 21:00), its rules and its people. */
export class ScheduleHouse extends MeasureHouse {
  groupTypeId = "";
  individualTypeId = "";
  roomId = "";
  leadId = "";
  lead: TestPerson | undefined;
  supervisor: TestPerson | undefined;

  async equip(): Promise<void> {
    const created_at = this.product.clock.now().toString();
    const type = (name: string, format: string) =>
      this.insert("activity_type", {
        name,
        format,
        modality: "process",
        counts_toward_hours: true,
        created_at,
      });
    this.groupTypeId = await type("Process group", "group");
    this.individualTypeId = await type("Individual therapy", "individual");
    this.roomId = await this.insert("room", {
      site_id: this.siteId,
      name: "Cedar",
      seats: 14,
      created_at,
    });
    const lead = await this.worker("therapist", "Denise", "Arrowood");
    this.lead = lead;
    this.leadId = lead.staffId;
    this.supervisor = await this.product.addPerson(this.here, ["supervisor"], "Sol Supervisor");
    await this.product.inside(this.here, async (work) => {
      await foundAttendanceRule(work);
      await foundHourRules(work, [{ id: this.levelId, code: "iop" }]);
    });
  }

  /** Moves the clock; whoever is signed in has been at the keyboard all the while. */
  async moveTo(instant: string): Promise<void> {
    this.product.clock.moveTo(instant);
    await this.product.ownerPool.query(
      "update global.login_session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'",
      [instant],
    );
  }

  plan(more: Partial<Input<typeof createSeries>> = {}): Input<typeof createSeries> {
    return {
      name: "Evening group",
      programId: this.programId,
      trackId: this.trackId,
      activityTypeId: this.groupTypeId,
      siteId: this.siteId,
      roomId: this.roomId,
      weekdays: [1, 3, 4],
      startsAtWall: "18:00",
      minutes: 180,
      startsOn: "2026-11-09",
      endsOn: null,
      capacity: 12,
      hasVideo: true,
      facilitators: [{ staffId: this.leadId, role: "lead" }],
      ...more,
    };
  }

  series(more: Partial<Input<typeof createSeries>> = {}) {
    return this.done(this.supervisor, createSeries, this.plan(more));
  }

  /** People who are members of a series from its beginning. */
  async members(seriesId: string, count: number) {
    const people: { patientId: string; enrollmentId: string }[] = [];
    for (let n = 0; n < count; n++) {
      const who = await this.stay(`Given${n}`, `Family${n}`, null);
      people.push(who);
      await this.done(this.supervisor, joinSeries, {
        seriesId,
        ...who,
        startsOn: "2026-11-09",
        endsOn: null,
      });
    }
    return people;
  }

  /** The session of this evening. */
  async tonight(seriesId: string) {
    const day = "2026-11-19";
    const { rows } = await this.done(this.lead, listSessions, { from: day, to: day, seriesId });
    const [session] = rows;
    if (session === undefined) throw new Error("no session this evening");
    return session;
  }

  record(sessionId: string, events: readonly NewAttendanceEvent[]) {
    return this.done(this.lead, recordAttendance, { sessionId, events: [...events] });
  }
}

export const openScheduleHouse = async (
  more: readonly MountedRoute[] = [],
  options: Parameters<typeof openTestProduct>[1] = {},
): Promise<ScheduleHouse> => {
  const routes = () => [
    ...attendanceRoutes,
    ...seriesRoutes,
    ...dischargeRoutes,
    ...schedulingSessionRoutes,
    ...hoursRoutes,
    ...activityTypeRoutes,
    ...hourRuleRoutes,
    ...attendanceRuleRoutes,
    ...more,
  ];
  const product = await openTestProduct(routes, options);
  const here = await product.addOrganization("Stillwater");
  const house = new ScheduleHouse(product, here, await product.addOrganization("Harrow Creek"));
  await house.furnish();
  await house.equip();
  return house;
};
