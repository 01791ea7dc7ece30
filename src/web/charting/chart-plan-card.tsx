import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import type { Objective } from "#domain/charting/goal.ts";
import { useCan } from "#web/platform/session.tsx";
import { progressWord } from "#web/charting/chart-words.ts";
import { AddGoalForm, ChangeObjectiveForm } from "#web/charting/plan-goal-form.tsx";
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

/** The goals of the running stays with their objectives; what is done here is said where it is seen. */
export const ChartPlanCard = (props: { readonly chart: Chart }): ReactNode => {
  const { t } = useLingui();
  const { goals, enrollments } = props.chart;
  const mayWrite = useCan("plan:write");
  const [open, setOpen] = useState<Objective | "goal" | null>(null);
  const close = (): void => setOpen(null);
  const running = enrollments.filter(({ endedOn }) => endedOn === null);
  const stays = running.map(({ id, program, track }) => ({
    id,
    name: `${program.name} · ${track.name}`,
  }));
  const nameOf = (enrollmentId: string): string =>
    enrollments.find(({ id }) => id === enrollmentId)?.program.name ?? "";
  const add = mayWrite && stays.length > 0 && (
    <Button size="small" kind="quiet" icon={AddIcon} onPress={() => setOpen("goal")}>
      <Trans>Goal</Trans>
    </Button>
  );
  return (
    <Card title={<Trans>Plan</Trans>} aside={t`${goals.length} goals`} actions={add} flush>
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
          lines={goal.objectives.map((objective) => ({
            id: objective.id,
            code: objective.code,
            statement: objective.statement,
            below: <Worked objective={objective} />,
            marks: <ProgressChip objective={objective} />,
            action: mayWrite && (
              <IconButton
                icon={EditIcon}
                label={t`Change objective ${objective.code}`}
                onPress={() => setOpen(objective)}
              />
            ),
          }))}
        />
      ))}
      <SidePanel open={open === "goal"} onClose={close} title={<Trans>Add goal</Trans>}>
        <AddGoalForm stays={stays} onClose={close} />
      </SidePanel>
      <SidePanel
        open={open !== null && open !== "goal"}
        onClose={close}
        title={<Trans>Change objective</Trans>}
      >
        {open !== null && open !== "goal" && (
          <ChangeObjectiveForm key={open.version} objective={open} onClose={close} />
        )}
      </SidePanel>
    </Card>
  );
};
