import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { publishAttendanceRule } from "#domain/programs/attendance-rule.api.ts";
import { attendanceRuleLimits, type AttendanceRule } from "#domain/programs/attendance-rule.ts";
import { beyondLimits } from "#web/platform/beyond-limits.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { firstStart, startProblem } from "#web/programs/rule-days.ts";
import { RulePreview, type RuleChange } from "#web/programs/rule-preview.tsx";
import { ruleWords, useSayAttendanceRule } from "#web/programs/rule-words.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly graceMinutes: number | null;
  readonly minimumMinutes: number | null;
  readonly breaksCount: boolean;
  readonly source: string;
  readonly effectiveFrom: string;
};

interface Props {
  /** The newest version, which the next one follows; null where there is none. */
  readonly before: AttendanceRule | null;
  readonly today: string;
  readonly onClose: () => void;
}

const valuesOf = ({ before, today }: Props): Values => ({
  name: before?.name ?? "",
  graceMinutes: before?.graceMinutes ?? null,
  minimumMinutes: before?.minimumMinutes ?? null,
  breaksCount: before?.breaksCount ?? false,
  source: before?.source ?? "",
  effectiveFrom: firstStart("monday", before, today),
});

const useChanges = (before: AttendanceRule | null, values: Values): readonly RuleChange[] => {
  const { t } = useLingui();
  if (before === null) return [];
  const minutes = (count: number): string => t`${count} min`;
  const yesNo = (is: boolean): string => (is ? t`count` : t`do not count`);
  return [
    {
      name: t`Grace`,
      before: minutes(before.graceMinutes),
      after: minutes(values.graceMinutes ?? 0),
    },
    {
      name: t`Least to count`,
      before: minutes(before.minimumMinutes),
      after: minutes(values.minimumMinutes ?? 0),
    },
    { name: t`Breaks`, before: yesNo(before.breaksCount), after: yesNo(values.breaksCount) },
  ];
};

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Name`} maxLength={80} {...form.field("name")} />
      <FieldRow>
        <NumberField
          label={t`Grace, minutes`}
          hint={t`Later than that is called late.`}
          {...form.field("graceMinutes")}
        />
        <NumberField
          label={t`Least to count, minutes`}
          hint={t`0 where every minute counts.`}
          {...form.field("minimumMinutes")}
        />
      </FieldRow>
      <CheckField label={t`Breaks count toward hours`} {...form.field("breaksCount")} />
      <TextField
        label={t`By whose authority`}
        hint={t`A regulation, a payer’s manual, your own policy.`}
        maxLength={200}
        {...form.field("source")}
      />
      <DateField label={t`From`} {...form.field("effectiveFrom")} />
    </>
  );
};

/** Publishes a version of the attendance rule: what the one before it says, and what becomes of it. */
export const AttendanceRuleForm = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { before, today, onClose } = props;
  const sayRule = useSayAttendanceRule();
  const act = useAct(publishAttendanceRule, {
    done: t`Published.`,
    onDone: onClose,
    words: ruleWords,
    changes: ["attendance", "session", "hours"],
    failureShownInPlace: true,
  });
  const form = useForm<Values, typeof publishAttendanceRule>({
    id: "attendance-rule",
    initial: valuesOf(props),
    act,
    toInput: ({ graceMinutes, minimumMinutes, ...rest }) => ({
      ...rest,
      graceMinutes: graceMinutes ?? 0,
      minimumMinutes: minimumMinutes ?? 0,
    }),
    check: (values) => ({
      ...startProblem(values.effectiveFrom, before, today),
      ...beyondLimits(values, attendanceRuleLimits),
      ...missingOf(values, ["name", "graceMinutes", "minimumMinutes", "source", "effectiveFrom"]),
    }),
  });
  const { values } = form;
  const { graceMinutes, minimumMinutes, breaksCount } = values;
  const isWhole = graceMinutes !== null && minimumMinutes !== null;
  const changes = useChanges(before, values);
  return (
    <PanelForm form={form} submit={<Trans>Publish</Trans>} onClose={onClose}>
      <Fields form={form} />
      <RulePreview
        says={isWhole ? sayRule({ graceMinutes, minimumMinutes, breaksCount }) : null}
        from={values.effectiveFrom}
        changes={changes}
        hasBefore={before !== null}
      />
    </PanelForm>
  );
};
