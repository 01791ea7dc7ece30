import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addGoal, changeObjective } from "#domain/charting/goal.api.ts";
import { planStatuses, type Objective, type PlanStatus } from "#domain/charting/goal.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FieldProblems } from "#web/platform/use-form.ts";
import { planStatusWords, planWords } from "#web/charting/plan-words.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Form } from "#web/ui/form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const missing = (
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): FieldProblems =>
  Object.fromEntries(
    names.filter((name) => values[name] === "").map((name) => [name, { code: "missing" }]),
  );

const Cancel = (props: { readonly onPress: () => void }): ReactNode => (
  <Button onPress={props.onPress}>
    <Trans>Cancel</Trans>
  </Button>
);

/** Adds a goal with its first objective to the plan of a running stay. */
export const AddGoalForm = (props: {
  readonly stays: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { stays, onClose } = props;
  const act = useAct(addGoal, {
    done: t`Goal added.`,
    onDone: onClose,
    words: planWords,
    changes: ["chart", "objective"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "goal-new",
    initial: {
      enrollmentId: stays.length === 1 ? (stays[0]?.id ?? "") : "",
      problem: "",
      statement: "",
      objective: "",
      targetOn: "",
    },
    act,
    toInput: ({ enrollmentId, problem, statement, objective, targetOn }) => ({
      enrollmentId,
      problem,
      statement,
      objectives: [{ statement: objective, targetOn }],
    }),
    check: (values) => missing(values, ["enrollmentId", "problem", "statement", "objective"]),
    serverNames: { "objectives.0.statement": "objective", "objectives.0.targetOn": "targetOn" },
  });
  return (
    <Form form={form} submit={<Trans>Add goal</Trans>} actions={<Cancel onPress={onClose} />}>
      {stays.length > 1 && (
        <SelectField
          label={t`Stay`}
          choices={stays.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("enrollmentId")}
        />
      )}
      <TextField label={t`Problem`} autoFocus maxLength={200} {...form.field("problem")} />
      <TextArea label={t`Goal, in their own words`} maxLength={300} {...form.field("statement")} />
      <TextArea
        label={t`First objective`}
        hint={t`A step that can be seen done.`}
        maxLength={300}
        {...form.field("objective")}
      />
      <DateField label={t`By`} optional {...form.field("targetOn")} />
    </Form>
  );
};

/** Changes an objective, or says that it is met or given up. */
export const ChangeObjectiveForm = (props: {
  readonly objective: Objective;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { objective, onClose } = props;
  const act = useAct(changeObjective, {
    done: t`Saved.`,
    onDone: onClose,
    words: planWords,
    changes: ["chart", "goal"],
    failureShownInPlace: true,
  });
  const initial: { statement: string; targetOn: string; status: PlanStatus | "" } = {
    statement: objective.statement,
    targetOn: objective.targetOn ?? "",
    status: objective.status,
  };
  const form = useForm({
    id: `objective-${objective.id}`,
    initial,
    act,
    toInput: ({ statement, targetOn, status }) => ({
      objectiveId: objective.id,
      version: objective.version,
      statement,
      targetOn,
      ...(status !== "" && { status }),
    }),
    check: (values) => missing(values, ["statement"]),
  });
  return (
    <Form form={form} submit={<Trans>Save</Trans>} actions={<Cancel onPress={onClose} />}>
      <TextArea label={t`Objective`} maxLength={300} {...form.field("statement")} />
      <DateField label={t`By`} optional {...form.field("targetOn")} />
      <SelectField
        label={t`Where it stands`}
        choices={planStatuses.map((code) => ({
          value: code,
          label: i18n._(planStatusWords[code]),
        }))}
        {...form.field("status")}
      />
    </Form>
  );
};
