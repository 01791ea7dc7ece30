import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useRefresh } from "#web/platform/use-refresh.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { hourProblem, typedTime, wallTimeOf } from "#web/scheduling/form-checks.ts";
import { BesideFields } from "#web/scheduling/beside-fields.tsx";
import { facilitatingIn, isAsItWas, ledBy, type Facilitating } from "#web/scheduling/led-by.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { SessionSides } from "#web/scheduling/session-sides.tsx";
import { useLeadChoices } from "#web/scheduling/use-lead-choices.ts";
import { useScheduleChoices } from "#web/scheduling/use-schedule-choices.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const msPerMinute = 60_000;

type Planned = Facilitating & {
  readonly day: string;
  readonly startsAtWall: string;
  readonly minutes: number | null;
  readonly roomId: string;
};

const plannedOf = (session: Session): Planned => ({
  day: session.serviceDate,
  startsAtWall: sayTime(session.startsAt, session.zone),
  minutes: (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / msPerMinute,
  roomId: session.room?.id ?? "",
  ...facilitatingIn(session),
});

/** Only what differs is sent: a room that is left alone cannot be refused. */
const changesOf = (session: Session, before: Planned, now: Planned) => ({
  ...(now.day !== before.day && { day: now.day }),
  ...(now.startsAtWall !== before.startsAtWall && { startsAtWall: wallTimeOf(now.startsAtWall) }),
  ...(now.minutes !== before.minutes && { minutes: now.minutes ?? 0 }),
  ...(now.roomId !== before.roomId && { roomId: now.roomId }),
  ...(!isAsItWas(before, now) && { facilitators: ledBy(session, now) }),
});

/** Moves one session, or gives it another room or another lead; the others of its group stay where they are. */
export const MoveSessionForm = (props: {
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { session } = props;
  const act = useAct(changeSession, {
    done: t`Session changed.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["series"],
    failureShownInPlace: true,
  });
  const form = useChangeForm<Session, Planned, typeof changeSession>({
    id: `session-move-${session.id}`,
    record: session,
    refresh: useRefresh("session"),
    valuesOf: plannedOf,
    act,
    toInput: (values, base) => ({
      sessionId: base.id,
      version: base.version,
      ...changesOf(base, plannedOf(base), values),
    }),
    check: (values) => ({
      ...hourProblem(values.startsAtWall),
      ...missingOf(values, ["day", "startsAtWall", "minutes", "leadId"]),
    }),
    serverNames: { facilitators: "leadId", "facilitators.beside": "alsoId" },
  });
  const choices = useScheduleChoices(session.site.id);
  const time = typedTime(form.values, session.zone);
  const leads = useLeadChoices(form.values.day, time && { ...time, sessionId: session.id });
  return (
    <PanelForm form={form} submit={<Trans>Change it</Trans>} onClose={props.onClose}>
      <SessionSides fields={form.disagreements} problem={act.problem} choices={choices} />
      <DateField label={t`Day`} {...form.field("day")} />
      <FieldRow>
        <TextField
          label={t`Begins`}
          hint={t`Like 6 pm, by the clock of the site.`}
          {...form.field("startsAtWall")}
        />
        <NumberField label={t`Minutes`} {...form.field("minutes")} />
      </FieldRow>
      <PickField
        label={t`Room`}
        optional
        clearable
        choices={choices.rooms}
        {...form.field("roomId")}
      />
      <PickField label={t`Led by`} choices={leads} {...form.field("leadId")} />
      <BesideFields
        session={form.base}
        staff={leads.filter(({ value }) => value !== form.values.leadId)}
        beside={form.field("besideIds")}
        also={form.field("alsoId")}
      />
    </PanelForm>
  );
};
