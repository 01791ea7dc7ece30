import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { publishHourRule } from "#domain/programs/hour-rule.api.ts";
import { hourRuleLimits, type HourRule, type HourRuleFacts } from "#domain/programs/hour-rule.ts";
import type { LevelOfCare } from "#domain/programs/level-of-care.ts";
import { hoursAsTyped, hoursTyped } from "#domain/programs/typed-hours.ts";
import { weekKinds, type WeekKind } from "#domain/programs/week.ts";
import { beyondLimits } from "#web/platform/beyond-limits.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import { useSay } from "#web/platform/use-say.ts";
import { GapFields, useGapChanges } from "#web/programs/gap-fields.tsx";
import { firstStart, startProblem } from "#web/programs/rule-days.ts";
import { RulePreview, type RuleChange } from "#web/programs/rule-preview.tsx";
import { ruleWords, useSayHourRule, weekWords } from "#web/programs/rule-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly floor: string;
  readonly ceiling: string;
  readonly week: WeekKind | "";
  readonly daysAtLeast: number | null;
  readonly adolescentBelowAge: number | null;
  readonly longestGapDays: number | null;
  readonly gapCounts: HourRuleFacts["gapCounts"] | "";
  readonly gapSkipsClosed: boolean;
  readonly mostMakeUps: number | null;
  readonly source: string;
  readonly effectiveFrom: string;
};

interface Props {
  readonly level: LevelOfCare;
  readonly population: HourRuleFacts["population"];
  /** The newest version, which the next one follows; null where there is none. */
  readonly before: HourRule | null;
  /** Below which age somebody is an adolescent at this level. */
  readonly belowAge: number;
  readonly today: string;
  readonly onClose: () => void;
}

const typedOf = (minutes: number | null | undefined): string =>
  minutes === null || minutes === undefined ? "" : hoursAsTyped(minutes);

const valuesOf = ({ before, belowAge, today }: Props): Values => ({
  name: before?.name ?? "",
  floor: typedOf(before?.floorMinutes),
  ceiling: typedOf(before?.ceilingMinutes),
  week: before?.week ?? "monday",
  daysAtLeast: before?.daysAtLeast ?? null,
  adolescentBelowAge: belowAge,
  longestGapDays: before?.longestGapDays ?? null,
  gapCounts: before?.gapCounts ?? "attended",
  gapSkipsClosed: before?.gapSkipsClosed ?? true,
  mostMakeUps: before?.mostMakeUps ?? null,
  source: before?.source ?? "",
  effectiveFrom: firstStart(before?.week ?? "monday", before, today),
});

type Said = Pick<
  HourRuleFacts,
  | "floorMinutes"
  | "ceilingMinutes"
  | "week"
  | "daysAtLeast"
  | "adolescentBelowAge"
  | "longestGapDays"
  | "gapCounts"
  | "gapSkipsClosed"
  | "mostMakeUps"
>;

/** What the fields amount to; null while something of it cannot be read. */
const saidOf = (values: Values): Said | null => {
  const floorMinutes = hoursTyped(values.floor);
  const ceilingMinutes = values.ceiling.trim() === "" ? null : hoursTyped(values.ceiling);
  const isUnread = values.ceiling.trim() !== "" && ceilingMinutes === null;
  if (floorMinutes === null || isUnread || values.week === "" || values.gapCounts === "")
    return null;
  if (ceilingMinutes !== null && ceilingMinutes <= floorMinutes) return null;
  const { week, daysAtLeast, adolescentBelowAge } = values;
  const { longestGapDays, gapCounts, gapSkipsClosed, mostMakeUps } = values;
  return {
    floorMinutes,
    ceilingMinutes,
    week,
    daysAtLeast,
    adolescentBelowAge: adolescentBelowAge ?? 0,
    longestGapDays,
    gapCounts,
    gapSkipsClosed,
    mostMakeUps,
  };
};

const hoursProblem = (name: string, typed: string): FieldProblems =>
  typed.trim() === "" || hoursTyped(typed) !== null ? {} : { [name]: { code: "no-hours" } };

const ceilingProblem = ({ floor, ceiling }: Values): FieldProblems => {
  const [least, fewer] = [hoursTyped(floor), hoursTyped(ceiling)];
  return least !== null && fewer !== null && fewer <= least
    ? { ceiling: { code: "too-small" } }
    : {};
};

const check =
  ({ before, today }: Props) =>
  (values: Values): FieldProblems => ({
    ...startProblem(values.effectiveFrom, before, today),
    ...ceilingProblem(values),
    ...beyondLimits(values, hourRuleLimits),
    ...hoursProblem("floor", values.floor),
    ...hoursProblem("ceiling", values.ceiling),
    ...missingOf(values, [
      "name",
      "floor",
      "week",
      "gapCounts",
      "adolescentBelowAge",
      "source",
      "effectiveFrom",
    ]),
  });

