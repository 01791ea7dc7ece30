import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isOverdue, type Goal, type Objective } from "#domain/charting/goal.ts";
import { progressWord } from "#web/charting/chart-words.ts";
import { planStatusWords } from "#web/charting/plan-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";
import { Chip } from "#web/ui/chip.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import {
  AddIcon,
  EditIcon,
  ProgressDownIcon,
  ProgressSteadyIcon,
  ProgressUpIcon,
} from "#web/ui/icons.ts";
import { Objectives } from "#web/ui/objectives.tsx";
import { Time } from "#web/ui/time.tsx";

/** What of a plan is written beside it. */
export type Opened =
  | { readonly what: "new-goal" }
  | { readonly what: "goal" | "new-objective" | "objective"; readonly id: string };

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

const GoalActs = (props: {
  readonly goal: Goal;
  readonly mayWrite: boolean;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { goal, mayWrite, onOpen } = props;
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

/** One goal with its objectives. What a stay that ended left open is nobody's to do: it is neither overdue nor changed. */
export const GoalLines = (props: {
  readonly goal: Goal;
  /** Which stay it belongs to, where that is not plain. */
  readonly stayName: string | null;
  readonly isCurrent: boolean;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { goal, stayName, isCurrent, onOpen } = props;
  const mayWrite = useCan("plan:write") && isCurrent;
  const today = useToday();
  return (
    <Objectives
      title={
        <>
          {goal.number}. {goal.problem}
          {stayName !== null && <> · {stayName}</>}
        </>
      }
      said={`“${goal.statement}”`}
      action={<GoalActs goal={goal} mayWrite={mayWrite} onOpen={onOpen} />}
      lines={goal.objectives.map((objective) => ({
        id: objective.id,
        code: objective.code,
        statement: objective.statement,
        below: <Worked objective={objective} />,
        marks: (
          <>
            {isCurrent && isOverdue(objective, today) && <OverdueChip />}{" "}
            <ProgressChip objective={objective} />
          </>
        ),
        action: mayWrite && (
          <IconButton
            icon={EditIcon}
            label={t`Change objective ${objective.code}`}
            onPress={() => onOpen({ what: "objective", id: objective.id })}
          />
        ),
      }))}
    />
  );
};
