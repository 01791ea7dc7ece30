import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { weekOfStay } from "#domain/admissions/enrollment.ts";
import { readChart } from "#domain/charting/chart.api.ts";
import type { Chart } from "#domain/charting/chart.ts";
import { useParam } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { ChartLacksNotes } from "#web/charting/chart-lacks-note.tsx";
import { ChartAuthorizationsCard } from "#web/charting/chart-authorizations-card.tsx";
import { ChartCrisisNotes } from "#web/charting/chart-crisis-note.tsx";
import { ChartDueCard } from "#web/charting/chart-facts-cards.tsx";
import { ChartHoursCard } from "#web/charting/chart-hours-card.tsx";
import { KnownRiskMarks, NextSession } from "#web/charting/chart-known-line.tsx";
import { ChartMeasureCards } from "#web/charting/chart-measure-cards.tsx";
import { ChartPlanCard } from "#web/charting/chart-plan-card.tsx";
import { ChartRiskCard } from "#web/charting/chart-risk-card.tsx";
import { ChartStays } from "#web/charting/chart-stays-card.tsx";
import { ChartTimelineCard } from "#web/charting/chart-timeline-card.tsx";
import { labelWords, spineStateWords, spineWords } from "#web/charting/chart-words.ts";
import { IndividualNoteButton } from "#web/charting/individual-note-button.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { GuardIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { Spine } from "#web/ui/spine.tsx";
import { ThreeColumns } from "#web/ui/three-columns.tsx";
import { Time } from "#web/ui/time.tsx";

/** Who this is, under the name: what tells two people of one name apart, where they are in care, when they come next, and what is known of risk. */
const Identity = (props: { readonly chart: Chart }): ReactNode => {
  const { patient, enrollments, payerNames, today } = props.chart;
  const { age, mrn } = patient;
  const born = <Time at={patient.birthDate} as="calendar" />;
  const running = enrollments.filter(({ endedOn }) => endedOn === null);
  const therapist = running.find(({ therapistStaff }) => therapistStaff !== null)?.therapistStaff;
  const codes = [...new Set(running.flatMap(({ diagnoses }) => diagnoses.map(({ code }) => code)))];
  return (
    <>
      <Trans>
        {age}, born {born} · MRN {mrn}
      </Trans>
      {running.map((stay) => {
        const since = sayDate(stay.admittedOn);
        const week = weekOfStay(stay.admittedOn, today);
        const { name } = stay.program;
        return (
          <span key={stay.id}>
            {" · "}
            <Trans>
              {name} since {since} (week {week})
            </Trans>
          </span>
        );
      })}
      {therapist && <> · {therapist.name}</>}
      {codes.length > 0 && <> · {codes.join(", ")}</>}
      {payerNames.length > 0 && <> · {payerNames.join(", ")}</>}
      <div>
        <NextSession chart={props.chart} /> <KnownRiskMarks chart={props.chart} />
      </div>
    </>
  );
};

