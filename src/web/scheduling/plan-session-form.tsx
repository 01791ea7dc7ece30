import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { StaffRow } from "#domain/practice/staff.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FieldBinding } from "#web/platform/use-form.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { hourProblem, wallTimeOf } from "#web/scheduling/form-checks.ts";
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
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import type { Choice } from "#web/ui/select-field.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Lead = Pick<StaffRow, "id" | "homeSite">;

type SessionValues = {
  readonly name: string;
  readonly programId: string;
  readonly activityTypeId: string;
  readonly siteId: string;
  readonly roomId: string;
  readonly day: string;
  readonly startsAtWall: string;
  readonly minutes: number | null;
  readonly staffId: string;
  readonly enrollmentId: string;
  readonly hasVideo: boolean;
};

/** Whoever leads groups mostly plans an hour of their own, at the site they work at. */
const emptySession = (day: string, lead: Lead | undefined): SessionValues => ({
  name: "",
  programId: "",
  activityTypeId: "",
  siteId: lead?.homeSite?.id ?? "",
  roomId: "",
  day,
  startsAtWall: "",
  minutes: 50,
  staffId: lead?.id ?? "",
  enrollmentId: "",
  hasVideo: false,
});

interface Props {
  readonly day: string;
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

const SessionForm = (props: Props & { readonly lead: Lead | undefined }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const people = usePeopleInCare();
  const placeOf = useSessionPlace();
  const act = useAct(createSession, {
    done: t`Session planned.`,
    onDone: (session) => {
      const { to } = placeOf(session.id);
      if (to === undefined) props.onClose();
      else go(to);
    },
    words: scheduleWords,
    failureShownInPlace: true,
  });
  const form = useForm<SessionValues, typeof createSession>({
    id: "session-new",
    initial: emptySession(props.day, props.lead),
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
      ]),
    }),
    serverNames: { attendees: "enrollmentId", facilitators: "staffId" },
  });
  const choices = useScheduleChoices(form.values.siteId);
  return (
    <PanelForm form={form} submit={<Trans>Plan it</Trans>} onClose={props.onClose}>
      <TextField label={t`Name`} autoFocus maxLength={80} {...form.field("name")} />
      <PickField label={t`Activity`} choices={choices.types} {...form.field("activityTypeId")} />
      <PickField label={t`Program`} choices={choices.programs} {...form.field("programId")} />
      <ForField
        people={people}
        programs={choices.programs}
        programId={form.values.programId}
        onProgram={(programId) => form.set({ programId })}
        {...form.field("enrollmentId")}
      />
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
      <DateField label={t`Day`} {...form.field("day")} />
      <FieldRow>
        <TextField
          label={t`Begins`}
          hint={t`Like 6 pm, by the clock of the site.`}
          {...form.field("startsAtWall")}
        />
        <NumberField label={t`Minutes`} {...form.field("minutes")} />
      </FieldRow>
      <PickField label={t`Led by`} choices={choices.staff} {...form.field("staffId")} />
      <CheckField label={t`People may take part by video`} {...form.field("hasVideo")} />
    </PanelForm>
  );
};

/** Plans one session by itself: with one person, or a group for once. */
export const PlanSessionForm = (props: Props): ReactNode => {
  const { staffId } = useSession();
  const mayLead = useCan("attendance:record") && staffId !== null;
  const staff = useStaffChoices(mayLead);
  if (mayLead && staff.isPending) return <Skeleton rows={8} />;
  const lead = mayLead ? staff.data?.rows.find(({ id }) => id === staffId) : undefined;
  return <SessionForm {...props} lead={lead} />;
};
