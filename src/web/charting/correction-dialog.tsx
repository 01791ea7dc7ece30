import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { correctionWords } from "#web/charting/attendance-words.ts";
import { cameAt } from "#web/charting/came-at.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { timeNow } from "#web/platform/clock.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { newId } from "#web/platform/new-id.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Dialog, DialogText } from "#web/ui/dialog.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

interface Props {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly onClose: () => void;
}

type Said = {
  readonly came: string;
  readonly left: string;
  readonly why: string;
};

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
  const occurredAt = timeNow().toISOString();
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

/** The times of the ledger as they stand, on the wall of the session. */
const timesOf = ({ model, view: { live } }: Props): Said => {
  const { session } = model.room;
  return {
    came: sayClock(live.firstInAt ?? session.startsAt, session.zone),
    left: sayClock(live.lastOutAt ?? session.endsAt, session.zone),
    why: "",
  };
};

const CorrectionForm = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { session } = props.model.room;
  const { name, patientId } = props.view.row;
  // As they stood when it was opened: a live update must not turn an untouched time into a typed one.
  const [initial] = useState(() => timesOf(props));
  const act = useAct(correctAttendance, {
    words: correctionWords,
    changes: ["session", "attendance"],
    failureShownInPlace: true,
    done: t`Attendance of ${name} corrected.`,
    onDone: props.onClose,
  });
  const form = useForm({
    id: `attendance-correction-${session.id}-${patientId}`,
    initial,
    act,
    toInput: (said) => ({
      sessionId: session.id,
      why: said.why.trim(),
      events: [...(eventsOf(props, said) ?? [])],
    }),
    check: (said) => ({
      ...(eventsOf(props, said) === null && { left: { code: "no-two-times" } }),
      ...missingOf({ why: said.why.trim() }, ["why"]),
    }),
  });
  return (
    <PanelForm form={form} submit={<Trans>Correct</Trans>} onClose={props.onClose}>
      <DialogText>
        <Trans>
          What was written stays, with your name and your reason beside it. Signed notes keep their
          minutes until they are corrected, too.
        </Trans>
      </DialogText>
      <FieldRow>
        <TextField label={t`Came at`} {...form.field("came")} />
        <TextField label={t`Left at`} {...form.field("left")} />
      </FieldRow>
      <TextArea label={t`Why`} rows={2} maxLength={400} {...form.field("why")} />
    </PanelForm>
  );
};

/**
 * Puts somebody's attendance right after the day is over. What was written stays, with who changed it and why. Closing keeps
 * what was typed.
 */
export const CorrectionDialog = (props: Props): ReactNode => {
  const { name } = props.view.row;
  return (
    <Dialog open onClose={props.onClose} title={<Trans>Correct the attendance of {name}</Trans>}>
      <CorrectionForm {...props} />
    </Dialog>
  );
};
