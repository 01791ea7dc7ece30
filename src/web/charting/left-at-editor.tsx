import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { sayClock } from "#web/charting/clock-words.ts";
import { leftAt } from "#web/charting/left-at.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { Button } from "#web/ui/button.tsx";
import { CellActs, CellQuiet } from "#web/ui/cell-button.tsx";
import { LineField } from "#web/ui/line-field.tsx";

/** When somebody left whose leaving nobody entered as it happened. */
export const LeftAtEditor = (props: {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly onLeft: (at: string) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { model, view } = props;
  const { session } = model.room;
  const [text, setText] = useState(sayClock(model.now, session.zone));
  const since = model.lastEventOf(view.row.patientId)?.occurredAt ?? session.startsAt;
  const { at, fault } = leftAt(text, session, { since, now: model.now });
  const known = sayClock(since, session.zone);
  const ends = sayClock(session.endsAt, session.zone);
  const problems = {
    "no-time": t`Write a time like 6:14.`,
    ahead: t`This lies in the future.`,
    "before-entry": t`The last entry is of ${known}. Take it back first, or write a later time.`,
    "after-end": t`The session ended at ${ends}: they were there to the end.`,
  };
  const enter = (): void => {
    if (at !== null && fault === null) props.onLeft(at);
  };
  const { name } = view.row;
  return (
    <CellActs label={t`When did ${name} leave`}>
      <LineField
        label={t`Left at`}
        value={text}
        onChange={setText}
        onEnter={enter}
        narrow
        autoFocus
      />
      <Button size="small" onPress={enter}>
        <Trans>Left at this time</Trans>
      </Button>
      <Button size="small" kind="quiet" onPress={props.onCancel}>
        <Trans>Cancel</Trans>
      </Button>
      {fault !== null && <CellQuiet>{problems[fault]}</CellQuiet>}
    </CellActs>
  );
};
