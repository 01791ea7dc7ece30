import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { takeBackAttendanceRule } from "#domain/programs/attendance-rule.api.ts";
import { takeBackHourRule } from "#domain/programs/hour-rule.api.ts";
import { takeBackRefusal } from "#domain/programs/rule-version.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useAct } from "#web/platform/use-act.ts";
import { ruleWords } from "#web/programs/rule-words.ts";
import type { Version } from "#web/programs/rule-versions.tsx";
import { TakeBack } from "#web/ui/take-back.tsx";

/** Takes back a version that has not begun; nothing where that cannot be. */
export const TakeBackRule = (props: {
  readonly kind: "hours" | "attendance";
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { kind, version, versions, today } = props;
  const options = { done: t`Taken back.`, words: ruleWords, failureShownInPlace: true };
  const hours = useAct(takeBackHourRule, options);
  const attendance = useAct(takeBackAttendanceRule, options);
  const act = kind === "hours" ? hours : attendance;
  if (takeBackRefusal(version, versions, today) !== null) return null;
  const from = sayCalendarDate(version.effectiveFrom);
  return (
    <TakeBack
      label={<Trans>Take back</Trans>}
      size="small"
      kind="quiet"
      title={<Trans>Take back what was to begin on {from}?</Trans>}
      act={act}
      of={version.id}
      onTakeBack={(reason, draftId) => act.run({ ruleId: version.id, reason }, draftId)}
    >
      <p>
        <Trans>The version before it goes on. This one stays readable.</Trans>
      </p>
    </TakeBack>
  );
};
