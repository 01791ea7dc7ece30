import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addDays } from "#web/platform/days.ts";
import { Button } from "#web/ui/button.tsx";

/** A week back, this week, a week on. */
export const WeekSteps = (props: {
  readonly from: string;
  readonly onWeek: (day: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <>
      <Button onPress={() => props.onWeek(addDays(props.from, -7))}>{t`Week before`}</Button>
      <Button onPress={() => props.onWeek("")}>{t`This week`}</Button>
      <Button onPress={() => props.onWeek(addDays(props.from, 7))}>{t`Week after`}</Button>
    </>
  );
};
