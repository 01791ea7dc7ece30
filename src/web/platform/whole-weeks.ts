import { plural, t } from "@lingui/core/macro";

/** Out of how many weeks a count of people short of hours is; in the week of a holiday nobody's may be whole. */
export const sayOfWholeWeeks = (whole: number): string =>
  whole === 0
    ? t`nobody’s week is a whole one`
    : plural(whole, { one: "of # whole week", other: "of # whole weeks" });
