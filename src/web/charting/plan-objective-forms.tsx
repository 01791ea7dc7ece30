import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addObjective, changeGoal, changeObjective } from "#domain/charting/goal.api.ts";
import { planStatuses, type Goal, type Objective, type PlanStatus } from "#domain/charting/goal.ts";
import { planFieldWords, planStatusWords, planWords } from "#web/charting/plan-words.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm, type Disagreement } from "#web/platform/use-change-form.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { Form } from "#web/ui/form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const alsoChanged = ["chart", "goal", "objective"];

const Cancel = (props: {
  readonly form: { readonly reset: () => void };
  readonly onClose: () => void;
}): ReactNode => (
  <Button
    onPress={() => {
      props.form.reset();
      props.onClose();
    }}
  >
    <Trans>Cancel</Trans>
  </Button>
);

const isStatus = (value: unknown): value is PlanStatus =>
  planStatuses.some((status) => status === value);

/** Both values where somebody else changed the same field; a status is named in words. */
const Both = <V extends Readonly<Record<string, unknown>>>(props: {
  readonly fields: readonly Disagreement<V>[];
}): ReactNode => {
  const { i18n } = useLingui();
  return (
    <Disagreements
      fields={props.fields}
      words={planFieldWords}
      say={(_, value) => (isStatus(value) ? i18n._(planStatusWords[value]) : undefined)}
    />
  );
};

/** Adds an objective to a goal that is worked on. */
export const AddObjectiveForm = (props: {
  readonly goal: Goal;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { goal, onClose } = props;
  const act = useAct(addObjective, {
    done: t`Objective added.`,
    onDone: onClose,
    words: planWords,
    changes: alsoChanged,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `objective-new-${goal.id}`,
    initial: { statement: "", targetOn: "" },
    act,
    toInput: (values) => ({ goalId: goal.id, ...values }),
    check: (values) => missingOf(values, ["statement"]),
  });
  return (
    <Form
      form={form}
      submit={<Trans>Add objective</Trans>}
      actions={<Cancel form={form} onClose={onClose} />}
    >
      <TextArea
        label={t`Objective`}
        hint={t`A step that can be seen done.`}
        autoFocus
        maxLength={300}
        {...form.field("statement")}
      />
      <DateField label={t`By`} optional {...form.field("targetOn")} />
    </Form>
  );
};

type GoalValues = {
  readonly problem: string;
  readonly statement: string;
  readonly status: PlanStatus | "";
};

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
  const act = useAct(changeGoal, {
    done: t`Saved.`,
    onDone: onClose,
    words: planWords,
    changes: alsoChanged,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `goal-${goal.id}`,
    record: goal,
    refresh: props.refresh,
    valuesOf: goalValues,
    act,
    toInput: (values, base) => {
      const { status, ...words } = changedFields(values, goalValues(base));
      return {
        goalId: base.id,
        version: base.version,
        ...words,
        ...(status !== undefined && { status: made(status) }),
      };
    },
    check: (values) => missingOf(values, ["problem", "statement", "status"]),
  });
  return (
    <Form
      form={form}
      submit={<Trans>Save</Trans>}
      actions={<Cancel form={form} onClose={onClose} />}
    >
      <Both fields={form.disagreements} />
      <TextField label={t`Problem`} maxLength={200} {...form.field("problem")} />
      <TextArea label={t`Goal, in their own words`} maxLength={300} {...form.field("statement")} />
      <SelectField
        label={t`Where it stands`}
        choices={useChoices(planStatuses, planStatusWords)}
        {...form.field("status")}
      />
    </Form>
  );
};

type ObjectiveValues = {
  readonly statement: string;
  readonly targetOn: string;
  readonly status: PlanStatus | "";
};

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
  const act = useAct(changeObjective, {
    done: t`Saved.`,
    onDone: onClose,
    words: planWords,
    changes: alsoChanged,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `objective-${objective.id}`,
    record: objective,
    refresh: props.refresh,
    valuesOf: objectiveValues,
    act,
    toInput: (values, base) => {
      const { status, ...words } = changedFields(values, objectiveValues(base));
      return {
        objectiveId: base.id,
        version: base.version,
        ...words,
        ...(status !== undefined && { status: made(status) }),
      };
    },
    check: (values) => missingOf(values, ["statement", "status"]),
  });
  return (
    <Form
      form={form}
      submit={<Trans>Save</Trans>}
      actions={<Cancel form={form} onClose={onClose} />}
    >
      <Both fields={form.disagreements} />
      <TextArea label={t`Objective`} maxLength={300} {...form.field("statement")} />
      <DateField label={t`By`} optional {...form.field("targetOn")} />
      <SelectField
        label={t`Where it stands`}
        choices={useChoices(planStatuses, planStatusWords)}
        {...form.field("status")}
      />
    </Form>
  );
};
