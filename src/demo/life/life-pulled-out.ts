import { Temporal } from "temporal-polyfill";
import { createSession } from "#domain/scheduling/session.api.ts";
import { eventsOf, type LifeEvent } from "#demo/life/life-evening.ts";
import { groupOf, seatedOn, weekdayOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import type { LifeSession } from "#demo/life/life-sessions.queries.ts";
import { record } from "#demo/life/record-events.ts";
import { floaters } from "#demo/life/life-staff.ts";
import * as sessions from "#server/scheduling/session.service.ts";

/** Name of an hour for which somebody is taken out of a group. */
export const pulledOutName = "Short hour during group";

/** Taken out an hour and five minutes into the group, for so many minutes. */
const span = { from: 66, minutes: 40 } as const;

/** Whoever stands in for an ill colleague on the other days is free on these. */
const freeDays: readonly number[] = [1, 2, 3];

interface PulledOut {
  readonly stay: LifeStay;
  readonly events: readonly LifeEvent[];
}

/** Only one at a site on a day: there is one colleague for it. */
const isChosen = (day: LifeDay, group: LifeGroup, session: LifeSession): boolean => {
  if (!freeDays.includes(weekdayOf(day.day))) return false;
  const first = day.sessions.find(
    (one) =>
      one.serviceDate === day.day &&
      one.state !== "cancelled" &&
      groupOf(day, one)?.site === group.site,
  );
  return first?.id === session.id && day.chance.happens(0.35, "taken aside", group.site, day.day);
};

/** Who is taken out of this group today, if anybody: somebody who came to the room and stays to the end. */
export const pulledOutOf = (
  day: LifeDay,
  group: LifeGroup,
  session: LifeSession,
  seated: readonly LifeStay[],
): PulledOut | null => {
  if (!isChosen(day, group, session)) return null;
  const start = Temporal.Instant.from(session.startsAt);
  const occasion = { ...session, minutes: start.until(session.endsAt).total("minutes") };
  const simply = seated.filter((stay) => {
    const [only, ...more] = eventsOf(day.chance, stay, occasion);
    return only?.kind === "arrive" && only.mode === undefined && more.length === 0;
  });
  if (simply.length === 0) return null;
  const at = (minutes: number) => start.add({ minutes }).toString();
  return {
    stay: day.chance.pick(simply, "who is taken aside", session.startsAt),
    events: [
      { kind: "pulled-out", reason: "individual-session", occurredAt: at(span.from) },
      { kind: "returned", occurredAt: at(span.from + span.minutes) },
    ],
  };
};

/** The hour aside: planned when it is needed, recorded when it is over. */
export const asidesOf = (day: LifeDay): readonly Act[] =>
  day.sessions.flatMap((session): Act[] => {
    const group = groupOf(day, session);
    if (group === undefined || session.serviceDate !== day.day || session.state === "cancelled")
      return [];
    if (!isChosen(day, group, session)) return [];
    const start = Temporal.Instant.from(session.startsAt);
    const colleague = day.house.colleague(floaters[group.site]);
    return [
      {
        at: start.add({ minutes: span.from + span.minutes }),
        what: "take somebody aside",
        run: async (work) => {
          const found = pulledOutOf(day, group, session, seatedOn(day, group, day.day));
          const known = found === null ? undefined : day.house.stay(found.stay);
          if (known === undefined) return;
          const begins = start.add({ minutes: span.from });
          const as = workAs(work, colleague);
          const { id: programId, siteId } = day.house.program(group.program);
          const planned = await sessions.createSession(
            as,
            createSession.input.parse({
              name: pulledOutName,
              siteId,
              programId,
              activityTypeId: day.house.activity("Individual therapy"),
              roomId: null,
              day: day.day,
              startsAtWall: begins
                .toZonedDateTimeISO(group.zone)
                .toPlainTime()
                .toString({ smallestUnit: "minute" }),
              minutes: span.minutes,
              capacity: 1,
              facilitators: [{ staffId: colleague.staffId, role: "lead" }],
              attendees: [known],
            }),
          );
          await record(as, planned.id, [
            { kind: "arrive", occurredAt: begins.toString(), patientId: known.patientId },
          ]);
          day.count("sessions");
        },
      },
    ];
  });
