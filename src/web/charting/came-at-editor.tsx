import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { cameAt } from "#web/charting/came-at.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { Button } from "#web/ui/button.tsx";
import { CellActs, CellQuiet } from "#web/ui/cell-button.tsx";
import { LineField } from "#web/ui/line-field.tsx";

/** The screen's clock turns once a minute. */
const minute = 60_000;

/** When somebody came whose arrival nobody entered as it happened. */
export const CameAtEditor = (props: {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly onDone: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { model, view } = props;
  const { session } = model.room;
  const [text, setText] = useState(sayClock(session.startsAt, session.zone));
  const at = cameAt(text, session);
  const isAhead = at !== null && Date.parse(at) > model.now.getTime() + minute;
  const isAfterEnd = at !== null && at >= session.endsAt;
  const ends = sayClock(session.endsAt, session.zone);
  const problem =
    at === null
      ? t`Write a time like 6:14.`
      : isAhead
        ? t`This lies in the future.`
        : isAfterEnd
          ? t`The session ended at ${ends}. It is kept and earns no minutes.`
          : "";
  const enter = (mode: "room" | "video"): void => {
    if (at === null || isAhead) return;
    model.happen({ kind: "arrive", patientId: view.row.patientId, mode, occurredAt: at });
    props.onDone();
  };
  const { name } = view.row;
  return (
    <CellActs label={t`When did ${name} come`}>
      <LineField
        label={t`Came at`}
        value={text}
        onChange={setText}
        onEnter={() => enter("room")}
        narrow
        autoFocus
      />
      <Button size="small" onPress={() => enter("room")}>
        <Trans>In the room</Trans>
      </Button>
      <Button size="small" onPress={() => enter("video")}>
        <Trans>By video</Trans>
      </Button>
      <Button size="small" kind="quiet" onPress={props.onDone}>
        <Trans>Cancel</Trans>
      </Button>
      {problem !== "" && <CellQuiet>{problem}</CellQuiet>}
    </CellActs>
  );
};