const Marks = (props: { readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const { patient, label } = props.chart;
  return (
    <>
      {patient.pronouns !== null && <Chip>{patient.pronouns}</Chip>}
      {label !== null && <Chip icon={GuardIcon}>{i18n._(labelWords[label])}</Chip>}
    </>
  );
};

const OtherPlaces = (props: {
  readonly patientId: string;
  /** Where one is in care already: a further admission stands behind what is done every week. */
  readonly children: ReactNode;
}): ReactNode => {
  const { patientId, children } = props;
  const mayConsent = useCan("consents:read");
  const maySeeCoverage = useCan("coverage:read");
  const maySeeCharges = useCan("charges:read");
  const mayHandOver = useCan("exports:person");
  return (
    <>
      <Button to={paths.patientFacts(patientId)}>
        <Trans>Facts</Trans>
      </Button>
      {mayConsent && (
        <Button to={paths.patientConsents(patientId)}>
          <Trans>Consents</Trans>
        </Button>
      )}
      {maySeeCoverage && (
        <Button to={paths.patientCoverage(patientId)}>
          <Trans>Coverage</Trans>
        </Button>
      )}
      {maySeeCharges && (
        <Button to={paths.chargesOf(patientId)}>
          <Trans>Charges</Trans>
        </Button>
      )}
      {mayHandOver && (
        <Button to={paths.handOver(patientId)}>
          <Trans>Hand over the chart</Trans>
        </Button>
      )}
      {children}
    </>
  );
};

/** Said to everybody whose role opens a part, whatever is there: a sentence that came and went would tell of what it hides. */
const PartOfChart = (): ReactNode => {
  const seesStays = useCan("enrollments:read");
  const seesAll = useCan("records:restricted");
  if (seesStays && seesAll) return null;
  return (
    <Note icon={GuardIcon}>
      {seesStays ? (
        <Trans>
          Your role opens part of a chart. What is kept more closely is shown to those who treat the
          person; whether there is any is not said here.
        </Trans>
      ) : (
        <Trans>Your role opens who this person is and their consents, not their care.</Trans>
      )}
    </Note>
  );
};

/** What the role opens of the care; a part it does not open is not shown as empty. */
const CareParts = (props: {
  readonly chart: Chart;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { chart, refresh } = props;
  const { patient } = chart;
  const seesAttendance = useCan("attendance:read");
  const seesNotes = useCan("notes:read");
  const seesMeasures = useCan("measures:read");
  const seesTasks = useCan("tasks:read");
  const seesPlan = useCan("plan:read");
  return (
    <ThreeColumns
      facts={
        <>
          {seesAttendance && <ChartHoursCard chart={chart} />}
          {(seesNotes || seesMeasures) && <ChartRiskCard chart={chart} />}
          {seesTasks && <ChartDueCard chart={chart} />}
        </>
      }
      work={
        <>
          {seesPlan && <ChartPlanCard chart={chart} refresh={refresh} />}
          <ChartMeasureCards patientId={patient.id} courses={chart.courses} />
          <ChartStays chart={chart} refresh={refresh} />
          <ChartAuthorizationsCard chart={chart} refresh={refresh} />
        </>
      }
      context={<ChartTimelineCard patientId={patient.id} timeline={chart.timeline} />}
    />
  );
};

const ChartPage = (props: {
  readonly chart: Chart;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { chart, refresh } = props;
  const { patient, enrollments } = chart;
  const { many } = usePatientWords();
  const seesStays = useCan("enrollments:read");
  const seesAll = useCan("records:restricted");
  const mayAdmit = useCan("enrollments:manage");
  const mayAsk = useCan("measures:ask");
  const isInCare = enrollments.some(({ endedOn }) => endedOn === null);
  const admit = mayAdmit && (
    <Button {...(!isInCare && { kind: "primary" as const })} to={paths.admission(patient.id)}>
      {isInCare ? <Trans>Admit to another program</Trans> : <Trans>Admit</Trans>}
    </Button>
  );
  const askMeasure = mayAsk && (
    <Button kind="primary" to={paths.measures(patient.id)}>
      <Trans>Ask a measure</Trans>
    </Button>
  );
  return (
    <Screen
      title={patient.name}
      above={[{ label: many, to: paths.patients }]}
      facts={<Identity chart={chart} />}
      marks={<Marks chart={chart} />}
      action={isInCare ? askMeasure : admit}
      otherActions={
        <>
          {isInCare && <IndividualNoteButton patientId={patient.id} />}
          <OtherPlaces patientId={patient.id}>{isInCare && admit}</OtherPlaces>
        </>
      }
    >
      <ChartCrisisNotes chart={chart} />
      <ChartLacksNotes chart={chart} />
      {seesStays && (
        <Spine
          label={t`The way of ${patient.givenName}`}
          stops={chart.spine.map(({ step, state }) => ({
            name: step,
            label: i18n._(spineWords[step]),
            state,
            stateLabel: i18n._(spineStateWords[state]),
          }))}
        />
      )}
      <PartOfChart />
      {seesStays && enrollments.length === 0 && (
        <Note action={admit}>
          {seesAll ? (
            <Trans>Registered, and in no program yet.</Trans>
          ) : (
            <Trans>Registered, and in no program that your role opens.</Trans>
          )}
        </Note>
      )}
      {seesStays && <CareParts chart={chart} refresh={refresh} />}
    </Screen>
  );
};

const shownKinds = [
  "patient",
  "enrollment",
  "goal",
  "objective",
  "coverage",
  "authorization",
  "session",
  "membership",
  "note",
  "task",
  "measure",
];

/** One person on one page: where they stand, their week, what is due, the plan, and what happened. */
export const ChartScreen = (): ReactNode => {
  const patientId = useParam("patientId");
  const chart = useRead(readChart, { patientId }, { alsoOn: shownKinds });
  return (
    <Loaded read={chart}>
      {(data) => <ChartPage key={data.patient.id} chart={data} refresh={chart.refetch} />}
    </Loaded>
  );
};
