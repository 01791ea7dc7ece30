import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { StaffRow } from "#domain/practice/staff.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listActivityTypes } from "#domain/programs/activity-type.api.ts";
import { listHours } from "#domain/scheduling/hours.api.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { timeNow } from "#web/platform/clock.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FieldBinding } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import {
  emptySession,
  hourAloneWith,
  type SessionValues,
} from "#web/scheduling/first-session-values.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { hourProblem, wallTimeOf } from "#web/scheduling/form-checks.ts";
import { ClosedOn } from "#web/scheduling/closed-on.tsx";
import { PersonField } from "#web/scheduling/person-field.tsx";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import {
  usePeopleInCare,
  useScheduleChoices,
  useStaffChoices,
} from "#web/scheduling/use-schedule-choices.ts";
import { useSessionPlace } from "#web/scheduling/use-session-place.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { DialogText } from "#web/ui/dialog.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import type { Choice } from "#web/ui/select-field.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Whom an hour alone is planned with, and what is known of it. */
interface AloneWith {
  readonly patientId: string;
  readonly values: Partial<SessionValues>;
}

type Lead = Pick<StaffRow, "id" | "homeSite">;

interface Props {
  readonly day: string;
  /** Whose hour alone it is, by their id; empty where nobody is named yet. */
  readonly aloneWith: string;
  readonly onClose: () => void;
}

/** Whom it is for: people of its program first; where no program is chosen yet, whoever is chosen chooses it. */
const ForField = (
  props: FieldBinding<string> & {
    readonly people: ReturnType<typeof usePeopleInCare>;
    readonly programs: readonly Choice[];
    readonly programId: string;
    readonly onProgram: (programId: string) => void;
  },
): ReactNode => {
  const { t } = useLingui();
  const { people, programs, programId, onProgram, ...binding } = props;
  const shared = {
    label: t`For`,
    hint: t`Needed for a session of one person. A group may begin empty.`,
    optional: true,
    clearable: true,
    ...binding,
  };
  const chosen = programs.find(({ value }) => value === programId);
  if (chosen !== undefined)
    return (
      <PersonField {...shared} people={people} program={{ id: programId, name: chosen.label }} />
    );
  const choose = (enrollmentId: string): void => {
    binding.onChange(enrollmentId);
    const stay = people.rows.find((one) => one.enrollmentId === enrollmentId);
    if (stay !== undefined) onProgram(stay.programId);
  };
  return <PickField {...shared} choices={people.choices} onChange={choose} />;
};

/** The form of one session, whether it is planned ahead or its room is opened for a note. */
const useSessionForm = (
  props: Props & { readonly lead: Lead | undefined; readonly alone: AloneWith | undefined },
) => {
  const { t } = useLingui();
  const { go } = useAddress();
  const people = usePeopleInCare();
  const placeOf = useSessionPlace();
  const act = useAct(createSession, {
    done: props.alone === undefined ? t`Session planned.` : t`The note is open.`,
    onDone: (session) => {
      const { to } = placeOf(session.id);
      if (to === undefined) props.onClose();
      else go(to);
    },
    words: scheduleWords,
    failureShownInPlace: true,
  });
  const form = useForm<SessionValues, typeof createSession>({
    id: props.alone === undefined ? "session-new" : `session-new-${props.alone.patientId}`,
    initial: { ...emptySession(props.day, props.lead), ...props.alone?.values },
    act,
    toInput: ({ staffId, enrollmentId, minutes, ...values }) => ({
      ...values,
      startsAtWall: wallTimeOf(values.startsAtWall),
      minutes: minutes ?? 0,
      facilitators: [{ staffId, role: "lead" as const }],
      attendees:
        enrollmentId === "" ? [] : [{ enrollmentId, patientId: people.patientOf(enrollmentId) }],
    }),
    check: (values) => ({
      ...hourProblem(values.startsAtWall),
      ...missingOf(values, [
        "name",
        "programId",
        "activityTypeId",
        "siteId",
        "day",
        "startsAtWall",
        "minutes",
        "staffId",
        ...(props.alone === undefined ? [] : (["enrollmentId"] as const)),
      ]),
    }),
    serverNames: { attendees: "enrollmentId", facilitators: "staffId" },
  });
  return { form, people, choices: useScheduleChoices(form.values.siteId) };
};

type SessionFields = ReturnType<typeof useSessionForm>;

const PlaceFields = ({ form, choices }: SessionFields): ReactNode => {
  const { t } = useLingui();
  return (
    <FieldRow>
      <PickField label={t`Site`} choices={choices.sites} {...form.field("siteId")} />
      <PickField
        label={t`Room`}
        optional
        clearable
        choices={choices.rooms}
        {...form.field("roomId")}
      />
    </FieldRow>
  );
};

