import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addObjective, changeGoal, changeObjective } from "#domain/charting/goal.api.ts";
import { planStatuses, type Goal, type Objective, type PlanStatus } from "#domain/charting/goal.ts";
import { planFieldWords, planStatusWords, planWords } from "#web/charting/plan-words.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm, type ChangeForm } from "#web/platform/use-change-form.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm } from "#web/platform/use-form.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** How every act on the plan of a running stay ends. */
const planAct = (done: string, onDone: () => void) => ({
  done,
  onDone,
  words: planWords,
  changes: ["chart", "goal", "objective"],
  failureShownInPlace: true,
});

/** Adds an objective to a goal that is worked on. */
export const AddObjectiveForm = (props: {
  readonly goal: Goal;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { goal, onClose } = props;
  const act = useAct(addObjective, planAct(t`Objective added.`, onClose));
  const form = useForm({
    id: `objective-new-${goal.id}`,
    initial: { statement: "", targetOn: "" },
    act,
    toInput: (values) => ({ goalId: goal.id, ...values }),
    check: (values) => missingOf(values, ["statement"]),
  });
  return (
    <PanelForm form={form} submit={<Trans>Add objective</Trans>} onClose={onClose}>
      <TextArea
        label={t`Objective`}
        hint={t`A step that can be seen done.`}
        autoFocus
        maxLength={300}
        {...form.field("statement")}
      />
      <DateField label={t`By`} optional {...form.field("targetOn")} />
    </PanelForm>
  );
};

type Standing = { readonly status: PlanStatus | "" };

/** The status is sent only where somebody chose another. */
const statusOf = (status: Standing["status"] | undefined) =>
  status === undefined ? {} : { status: made(status) };

const isStatus = (value: unknown): value is PlanStatus =>
  planStatuses.some((status) => status === value);

/** What every change of the plan has: both values where somebody else changed the same field, and where it stands, met or given up. */
const ChangePlanForm = <T, V extends Standing>(props: {
  readonly form: ChangeForm<T, V>;
  readonly status: ReturnType<ChangeForm<T, Standing>["field"]>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { form } = props;
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={props.onClose}>
      <Disagreements
        fields={form.disagreements}
        words={planFieldWords}
        say={(_, value) => (isStatus(value) ? i18n._(planStatusWords[value]) : undefined)}
      />
      {props.children}
      <SelectField
        label={t`Where it stands`}
        choices={useChoices(planStatuses, planStatusWords)}
        {...props.status}
      />
    </PanelForm>
  );
};

type GoalValues = Standing & Pick<Goal, "problem" | "statement">;

const goalValues = ({ problem, statement, status }: Goal): GoalValues => ({
  problem,
  statement,
  status,
});

/** Changes a goal, or says that it is met or given up. */
export const ChangeGoalForm = (props: {
  readonly goal: Goal;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { goal, onClose } = props;
  const form = useChangeForm({
    id: `goal-${goal.id}`,
    record: goal,
    refresh: props.refresh,
    valuesOf: goalValues,
    act: useAct(changeGoal, planAct(t`Saved.`, onClose)),
    toInput: (values, base) => {
      const { status, ...words } = changedFields(values, goalValues(base));
      return { goalId: base.id, version: base.version, ...words, ...statusOf(status) };
    },
    check: (values) => missingOf(values, ["problem", "statement", "status"]),
  });
  return (
    <ChangePlanForm form={form} status={form.field("status")} onClose={onClose}>
      <TextField label={t`Problem`} maxLength={200} {...form.field("problem")} />
      <TextArea label={t`Goal, in their own words`} maxLength={300} {...form.field("statement")} />
    </ChangePlanForm>
  );
};

type ObjectiveValues = Standing & { readonly statement: string; readonly targetOn: string };

const objectiveValues = ({ statement, targetOn, status }: Objective): ObjectiveValues => ({
  statement,
  targetOn: targetOn ?? "",
  status,
});

/** Changes an objective, or says that it is met or given up. */
export const ChangeObjectiveForm = (props: {
  readonly objective: Objective;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { objective, onClose } = props;
  const form = useChangeForm({
    id: `objective-${objective.id}`,
    record: objective,
    refresh: props.refresh,
    valuesOf: objectiveValues,
    act: useAct(changeObjective, planAct(t`Saved.`, onClose)),
    toInput: (values, base) => {
      const { status, ...words } = changedFields(values, objectiveValues(base));
      return { objectiveId: base.id, version: base.version, ...words, ...statusOf(status) };
    },
    check: (values) => missingOf(values, ["statement", "status"]),
  });
  return (
    <ChangePlanForm form={form} status={form.field("status")} onClose={onClose}>
      <TextArea label={t`Objective`} maxLength={300} {...form.field("statement")} />
      <DateField label={t`By`} optional {...form.field("targetOn")} />
    </ChangePlanForm>
  );
};
