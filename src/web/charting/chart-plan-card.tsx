import { Plural, Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import type { Goal } from "#domain/charting/goal.ts";
import { goalsByStay } from "#domain/charting/goals-by-stay.ts";
import { GoalLines, type Opened } from "#web/charting/chart-goal-lines.tsx";
import { AddGoalForm } from "#web/charting/plan-goal-form.tsx";
import {
  AddObjectiveForm,
  ChangeGoalForm,
  ChangeObjectiveForm,
} from "#web/charting/plan-objective-forms.tsx";
import { sayDate } from "#web/platform/dates.ts";
import { useCan } from "#web/platform/session.tsx";
import { Behind } from "#web/ui/behind.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card, CardFoot } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { SidePanel } from "#web/ui/side-panel.tsx";

/** The panel beside the plan. It holds the record as it is now, so that somebody else's change shows while one types. */
const PlanPanel = (props: {
  readonly opened: Opened | null;
  readonly chart: Chart;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { opened, chart, refresh, onClose } = props;
  if (opened === null) return null;
  if (opened.what === "new-goal")
    return (
      <SidePanel open onClose={onClose} title={<Trans>Add goal</Trans>}>
        <AddGoalForm stays={runningStays(chart)} onClose={onClose} />
      </SidePanel>
    );
  const { what, id } = opened;
  const goal = chart.goals.find((one) => one.id === id);
  const objective = chart.goals
    .flatMap(({ objectives }) => objectives)
    .find((one) => one.id === id);
  if (what === "objective")
    return (
      objective && (
        <SidePanel open onClose={onClose} title={<Trans>Change objective {objective.code}</Trans>}>
          <ChangeObjectiveForm objective={objective} refresh={refresh} onClose={onClose} />
        </SidePanel>
      )
    );
  if (goal === undefined) return null;
  return what === "goal" ? (
    <SidePanel open onClose={onClose} title={<Trans>Change goal {goal.number}</Trans>}>
      <ChangeGoalForm goal={goal} refresh={refresh} onClose={onClose} />
    </SidePanel>
  ) : (
    <SidePanel open onClose={onClose} title={<Trans>Add objective to goal {goal.number}</Trans>}>
      <AddObjectiveForm goal={goal} onClose={onClose} />
    </SidePanel>
  );
};

const runningStays = (chart: Chart) =>
  chart.enrollments
    .filter(({ endedOn }) => endedOn === null)
    .map(({ id, program, track }) => ({ id, name: `${program.name} · ${track.name}` }));

/** The goals of stays that ended stand apart: read, and not worked on. Where no stay runs they are all there is, and open. */
const EndedGoals = (props: {
  readonly goals: readonly Goal[];
  readonly isAlone: boolean;
  readonly nameOf: (enrollmentId: string) => string;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const { goals, isAlone, nameOf, onOpen } = props;
  if (goals.length === 0) return null;
  const lines = goals.map((goal) => (
    <GoalLines
      key={goal.id}
      goal={goal}
      stayName={nameOf(goal.enrollmentId)}
      isCurrent={false}
      onOpen={onOpen}
    />
  ));
  const label = (
    <Plural
      value={goals.length}
      one="# goal of a stay that ended"
      other="# goals of stays that ended"
    />
  );
  return isAlone ? (
    lines
  ) : (
    <CardFoot>
      <Behind label={label}>{lines}</Behind>
    </CardFoot>
  );
};

/** The goals of the running stays with their objectives, then those of stays that ended. */
export const ChartPlanCard = (props: {
  readonly chart: Chart;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { chart } = props;
  const mayWrite = useCan("plan:write");
  const [opened, setOpened] = useState<Opened | null>(null);
  const stays = runningStays(chart);
  const { current, ended } = goalsByStay(chart);
  const spanOf = (enrollmentId: string): string => {
    const stay = chart.enrollments.find(({ id }) => id === enrollmentId);
    if (stay === undefined) return "";
    const { name } = stay.program;
    return stay.endedOn === null
      ? name
      : `${name}, ${sayDate(stay.admittedOn)} – ${sayDate(stay.endedOn)}`;
  };
  const add = mayWrite && stays.length > 0 && (
    <Button
      size="small"
      kind="quiet"
      icon={AddIcon}
      onPress={() => setOpened({ what: "new-goal" })}
    >
      <Trans>Goal</Trans>
    </Button>
  );
  return (
    <Card
      title={<Trans>Plan</Trans>}
      aside={<Plural value={current.length} one="# goal" other="# goals" />}
      actions={add}
      flush
    >
      {current.length === 0 && (stays.length > 0 || ended.length === 0) && (
        <EmptyState action={add}>
          <Trans>No goal yet. A note needs an objective that it works on.</Trans>
        </EmptyState>
      )}
      {current.map((goal) => (
        <GoalLines
          key={goal.id}
          goal={goal}
          stayName={stays.length > 1 ? spanOf(goal.enrollmentId) : null}
          isCurrent
          onOpen={setOpened}
        />
      ))}
      <EndedGoals goals={ended} isAlone={stays.length === 0} nameOf={spanOf} onOpen={setOpened} />
      <PlanPanel
        opened={opened}
        chart={chart}
        refresh={props.refresh}
        onClose={() => setOpened(null)}
      />
    </Card>
  );
};