const TimeFields = ({ form }: SessionFields): ReactNode => {
  const { t } = useLingui();
  return (
    <>
      <DateField label={t`Day`} {...form.field("day")} />
      <ClosedOn siteId={form.values.siteId} day={form.values.day} />
      <FieldRow>
        <TextField
          label={t`Begins`}
          hint={t`Like 6 pm, by the clock of the site.`}
          {...form.field("startsAtWall")}
        />
        <NumberField label={t`Minutes`} {...form.field("minutes")} />
      </FieldRow>
    </>
  );
};

const LedByField = ({ form, choices }: SessionFields): ReactNode => {
  const { t } = useLingui();
  return <PickField label={t`Led by`} choices={choices.staff} {...form.field("staffId")} />;
};

const ProgramField = ({ form, choices }: SessionFields): ReactNode => {
  const { t } = useLingui();
  return <PickField label={t`Program`} choices={choices.programs} {...form.field("programId")} />;
};

/** An hour alone that was held: whom with, when and where. What follows from that is asked only where it does not. */
const IndividualNoteFields = (
  props: SessionFields & { readonly begun: AloneWith["values"]; readonly isLed: boolean },
): ReactNode => {
  const { t } = useLingui();
  const { form, people, choices, begun } = props;
  return (
    <>
      <PickField
        label={t`With`}
        choices={people.choices}
        {...form.field("enrollmentId")}
        onChange={(enrollmentId) => {
          const stay = people.rows.find((one) => one.enrollmentId === enrollmentId);
          form.set({ enrollmentId, programId: stay?.programId ?? "" });
        }}
      />
      {begun.programId === undefined && <ProgramField {...props} />}
      <PickField
        label={t`Activity`}
        choices={choices.typesAlone}
        {...form.field("activityTypeId")}
        onChange={(activityTypeId) => {
          const name =
            choices.typesAlone.find(({ value }) => value === activityTypeId)?.label ?? "";
          form.set({ activityTypeId, name });
        }}
      />
      <TimeFields {...props} />
      <PlaceFields {...props} />
      {!props.isLed && <LedByField {...props} />}
      <CheckField label={t`By video`} {...form.field("hasVideo")} />
    </>
  );
};

const PlannedFields = (props: SessionFields): ReactNode => {
  const { t } = useLingui();
  const { form, people, choices } = props;
  return (
    <>
      <TextField label={t`Name`} autoFocus maxLength={80} {...form.field("name")} />
      <PickField label={t`Activity`} choices={choices.types} {...form.field("activityTypeId")} />
      <ProgramField {...props} />
      <ForField
        people={people}
        programs={choices.programs}
        programId={form.values.programId}
        onProgram={(programId) => form.set({ programId })}
        {...form.field("enrollmentId")}
      />
      <PlaceFields {...props} />
      <TimeFields {...props} />
      <LedByField {...props} />
      <CheckField label={t`People may take part by video`} {...form.field("hasVideo")} />
    </>
  );
};

const SessionForm = (
  props: Props & { readonly lead: Lead | undefined; readonly alone: AloneWith | undefined },
): ReactNode => {
  const { alone, lead, onClose } = props;
  const fields = useSessionForm(props);
  if (alone === undefined)
    return (
      <PanelForm form={fields.form} submit={<Trans>Plan it</Trans>} onClose={onClose}>
        <PlannedFields {...fields} />
      </PanelForm>
    );
  return (
    <PanelForm form={fields.form} submit={<Trans>Open the note</Trans>} onClose={onClose}>
      <DialogText>
        <Trans>Say when the hour was. Its room opens next, and the note is written there.</Trans>
      </DialogText>
      <IndividualNoteFields {...fields} begun={alone.values} isLed={lead !== undefined} />
    </PanelForm>
  );
};

/** What is known of an hour alone with somebody; null while it is looked up. */
const useAloneWith = (patientId: string, siteId: string): AloneWith | null | undefined => {
  const wanted = patientId !== "";
  const people = useRead(listHours, {}, { quiet: true, enabled: wanted });
  const sites = useRead(listSites, { limit: 200 }, { quiet: true, enabled: wanted });
  const types = useRead(listActivityTypes, { limit: 200 }, { quiet: true, enabled: wanted });
  if (!wanted) return undefined;
  if (people.isPending || types.isPending || sites.isPending) return null;
  const stays = people.data?.rows ?? [];
  const zone = sites.data?.rows.find(({ id }) => id === siteId)?.zone;
  const known = { stays, types: types.data?.rows ?? [], zone, now: timeNow() };
  return { patientId, values: hourAloneWith(patientId, known) };
};

/** Plans one session by itself: with one person, or a group for once. */
export const PlanSessionForm = (props: Props): ReactNode => {
  const { staffId } = useSession();
  const mayLead = useCan("attendance:record") && staffId !== null;
  const staff = useStaffChoices(mayLead);
  const lead = mayLead ? staff.data?.rows.find(({ id }) => id === staffId) : undefined;
  const alone = useAloneWith(props.aloneWith, lead?.homeSite?.id ?? "");
  if ((mayLead && staff.isPending) || alone === null) return <Skeleton rows={8} />;
  return <SessionForm {...props} lead={lead} alone={alone} />;
};
