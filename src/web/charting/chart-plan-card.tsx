import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import { isOverdue, type Goal, type Objective } from "#domain/charting/goal.ts";
import { useCan } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";
import { progressWord } from "#web/charting/chart-words.ts";
import { AddGoalForm } from "#web/charting/plan-goal-form.tsx";
import {
  AddObjectiveForm,
  ChangeGoalForm,
  ChangeObjectiveForm,
} from "#web/charting/plan-objective-forms.tsx";
import { planStatusWords } from "#web/charting/plan-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import {
  AddIcon,
  EditIcon,
  ProgressDownIcon,
  ProgressSteadyIcon,
  ProgressUpIcon,
} from "#web/ui/icons.ts";
import { Objectives } from "#web/ui/objectives.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const OverdueChip = (): ReactNode => (
  <Chip meaning="overdue">
    <Trans>Overdue</Trans>
  </Chip>
);

/** Where an objective is going, as the last note saw it; closed ones say how they ended. */
const ProgressChip = (props: { readonly objective: Objective }): ReactNode => {
  const { i18n } = useLingui();
  const { status, lastProgress } = props.objective;
  if (status === "met") return <Chip meaning="ontime">{i18n._(planStatusWords.met)}</Chip>;
  if (status === "discontinued") return <Chip>{i18n._(planStatusWords.discontinued)}</Chip>;
  if (lastProgress === null)
    return (
      <Chip>
        <Trans>Not worked on yet</Trans>
      </Chip>
    );
  const words = i18n._(progressWord(lastProgress));
  if (lastProgress === "up" || lastProgress === "met")
    return (
      <Chip meaning="ontime" icon={ProgressUpIcon}>
        {words}
      </Chip>
    );
  if (lastProgress === "down")
    return (
      <Chip meaning="risk" icon={ProgressDownIcon}>
        {words}
      </Chip>
    );
  return <Chip icon={ProgressSteadyIcon}>{words}</Chip>;
};

const Worked = (props: { readonly objective: Objective }): ReactNode => {
  const { lastWorkedOn, targetOn } = props.objective;
  return (
    <>
      {lastWorkedOn !== null && (
        <Trans>
          last worked <Time at={lastWorkedOn} as="day" />
        </Trans>
      )}
      {lastWorkedOn !== null && targetOn !== null && " · "}
      {targetOn !== null && (
        <Trans>
          by <Time at={targetOn} as="day" />
        </Trans>
      )}
    </>
  );
};

type Opened =
  | { readonly what: "new-goal" }
  | { readonly what: "goal" | "new-objective" | "objective"; readonly id: string };

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

const GoalActs = (props: {
  readonly goal: Goal;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { goal, onOpen } = props;
  const mayWrite = useCan("plan:write");
  const isActive = goal.status === "active";
  return (
    <>
      {!isActive && (
        <Chip meaning={goal.status === "met" ? "ontime" : undefined}>
          {i18n._(planStatusWords[goal.status])}
        </Chip>
      )}
      {mayWrite && isActive && (
        <IconButton
          icon={AddIcon}
          label={t`Add objective to goal ${goal.number}`}
          onPress={() => onOpen({ what: "new-objective", id: goal.id })}
        />
      )}
      {mayWrite && (
        <IconButton
          icon={EditIcon}
          label={t`Change goal ${goal.number}`}
          onPress={() => onOpen({ what: "goal", id: goal.id })}
        />
      )}
    </>
  );
};

/** The goals of the running stays with their objectives; what is done here is said where it is seen. */
export const ChartPlanCard = (props: {
  readonly chart: Chart;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { t } = useLingui();
  const { chart } = props;
  const { goals, enrollments } = chart;
  const mayWrite = useCan("plan:write");
  const [opened, setOpened] = useState<Opened | null>(null);
  const stays = runningStays(chart);
  const today = useToday();
  const nameOf = (enrollmentId: string): string =>
    enrollments.find(({ id }) => id === enrollmentId)?.program.name ?? "";
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
      aside={<Plural value={goals.length} one="# goal" other="# goals" />}
      actions={add}
      flush
    >
      {goals.length === 0 && (
        <EmptyState action={add}>
          <Trans>No goal yet. A note needs an objective that it works on.</Trans>
        </EmptyState>
      )}
      {goals.map((goal) => (
        <Objectives
          key={goal.id}
          title={
            <>
              {goal.number}. {goal.problem}
              {stays.length > 1 && <> · {nameOf(goal.enrollmentId)}</>}
            </>
          }
          said={`“${goal.statement}”`}
          action={<GoalActs goal={goal} onOpen={setOpened} />}
          lines={goal.objectives.map((objective) => ({
            id: objective.id,
            code: objective.code,
            statement: objective.statement,
            below: <Worked objective={objective} />,
            marks: (
              <>
                {isOverdue(objective, today) && <OverdueChip />}{" "}
                <ProgressChip objective={objective} />
              </>
            ),
            action: mayWrite && (
              <IconButton
                icon={EditIcon}
                label={t`Change objective ${objective.code}`}
                onPress={() => setOpened({ what: "objective", id: objective.id })}
              />
            ),
          }))}
        />
      ))}
      <PlanPanel
        opened={opened}
        chart={chart}
        refresh={props.refresh}
        onClose={() => setOpened(null)}
      />
    </Card>
  );
};
