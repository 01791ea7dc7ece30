import { useLingui } from "@lingui/react/macro";
import { weekdayNames } from "#web/scheduling/schedule-words.ts";

/** `[1, 3]` as `Mon, Wed`. */
export const useSayDays = (): ((days: readonly number[]) => string) => {
  const { i18n } = useLingui();
  return (days) =>
    weekdayNames
      .filter(({ day }) => days.includes(day))
      .map(({ name }) => i18n._(name))
      .join(", ");
};
