import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { attendanceProblemWords } from "#web/charting/attendance-words.ts";
import { cameAt } from "#web/charting/came-at.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { newId } from "#web/platform/new-id.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog, DialogFoot, DialogText } from "#web/ui/dialog.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

interface Props {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly onClose: () => void;
}

interface Said {
  readonly came: string;
  readonly left: string;
  readonly why: string;
}

const bare = { mode: null, reason: null, correctsId: null } as const;

/** The ledger put right: what stood is struck, what was so is written. Null where a time is no time. */
const eventsOf = ({ model, view }: Props, said: Said): readonly NewAttendanceEvent[] | null => {
  const { session } = model.room;
  const { patientId } = view.row;
  const came = cameAt(said.came, session);
  const left = said.left.trim() === "" ? session.endsAt : cameAt(said.left, session);
  if (came === null || left === null || left <= came) return null;
  const struck = new Set(model.events.map(({ correctsId }) => correctsId));
  const standing = model.events.filter(
    (event) => event.patientId === patientId && event.kind !== "strike" && !struck.has(event.id),
  );
  const occurredAt = new Date().toISOString();
  return [
    ...standing.map(({ id }) => ({
      ...bare,
      id: newId(),
      patientId,
      kind: "strike" as const,
      occurredAt,
      correctsId: id,
    })),
    {
      ...bare,
      id: newId(),
      patientId,
      kind: "arrive",
      mode: view.live.mode ?? "room",
      occurredAt: came,
    },
    ...(left < session.endsAt
      ? [{ ...bare, id: newId(), patientId, kind: "leave" as const, occurredAt: left }]
      : []),
  ];
};

/** Puts somebody's attendance right after the day is over. What was written stays, with who changed it and why. */
export const CorrectionDialog = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { session } = props.model.room;
  const { live, row } = props.view;
  const clock = (at: string | null): string => (at === null ? "" : sayClock(at, session.zone));
  const [came, setCame] = useState(clock(live.firstInAt ?? session.startsAt));
  const [left, setLeft] = useState(clock(live.lastOutAt ?? session.endsAt));
  const [why, setWhy] = useState("");
  const [asked, setAsked] = useState(false);
  const { name } = row;
  const act = useAct(correctAttendance, {
    words: attendanceProblemWords,
    changes: ["session", "attendance"],
    done: t`Attendance of ${name} corrected.`,
    onDone: props.onClose,
  });
  const events = eventsOf(props, { came, left, why });
  const isWhyMissing = why.trim() === "";
  const correct = (): void => {
    setAsked(true);
    if (events === null || isWhyMissing) return;
    void act.run({ sessionId: session.id, why: why.trim(), events: [...events] });
  };
  return (
    <Dialog open onClose={props.onClose} title={<Trans>Correct the attendance of {name}</Trans>}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!act.busy) correct();
        }}
      >
        <DialogText>
          <Trans>
            What was written stays, with your name and your reason beside it. Signed notes keep
            their minutes until they are corrected, too.
          </Trans>
        </DialogText>
        <FieldRow>
          <TextField label={t`Came at`} name="came" value={came} onChange={setCame} />
          <TextField
            label={t`Left at`}
            name="left"
            value={left}
            onChange={setLeft}
            error={
              asked && events === null
                ? t`Write two times, the earlier first, like 6:14 and 8:05.`
                : undefined
            }
          />
        </FieldRow>
        <TextArea
          label={t`Why`}
          name="why"
          rows={2}
          maxLength={400}
          value={why}
          onChange={setWhy}
          error={asked && isWhyMissing ? t`Say why.` : undefined}
        />
        <DialogFoot>
          <Button onPress={props.onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button submit kind="primary" busy={act.busy}>
            <Trans>Correct</Trans>
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
};
