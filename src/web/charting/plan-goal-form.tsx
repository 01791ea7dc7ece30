import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { addGoal } from "#domain/charting/goal.api.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { planWords } from "#web/charting/plan-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

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
    id: `goal-new-${stays[0]?.id ?? ""}`,
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
    check: (values) => missingOf(values, ["enrollmentId", "problem", "statement", "objective"]),
    serverNames: { "objectives.0.statement": "objective", "objectives.0.targetOn": "targetOn" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Add goal</Trans>} onClose={onClose}>
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
    </PanelForm>
  );
};
