import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { RiskReason } from "#domain/reporting/at-risk.ts";
import { bandWord } from "#web/platform/band-words.ts";
import { sayDate, sayMoment } from "#web/platform/dates.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";

/** Why somebody is worth a look, as a sentence with its day. */
export const useSayReason = (): ((reason: RiskReason) => string) => {
  const { t, i18n } = useLingui();
  const zone = useOrganizationZone();
  return (reason) => {
    switch (reason.code) {
      case "crisis-open": {
        const since = sayMoment(reason.since, zone);
        return t`Crisis task open since ${since}`;
      }
      case "score-rising": {
        const { measure, from, to } = reason;
        const [on, then] = [sayDate(reason.on), sayDate(reason.fromOn)];
        const band = i18n._(bandWord(reason.band));
        return reason.alarmItem === null
          ? t`${measure} ${to}, ${band}, on ${on}; was ${from} on ${then}`
          : t`${measure} ${to}, ${band}; item ${reason.alarmItem} above zero, on ${on}; was ${from} on ${then}`;
      }
      case "service-due": {
        const [since, dueBy] = [sayDate(reason.since), sayDate(reason.dueBy)];
        const most = plural(reason.mostDays, { one: "# day", other: "# days" });
        const allowed = t`the rule allows ${most} between services, weekends counted`;
        if (reason.isOver) return t`No service since ${since}; ${allowed}: one was due by ${dueBy}`;
        if (reason.nextOn === null)
          return t`No service since ${since} and none is booked; ${allowed}: due by ${dueBy}`;
        const next = sayDate(reason.nextOn);
        return t`No service since ${since}, the next is booked for ${next}; ${allowed}: due by ${dueBy}`;
      }
      case "missed-in-a-row": {
        const missed = plural(reason.sessions, {
          one: "Missed # session",
          other: "Missed the last # sessions",
        });
        const since = sayDate(reason.since);
        return t`${missed} since ${since}`;
      }
    }
  };
};

/** The day or moment a reason goes back to: a service is overdue since the day it was due, not since the last one. */
export const sinceOf = (reason: RiskReason): string => {
  if (reason.code === "score-rising") return reason.on;
  return reason.code === "service-due" && reason.isOver ? reason.dueBy : reason.since;
};
