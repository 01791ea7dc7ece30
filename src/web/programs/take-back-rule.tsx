import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { takeBackAttendanceRule } from "#domain/programs/attendance-rule.api.ts";
import { takeBackHourRule } from "#domain/programs/hour-rule.api.ts";
import { takeBackRefusal } from "#domain/programs/rule-version.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useAct } from "#web/platform/use-act.ts";
import { ruleWords } from "#web/programs/rule-words.ts";
import type { Version } from "#web/programs/rule-versions.tsx";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

/** Takes back a version that has not begun; nothing where that cannot be. */
export const TakeBackRule = (props: {
  readonly kind: "hours" | "attendance";
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { kind, version, versions, today } = props;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const options = { done: t`Taken back.`, onDone: close, words: ruleWords };
  const hours = useAct(takeBackHourRule, options);
  const attendance = useAct(takeBackAttendanceRule, options);
  const act = kind === "hours" ? hours : attendance;
  if (takeBackRefusal(version, versions, today) !== null) return null;
  const from = sayCalendarDate(version.effectiveFrom);
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setAsking(true)}>
        <Trans>Take back</Trans>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={<Trans>Take back what was to begin on {from}?</Trans>}
        verb={<Trans>Take back</Trans>}
        danger
        busy={act.busy}
        reasonLabel={<Trans>Why</Trans>}
        reasonHint={<Trans>Kept in the history.</Trans>}
        keep={{ act, of: version.id }}
        onConfirm={(reason, draftId) => void act.run({ ruleId: version.id, reason }, draftId)}
      >
        <p>
          <Trans>The version before it goes on. This one stays readable.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
};
