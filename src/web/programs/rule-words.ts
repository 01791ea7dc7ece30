import { msg, plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { AttendanceRuleFacts } from "#domain/programs/attendance-rule.ts";
import type { HourRuleFacts } from "#domain/programs/hour-rule.ts";
import { hoursAsTyped } from "#domain/programs/typed-hours.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { programWords } from "#web/programs/program-words.ts";

/** What publishing a rule may answer, and what may stand beside its fields. */
export const ruleWords: ProblemWords = {
  ...programWords,
  "rule-from-past": msg`A rule begins today or later: what was decided before stays decided by the rule of its day.`,
  "rule-follows-later": msg`A version that begins on {from} is published already. Choose a later day.`,
  "rule-begun": msg`This version has begun and decided something. Publish another that follows it.`,
  "rule-followed": msg`A later version follows this one. Take that back first.`,
  "rule-taken-back": msg`This version was taken back already.`,
  "ceiling-below-floor": msg`“Fewer than” must be more than “at least”.`,
  "effectiveFrom.in-the-past": msg`Choose today or a later day.`,
  "follows-later": msg`A version is published already that begins on {from}. Choose a day after it.`,
  "effectiveFrom.taken": msg`Choose a day after the newest version begins.`,
  "no-hours": msg`Write hours of a week, like 9 or 9:30.`,
  "ceiling.too-small": msg`This must be more than “at least”.`,
  "adolescentBelowAge.too-small": msg`An age from 12 to 26.`,
  "adolescentBelowAge.too-big": msg`An age from 12 to 26.`,
  "daysAtLeast.too-small": msg`From 1 to 7 days.`,
  "daysAtLeast.too-big": msg`From 1 to 7 days.`,
  "longestGapDays.too-small": msg`From 1 to 30 days.`,
  "longestGapDays.too-big": msg`From 1 to 30 days.`,
  "mostMakeUps.too-small": msg`From 0 to 14 make-ups.`,
  "mostMakeUps.too-big": msg`From 0 to 14 make-ups.`,
  "graceMinutes.too-big": msg`At most 60 minutes.`,
  "minimumMinutes.too-big": msg`At most 600 minutes.`,
};

export const populationWords: ProblemWords = {
  adult: msg`Adults`,
  adolescent: msg`Adolescents`,
};

export const weekWords: ProblemWords = {
  sunday: msg`Sunday to Saturday`,
  monday: msg`Monday to Sunday`,
  rolling: msg`Any seven days in a row`,
  admission: msg`Seven days from the first day of care`,
};

const inWeekWords: ProblemWords = {
  sunday: msg`in a week from Sunday to Saturday`,
  monday: msg`in a week from Monday to Sunday`,
  rolling: msg`in any seven days in a row`,
  admission: msg`in each seven days from the first day of care`,
};

type HourSaying = Pick<
  HourRuleFacts,
  | "floorMinutes"
  | "ceilingMinutes"
  | "week"
  | "daysAtLeast"
  | "longestGapDays"
  | "gapCounts"
  | "gapSkipsClosed"
  | "mostMakeUps"
>;

/** Which services end a gap. */
export const gapCountingWords: ProblemWords = {
  attended: msg`services attended`,
  offered: msg`services offered`,
};

/** An hour rule as a sentence without its end: what a week must hold. */
export const useSayHourRule = (): ((rule: HourSaying) => string) => {
  const { t, i18n } = useLingui();
  return ({
    floorMinutes,
    ceilingMinutes,
    week,
    daysAtLeast,
    longestGapDays,
    mostMakeUps,
    ...gap
  }) => {
    const floor = hoursAsTyped(floorMinutes);
    const ceiling = hoursAsTyped(ceilingMinutes ?? 0);
    const inWeek = i18n._(inWeekWords[week] ?? msg`a week`);
    const hours =
      floorMinutes === 0
        ? ceilingMinutes === null
          ? t`Any number of hours`
          : t`Fewer than ${ceiling} hours`
        : ceilingMinutes === null
          ? t`At least ${floor} hours`
          : t`At least ${floor} and fewer than ${ceiling} hours`;
    const days =
      daysAtLeast === null
        ? ""
        : t`, on ${plural(daysAtLeast, { one: "# day", other: "# days" })} or more`;
    const services = i18n._(gapCountingWords[gap.gapCounts] ?? msg`services`);
    const most = plural(longestGapDays ?? 0, { one: "# day", other: "# days" });
    const between =
      longestGapDays === null
        ? ""
        : gap.gapSkipsClosed
          ? t`; no more than ${most} between ${services}, closed days not counted`
          : t`; no more than ${most} between ${services}`;
    const makeUps =
      mostMakeUps === null
        ? ""
        : t`; ${plural(mostMakeUps, { one: "at most # make-up counts", other: "at most # make-ups count" })}`;
    return `${hours} ${inWeek}${days}${between}${makeUps}`;
  };
};

type AttendanceSaying = Pick<
  AttendanceRuleFacts,
  "graceMinutes" | "breaksCount" | "minimumMinutes"
>;

/** An attendance rule as sentences: who is late, what counts, what is too short. */
export const useSayAttendanceRule = (): ((rule: AttendanceSaying) => string) => {
  const { t } = useLingui();
  return ({ graceMinutes, breaksCount, minimumMinutes }) =>
    [
      graceMinutes === 0
        ? t`Whoever comes after the beginning is late.`
        : t`Whoever comes more than ${graceMinutes} minutes after the beginning is late; no minute is lost by it.`,
      breaksCount ? t`Breaks count.` : t`Breaks do not count.`,
      minimumMinutes === 0
        ? t`Every minute counts.`
        : t`Less than ${minimumMinutes} minutes counts as none.`,
    ].join(" ");
};
