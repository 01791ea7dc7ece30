import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeRoom, createRoom } from "#domain/practice/room.api.ts";
import type { Room } from "#domain/practice/room.ts";
import { useAct } from "#web/platform/use-act.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import { factWords, sayFact } from "#web/practice/fact-words.ts";
import { missingOf } from "#web/practice/form-checks.ts";
import { practiceWords } from "#web/practice/practice-words.ts";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type RoomValues = {
  readonly name: string;
  readonly seats: number | null;
  readonly hasVideo: boolean;
};

const factsOf = ({ name, seats, hasVideo }: RoomValues) => ({ name, seats: seats ?? 0, hasVideo });
const valuesOf = ({ name, seats, hasVideo }: Room): RoomValues => ({ name, seats, hasVideo });
const check = (values: RoomValues): FieldProblems => missingOf(values, ["name", "seats"]);

const RoomForm = (props: {
  readonly form: FormState<RoomValues>;
  readonly label: string;
  readonly submit: ReactNode;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <PanelForm form={form} label={props.label} submit={props.submit} onClose={props.onClose}>
      {props.children}
      <FieldRow>
        <TextField label={t`Name`} autoFocus maxLength={60} {...form.field("name")} />
        <NumberField
          label={t`Seats`}
          hint={t`How many people it holds, staff included.`}
          {...form.field("seats")}
        />
      </FieldRow>
      <CheckField
        label={t`Has video equipment`}
        hint={t`People elsewhere can take part in a group held here.`}
        {...form.field("hasVideo")}
      />
    </PanelForm>
  );
};

export const AddRoomForm = (props: {
  readonly siteId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const act = useAct(createRoom, {
    done: t`Room added.`,
    onDone: props.onClose,
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useForm<RoomValues, typeof createRoom>({
    id: `room-new-${props.siteId}`,
    initial: { name: "", seats: null, hasVideo: false },
    act,
    toInput: (values) => ({ siteId: props.siteId, ...factsOf(values) }),
    check,
  });
  return (
    <RoomForm
      form={form}
      label={t`Add room`}
      submit={<Trans>Add room</Trans>}
      onClose={props.onClose}
    />
  );
};

export const ChangeRoomForm = (props: {
  readonly room: Room;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { room } = props;
  const { name } = room;
  const act = useAct(changeRoom, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `room-${room.id}`,
    record: room,
    refresh: props.refresh,
    valuesOf,
    act,
    toInput: (values, base) => ({
      roomId: base.id,
      version: base.version,
      ...changedFields(factsOf(values), factsOf(valuesOf(base))),
    }),
    check,
  });
  return (
    <RoomForm
      form={form}
      label={t`Change ${name}`}
      submit={<Trans>Save</Trans>}
      onClose={props.onClose}
    >
      <Disagreements
        fields={form.disagreements}
        words={factWords}
        sayFact={sayFact}
        problem={act.problem}
      />
    </RoomForm>
  );
};
