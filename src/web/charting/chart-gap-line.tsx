import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ServiceGap } from "#domain/scheduling/service-gap.ts";
import { sayDate } from "#web/platform/dates.ts";
import { Chip } from "#web/ui/chip.tsx";
import { Quiet } from "#web/ui/quiet.tsx";

const useWhatStands = (gap: ServiceGap): string => {
  const { t } = useLingui();
  const { standing, nextOn, dueBy } = gap;
  const last = sayDate(gap.lastOn);
  if (standing === "held" || dueBy === null)
    return t`The last was on ${last}. They are on leave or in hospital: these days do not count.`;
  const due = sayDate(dueBy);
  if (standing === "over") return t`The last was on ${last}; one was due by ${due}.`;
  if (standing === "due" && nextOn === null)
    return t`The last was on ${last}; one is due by ${due}, and none is booked.`;
  if (nextOn === null) return t`The last was on ${last}; the stay ends before another is due.`;
  const next = sayDate(nextOn);
  if (nextOn === gap.lastOn) return t`The last was on ${last}, and more is booked for that day.`;
  return standing === "due"
    ? t`The last was on ${last}; one is due by ${due}, and the next is booked only for ${next}.`
    : t`The last was on ${last}, the next is booked for ${next}.`;
};

/** How the days since the last service stand against the rule that is named below. */
export const ChartGapLine = ({ gap }: { readonly gap: ServiceGap }): ReactNode => {
  const { t } = useLingui();
  const stands = useWhatStands(gap);
  const most = plural(gap.longestGapDays, { one: "# day", other: "# days" });
  return (
    <Quiet>
      {gap.standing === "over" && (
        <>
          <Chip meaning="risk">
            <Trans>Service overdue</Trans>
          </Chip>{" "}
        </>
      )}
      {gap.standing === "due" && (
        <>
          <Chip meaning="short">
            <Trans>Service due</Trans>
          </Chip>{" "}
        </>
      )}
      {gap.counts === "attended"
        ? t`At most ${most} between services attended.`
        : t`At most ${most} between services offered.`}{" "}
      {stands}
    </Quiet>
  );
};
