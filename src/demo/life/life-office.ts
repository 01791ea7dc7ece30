import { z } from "zod";
import { openFrom } from "#demo/holidays.ts";
import { afterRejection, answersTo } from "#demo/life/life-answers.ts";
import { dayAfter, momentOf, weekdayOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { workAs } from "#demo/life/life-house.ts";
import { takeSpokenOf } from "#demo/spoken-of.ts";
import { chargeRangeAndSessions } from "#server/billing/charges/day-charge.service.ts";
import { buildClaims } from "#server/billing/claims/claim-build.service.ts";
import { exportClaims } from "#server/billing/claims/claim-export.service.ts";
import { markHandedOver } from "#server/billing/claims/hand-over.service.ts";
import { deliverDue } from "#server/platform/outbox/deliver-due.ts";
import { materializeAhead, seriesBehind } from "#server/scheduling/series.service.ts";
import { escalate, escalationKind } from "#server/tasks/escalation.service.ts";
import type { Work } from "#server/platform/work.ts";

const monday = 1;
const tuesday = 2;
const sunday = 7;
/** What was signed late is still billed with a later week; on the first Monday of a month also what is billed by the month. */
const weeksBack = { usual: 2, firstOfMonth: 6 } as const;

/**
 * Billing hears of this day once, and of each earlier session once that was signed or put right today. Whatever else is due by this
 * evening is carried out before.
 */
const endDay = async (work: Work, day: LifeDay): Promise<void> => {
  await deliverDue(work, [
    {
      kinds: [escalationKind],
      handle: async (then, errands) => {
        for (const errand of errands) await escalate(then, errand);
      },
    },
  ]);
  const spokenOf = await takeSpokenOf(work);
  const todays = new Set(
    day.sessions.filter(({ serviceDate }) => serviceDate === day.day).map(({ id }) => id),
  );
  const earlier = [...spokenOf].filter((id) => !todays.has(id));
  const today = { from: day.day, to: day.day };
  const { changed } = await chargeRangeAndSessions(work, today, earlier);
  day.count("charges", changed);
};

const claimsRange = z.object({ from: z.iso.date(), to: z.iso.date() });

/** A biller's week: on Monday the week before is billed, on Tuesday what is older goes out; after a holiday a day later. */
const billingOf = (day: LifeDay): readonly Act[] => {
  const biller = day.house.colleague("Holloway");
  const { startsOn, daysOff } = day.plan;
  const lastSunday = dayAfter(day.day, -weekdayOf(day.day));
  const isDayFor = (weekday: number): boolean =>
    openFrom(daysOff, dayAfter(lastSunday, weekday)) === day.day;
  const acts: Act[] = [];
  if (isDayFor(monday) && lastSunday > startsOn) {
    const isFirst = Number(dayAfter(lastSunday, monday).slice(8)) <= 7;
    const weeks = isFirst ? weeksBack.firstOfMonth : weeksBack.usual;
    const range = { from: dayAfter(lastSunday, 1 - 7 * weeks), to: lastSunday };
    acts.push({
      at: momentOf(day.house.zone, day.day, "09:15"),
      what: "bill",
      run: async (work) => {
        const { built } = await buildClaims(workAs(work, biller), claimsRange.parse(range));
        day.count("claims", built);
      },
    });
  }
  if (isDayFor(tuesday) && lastSunday > dayAfter(startsOn, 7)) {
    acts.push({
      at: momentOf(day.house.zone, day.day, "13:30"),
      what: "export",
      run: async (work) => {
        const range = { from: startsOn, to: dayAfter(lastSunday, -7) };
        const asBiller = workAs(work, biller);
        const { files } = await exportClaims(asBiller, claimsRange.parse(range));
        for (const { id } of files) await markHandedOver(asBiller, id);
      },
    });
    acts.push(answersTo(day));
  }
  const exportedOn = openFrom(daysOff, dayAfter(lastSunday, tuesday));
  return [...acts, ...afterRejection(day, exportedOn)];
};

/** What runs by itself: the calendar ahead, errands of the day and its charges; and the biller's part. */
export const officeOf = (day: LifeDay): readonly Act[] => {
  const calendar: Act = {
    at: momentOf(day.house.zone, day.day, "03:30"),
    what: "make sessions ahead",
    run: async (work) => {
      for (const seriesId of await seriesBehind(work)) await materializeAhead(work, seriesId);
    },
  };
  const isToday = day.day === day.plan.wish.today;
  // Late enough for the evening of the site farther west.
  const night = momentOf(day.house.zone, day.day, "23:50");
  return [
    ...(weekdayOf(day.day) === sunday || isToday ? [calendar] : []),
    ...billingOf(day),
    { at: isToday ? day.until : night, what: "end the day", run: (work) => endDay(work, day) },
  ];
};
