import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { joinSeries, leaveSeries, transferMembership } from "#domain/scheduling/membership.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";
import { listSeats } from "#domain/scheduling/seat.api.ts";
import { listSeries } from "#domain/scheduling/series.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { addDays } from "#web/platform/days.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { PersonField } from "#web/scheduling/person-field.tsx";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { clashingSeats } from "#web/scheduling/seat-clash.ts";
import { useWhenOf } from "#web/scheduling/seat-rows.tsx";
import { usePeopleInCare } from "#web/scheduling/use-schedule-choices.ts";
import { useToday } from "#web/platform/use-today.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

interface Closing {
  readonly onClose: () => void;
}

/** Said while somebody is chosen, and no refusal: a seat at the same hour may be about to end. */
const Clashes = (props: {
  readonly series: Series;
  readonly patientId: string;
  readonly enrollmentId: string;
  /** A group they leave for this one: its seats are theirs no more. */
  readonly leavingId?: string;
}): ReactNode => {
  const { series, patientId, enrollmentId, leavingId } = props;
  const whenOf = useWhenOf();
  const maySee = useCan("attendance:read");
  const seats = useRead(
    listSeats,
    { patientId, enrollmentId, helpsUntil: useToday(series.zone) },
    { enabled: maySee && patientId !== "", quiet: true },
  );
  const clashing = clashingSeats(seats.data?.booked ?? [], series, leavingId);
  if (clashing.length === 0) return null;
  return (
    <Note meaning="short">
      <Trans>
        They have a seat elsewhere at the same hour. End it first, or choose another group.
      </Trans>
      {clashing.slice(0, 3).map((seat) => (
        <div key={seat.sessionId}>
          {seat.name} · {whenOf(seat)}
        </div>
      ))}
    </Note>
  );
};

/** Somebody joins from a day on. */
export const JoinForm = (
  props: Closing & {
    readonly series: Series;
    /** Whose seat it is, where one came here for them. */
    readonly enrollmentId: string;
  },
): ReactNode => {
  const { t } = useLingui();
  const { id: seriesId, zone } = props.series;
  const people = usePeopleInCare();
  const act = useAct(joinSeries, {
    done: t`Joined.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["series", "session"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `join-${seriesId}-${props.enrollmentId}`,
    initial: { enrollmentId: props.enrollmentId, startsOn: useToday(zone), endsOn: "" },
    act,
    toInput: (values) => ({
      seriesId,
      ...values,
      patientId: people.patientOf(values.enrollmentId),
    }),
    check: (values) => missingOf(values, ["enrollmentId", "startsOn"]),
    serverNames: { patientId: "enrollmentId" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Add</Trans>} onClose={props.onClose}>
      <PersonField
        label={t`Who`}
        people={people}
        program={props.series.program}
        trackName={props.series.track?.name ?? null}
        seriesId={seriesId}
        {...form.field("enrollmentId")}
      />
      <Clashes
        series={props.series}
        patientId={people.patientOf(form.values.enrollmentId)}
        enrollmentId={form.values.enrollmentId}
      />
      <DateField label={t`First day`} {...form.field("startsOn")} />
      <DateField label={t`Last day`} optional {...form.field("endsOn")} />
    </PanelForm>
  );
};

type LeaveValues = { readonly lastDay: string; readonly reason: Reason | "" };
type Reason = "completed" | "discharged" | "left";

/** A member leaves after a last day. */
export const LeaveForm = (
  props: Closing & { readonly member: Membership; readonly today: string },
): ReactNode => {
  const { t } = useLingui();
  const { id: membershipId, version } = props.member;
  const act = useAct(leaveSeries, {
    done: t`They leave after that day.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["series", "session"],
    failureShownInPlace: true,
  });
  const form = useForm<LeaveValues, typeof leaveSeries>({
    id: `leave-${membershipId}`,
    initial: { lastDay: props.today, reason: "completed" },
    act,
    toInput: ({ lastDay, reason }) => ({
      membershipId,
      version,
      lastDay,
      reason: reason === "" ? "completed" : reason,
    }),
    check: (values) => missingOf(values, ["lastDay"]),
  });
  return (
    <PanelForm form={form} submit={<Trans>Leave</Trans>} onClose={props.onClose}>
      <DateField label={t`Last day`} {...form.field("lastDay")} />
      <SelectField
        label={t`Why`}
        choices={[
          { value: "completed", label: t`Completed` },
          { value: "discharged", label: t`Discharged` },
          { value: "left", label: t`Left` },
        ]}
        {...form.field("reason")}
      />
    </PanelForm>
  );
};

/** A member goes over into another group. */
export const TransferForm = (
  props: Closing & { readonly member: Membership; readonly today: string },
): ReactNode => {
  const { t } = useLingui();
  const { id: membershipId, version, seriesId } = props.member;
  const all = useRead(listSeries, {}, { quiet: true });
  const act = useAct(transferMembership, {
    done: t`They go over on that day.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["series", "session"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `transfer-${membershipId}`,
    initial: { toSeriesId: "", startsOn: addDays(props.today, 1) },
    act,
    toInput: (values) => ({ membershipId, version, ...values }),
    check: (values) => missingOf(values, ["toSeriesId", "startsOn"]),
    serverNames: { lastDay: "startsOn" },
  });
  const others = (all.data?.rows ?? []).filter((one) => one.id !== seriesId);
  const chosen = others.find(({ id }) => id === form.values.toSeriesId);
  return (
    <PanelForm form={form} submit={<Trans>Transfer</Trans>} onClose={props.onClose}>
      <PickField
        label={t`Into`}
        choices={others.map((one) => ({ value: one.id, label: one.name }))}
        {...form.field("toSeriesId")}
      />
      {chosen !== undefined && (
        <Clashes
          series={chosen}
          patientId={props.member.patientId}
          enrollmentId={props.member.enrollmentId}
          leavingId={seriesId}
        />
      )}
      <DateField label={t`First day there`} {...form.field("startsOn")} />
    </PanelForm>
  );
};
