import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listEnrollmentRevisions } from "#domain/admissions/enrollment.api.ts";
import { weekOfStay, type Enrollment } from "#domain/admissions/enrollment.ts";
import type { Chart } from "#domain/charting/chart.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { DischargeForm } from "#web/charting/plan-discharge-form.tsx";
import { endWords, sourceWords, typeWords, unitWords } from "#web/charting/plan-words.ts";
import { StayHistory } from "#web/charting/chart-stay-history.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

type Allowed = Chart["authorizations"][number];

const Span = (props: { readonly from: string; readonly to: string | null }): ReactNode => (
  <>
    <Time at={props.from} as="calendar" />
    {props.to !== null && (
      <>
        {" – "}
        <Time at={props.to} as="calendar" />
      </>
    )}
  </>
);

const Authorized = (props: { readonly allowed: Allowed }): ReactNode => {
  const { i18n } = useLingui();
  const { number, payerName, units, unit, startsOn, endsOn } = props.allowed;
  return (
    <div>
      {payerName} · {number}: {units} {i18n._(unitWords[unit])},{" "}
      <Span from={startsOn} to={endsOn} />
    </div>
  );
};

const StayFacts = (props: { readonly stay: Enrollment; readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const { stay, chart } = props;
  const allowed = chart.authorizations.filter(({ enrollmentId }) => enrollmentId === stay.id);
  const week = weekOfStay(stay.admittedOn, chart.today);
  return (
    <Facts
      facts={[
        { name: <Trans>Level</Trans>, value: stay.levelOfCare.name },
        {
          name: <Trans>Since</Trans>,
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
        { name: <Trans>Attending</Trans>, value: stay.attendingStaff?.name },
        { name: <Trans>Therapist</Trans>, value: stay.therapistStaff?.name },
        {
          name: <Trans>Came by</Trans>,
          value: `${i18n._(sourceWords[stay.admissionSource])} · ${i18n._(typeWords[stay.admissionType])}`,
        },
        {
          name: <Trans>Authorized</Trans>,
          value:
            allowed.length === 0
              ? null
              : allowed.map((one) => <Authorized key={one.id} allowed={one} />),
        },
      ]}
    />
  );
};

const History = (props: { readonly stay: Enrollment }): ReactNode => {
  const history = useRead(listEnrollmentRevisions, { enrollmentId: props.stay.id });
  return <Loaded read={history}>{({ rows }) => <StayHistory revisions={rows} />}</Loaded>;
};

const StayCard = (props: { readonly stay: Enrollment; readonly chart: Chart }): ReactNode => {
  const { stay, chart } = props;
  const mayManage = useCan("enrollments:manage");
  const [panel, setPanel] = useState<"discharge" | "history" | null>(null);
  const close = (): void => setPanel(null);
  return (
    <Card
      title={`${stay.program.name} · ${stay.track.name}`}
      actions={
        <>
          {stay.endedOn !== null && (
            <Chip>
              <Trans>Ended</Trans>
            </Chip>
          )}
          <Button size="small" kind="quiet" onPress={() => setPanel("history")}>
            <Trans>History</Trans>
          </Button>
          {mayManage && stay.endedOn === null && (
            <Button size="small" onPress={() => setPanel("discharge")}>
              <Trans>Discharge</Trans>
            </Button>
          )}
        </>
      }
    >
      <StayFacts stay={stay} chart={chart} />
      <SidePanel open={panel === "history"} onClose={close} title={<Trans>History</Trans>}>
        {panel === "history" && <History stay={stay} />}
      </SidePanel>
      <SidePanel open={panel === "discharge"} onClose={close} title={<Trans>Discharge</Trans>}>
        <DischargeForm key={stay.version} stay={stay} today={chart.today} onClose={close} />
      </SidePanel>
    </Card>
  );
};

/** Every stay of the person, running ones first. */
export const ChartStays = (props: { readonly chart: Chart }): ReactNode =>
  props.chart.enrollments.map((stay) => <StayCard key={stay.id} stay={stay} chart={props.chart} />);
