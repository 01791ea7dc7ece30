import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listEnrollmentRevisions } from "#domain/admissions/enrollment.api.ts";
import { weekOfStay, type Enrollment } from "#domain/admissions/enrollment.ts";
import type { Chart } from "#domain/charting/chart.ts";
import { lastThere } from "#domain/charting/last-there.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { DischargeForm } from "#web/charting/plan-discharge-form.tsx";
import { ChangeStayForm } from "#web/charting/plan-stay-form.tsx";
import { TakeBackDischarge } from "#web/charting/plan-take-back-discharge.tsx";
import { endWords, sourceWords, typeWords } from "#web/charting/plan-words.ts";
import { StayHistory } from "#web/charting/chart-stay-history.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { OnScreen } from "#web/ui/on-screen.tsx";
import { Link } from "#web/ui/link.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const Span = (props: { readonly from: string; readonly to: string | null }): ReactNode => (
  <>
    <Time at={props.from} />
    {props.to !== null && (
      <>
        {" – "}
        <Time at={props.to} />
      </>
    )}
  </>
);

/** The weekly groups of the stay, each with its first or last day where that is still ahead. */
const Seats = (props: { readonly stay: Enrollment; readonly chart: Chart }): ReactNode => {
  const { t } = useLingui();
  const mayManage = useCan("enrollments:manage");
  const { seats, today } = props.chart;
  return seats
    .filter(({ enrollmentId }) => enrollmentId === props.stay.id)
    .map(({ id, seriesId, seriesName, startsOn, endsOn }) => {
      const first = <Time at={startsOn} />;
      const last = endsOn !== null && <Time at={endsOn} />;
      return (
        <div key={id}>
          <Link to={paths.series(seriesId)}>{seriesName}</Link>{" "}
          {startsOn > today && <Trans>from {first}</Trans>} {last && <Trans>until {last}</Trans>}
          {mayManage && (
            <OnScreen>
              {" · "}
              <Link
                to={`${paths.series(seriesId)}?seat=${id}`}
                label={t`Change or take back the seat in ${seriesName}`}
              >
                <Trans>Change or take back</Trans>
              </Link>
            </OnScreen>
          )}
        </div>
      );
    });
};

const StayFacts = (props: { readonly stay: Enrollment; readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const { stay, chart } = props;
  const week = weekOfStay(stay.admittedOn, chart.today);
  const seesSeats = useCan("attendance:read");
  const hasSeat = chart.seats.some(({ enrollmentId }) => enrollmentId === stay.id);
  return (
    <Facts
      facts={[
        { name: <Trans>Level</Trans>, value: stay.levelOfCare.name },
        {
          name: stay.endedOn === null ? <Trans>Since</Trans> : <Trans>Lasted</Trans>,
          value: (
            <>
              <Span from={stay.admittedOn} to={stay.endedOn} />
              {stay.endedOn === null && (
                <>
                  {" "}
                  <Trans>(week {week})</Trans>
                </>
              )}
            </>
          ),
        },
        {
          name: <Trans>Ended</Trans>,
          value: stay.endReason && i18n._(endWords[stay.endReason]),
        },
        {
          name: <Trans>Diagnoses</Trans>,
          value: stay.diagnoses.map(({ id, code, description }) => (
            <div key={id}>
              {code} {description}
            </div>
          )),
        },
        {
          name: <Trans>Groups</Trans>,
          value: hasSeat && <Seats stay={stay} chart={chart} />,
          absent: seesSeats && stay.endedOn === null ? <Trans>No seat yet</Trans> : undefined,
        },
        { name: <Trans>Attending</Trans>, value: stay.attendingStaff?.name },
        { name: <Trans>Therapist</Trans>, value: stay.therapistStaff?.name },
        {
          name: <Trans>Came by</Trans>,
          value: `${i18n._(sourceWords[stay.admissionSource])} · ${i18n._(typeWords[stay.admissionType])}`,
        },
      ]}
    />
  );
};

const History = (props: { readonly stay: Enrollment }): ReactNode => {
  const history = useRead(listEnrollmentRevisions, { enrollmentId: props.stay.id });
  return <Loaded read={history}>{({ rows }) => <StayHistory revisions={rows} />}</Loaded>;
};

type Panel = "change" | "discharge" | "history";

const panelTitles: Readonly<Record<Panel, MessageDescriptor>> = {
  change: msg`Change this stay`,
  discharge: msg`Discharge`,
  history: msg`History`,
};

/** The weekly groups of the program, where a seat is given. */
const groupsOf = ({ program }: Enrollment): string =>
  `${paths.seriesList}?series.find=${encodeURIComponent(program.name)}`;

const StayActs = (props: {
  readonly stay: Enrollment;
  readonly onOpen: (panel: Panel) => void;
}): ReactNode => {
  const { stay, onOpen } = props;
  const mayManage = useCan("enrollments:manage");
  const isRunning = stay.endedOn === null;
  return (
    <>
      {!isRunning && (
        <Chip>
          <Trans>Ended</Trans>
        </Chip>
      )}
      <Button size="small" kind="quiet" onPress={() => onOpen("history")}>
        <Trans>History</Trans>
      </Button>
      {mayManage && isRunning && (
        <>
          <Button size="small" to={groupsOf(stay)}>
            <Trans>Groups</Trans>
          </Button>
          <Button size="small" onPress={() => onOpen("change")}>
            <Trans>Change</Trans>
          </Button>
          <Button size="small" onPress={() => onOpen("discharge")}>
            <Trans>Discharge</Trans>
          </Button>
        </>
      )}
      {mayManage && !isRunning && <TakeBackDischarge stay={stay} />}
    </>
  );
};

interface StayProps {
  readonly stay: Enrollment;
  readonly chart: Chart;
  readonly refresh: () => unknown;
}

const StayCard = (props: StayProps): ReactNode => {
  const { i18n } = useLingui();
  const { stay, chart, refresh } = props;
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = (): void => setPanel(null);
  return (
    <Card
      title={`${stay.program.name} · ${stay.track.name}`}
      actions={<StayActs stay={stay} onOpen={setPanel} />}
    >
      <StayFacts stay={stay} chart={chart} />
      {panel !== null && (
        <SidePanel open onClose={close} title={i18n._(panelTitles[panel])}>
          {panel === "history" && <History stay={stay} />}
          {panel === "change" && <ChangeStayForm stay={stay} refresh={refresh} onClose={close} />}
          {panel === "discharge" && (
            <DischargeForm
              key={stay.version}
              stay={stay}
              today={chart.today}
              lastThereOn={lastThere(stay, chart.enrollments, chart.timeline.rows)}
              onClose={close}
            />
          )}
        </SidePanel>
      )}
    </Card>
  );
};

/** Every stay of the person, running ones first. */
export const ChartStays = (props: Omit<StayProps, "stay">): ReactNode =>
  props.chart.enrollments.map((stay) => <StayCard key={stay.id} stay={stay} {...props} />);