const useChanges = (before: HourRule | null, after: Said | null): readonly RuleChange[] => {
  const { t } = useLingui();
  const say = useSay();
  const gapChanges = useGapChanges();
  if (before === null || after === null) return [];
  const hours = (minutes: number | null): string => {
    const count = hoursAsTyped(minutes ?? 0);
    return minutes === null ? t`no limit` : t`${count} h`;
  };
  const days = (count: number | null): string => (count === null ? t`not asked` : String(count));
  const most = (count: number | null): string =>
    count === null ? t`no limit` : t`at most ${count}`;
  const change = (name: string, was: string, is: string) => ({ name, before: was, after: is });
  return [
    change(t`At least`, hours(before.floorMinutes), hours(after.floorMinutes)),
    change(t`Fewer than`, hours(before.ceilingMinutes), hours(after.ceilingMinutes)),
    change(t`Week`, say(weekWords, before.week), say(weekWords, after.week)),
    change(t`Days`, days(before.daysAtLeast), days(after.daysAtLeast)),
    change(
      t`Adolescent below`,
      String(before.adolescentBelowAge),
      String(after.adolescentBelowAge),
    ),
    ...gapChanges(before, after),
    change(t`Make-ups a week`, most(before.mostMakeUps), most(after.mostMakeUps)),
  ];
};

const Fields = (props: {
  readonly form: FormState<Values>;
  readonly population: HourRuleFacts["population"];
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`As it is named wherever hours are shown, like IOP 9 hours.`}
        maxLength={80}
        {...form.field("name")}
      />
      <FieldRow>
        <TextField
          label={t`At least, hours a week`}
          hint={t`0 where nothing is required.`}
          {...form.field("floor")}
        />
        <TextField
          label={t`Fewer than`}
          optional
          hint={t`From there on it is the next level.`}
          {...form.field("ceiling")}
        />
      </FieldRow>
      <SelectField
        label={t`Week`}
        choices={useChoices(weekKinds, weekWords)}
        {...form.field("week")}
      />
      <FieldRow>
        <NumberField label={t`On at least so many days`} optional {...form.field("daysAtLeast")} />
        {props.population === "adolescent" && (
          <NumberField
            label={t`Adolescent below the age of`}
            {...form.field("adolescentBelowAge")}
          />
        )}
      </FieldRow>
      <GapFields
        days={form.field("longestGapDays")}
        counts={form.field("gapCounts")}
        skipsClosed={form.field("gapSkipsClosed")}
      />
      <NumberField
        label={t`Most make-ups that count in a week`}
        hint={t`Empty where the rule says nothing of it. Further ones are kept and earn no hours.`}
        optional
        {...form.field("mostMakeUps")}
      />
      <TextField
        label={t`By whose authority`}
        hint={t`A regulation, a payer’s manual, your own policy.`}
        maxLength={200}
        {...form.field("source")}
      />
      <DateField
        label={t`From`}
        hint={t`Best the first day of a week: a week is judged by one version.`}
        {...form.field("effectiveFrom")}
      />
    </>
  );
};

/** Publishes a version of an hour rule: what the one before it says, and what becomes of it. */
export const HourRuleForm = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { level, population, before, onClose } = props;
  const sayRule = useSayHourRule();
  const act = useAct(publishHourRule, {
    done: t`Published.`,
    onDone: onClose,
    words: ruleWords,
    changes: ["hours"],
    failureShownInPlace: true,
  });
  const form = useForm<Values, typeof publishHourRule>({
    id: `hour-rule-${level.id}-${population}`,
    initial: valuesOf(props),
    act,
    toInput: ({ floor, ceiling, week, gapCounts, adolescentBelowAge, ...rest }) => ({
      ...rest,
      levelOfCareId: level.id,
      population,
      floorMinutes: hoursTyped(floor) ?? 0,
      ceilingMinutes: hoursTyped(ceiling),
      week: made(week),
      gapCounts: made(gapCounts),
      adolescentBelowAge: adolescentBelowAge ?? 0,
    }),
    check: check(props),
    serverNames: { floorMinutes: "floor", ceilingMinutes: "ceiling" },
  });
  const said = saidOf(form.values);
  const changes = useChanges(before, said);
  return (
    <PanelForm form={form} submit={<Trans>Publish</Trans>} onClose={onClose}>
      <Fields form={form} population={population} />
      <RulePreview
        says={said === null ? null : `${sayRule(said)}.`}
        from={form.values.effectiveFrom}
        changes={changes}
        hasBefore={before !== null}
      />
    </PanelForm>
  );
};
