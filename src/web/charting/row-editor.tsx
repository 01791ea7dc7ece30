import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { clipped, longestOnChip, nextObjective } from "#web/charting/asked-objective.ts";
import { absenceReasons, leavingReasons, reasonWord } from "#web/charting/attendance-words.ts";
import type { AttendanceReason } from "#domain/scheduling/attendance-event.ts";
import { participations, progresses, responses, risks } from "#domain/charting/note-fields.ts";
import { RoomArea } from "#web/charting/room-area.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import {
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { textOf } from "#web/charting/room-view.ts";
import { sentenceStarts } from "#web/charting/sentence-starts.ts";
import type { Asked, RowAsker } from "#web/charting/use-row-asker.ts";
import { withStart } from "#web/charting/with-start.ts";
import { Button } from "#web/ui/button.tsx";
import { CellActs } from "#web/ui/cell-button.tsx";
import { ChoiceBar, ChoiceChips, type Question } from "#web/ui/choice-bar.tsx";

interface Props {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly asker: RowAsker;
}

const digit = (at: number): string => String(at + 1);

/** The other open objectives: each asks about itself instead, and none is chosen before somebody answers. */
const OtherObjectives = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { view, asker } = props;
  const { objectives } = view.row;
  if (objectives.length === 0)
    return <Trans>No open objective. Add one to the plan; then this note can be linked.</Trans>;
  const others = objectives.filter(({ id }) => id !== asker.objective?.id);
  if (others.length === 0) return null;
  const next = nextObjective(view.row, asker.objective?.id ?? null);
  return (
    <ChoiceChips
      label={t`Ask about another objective`}
      choices={others.map(({ id, number, statement }) => ({
        value: id,
        label: `${number} ${clipped(statement, longestOnChip)}`,
        ...(id === next?.id && { press: "o" }),
      }))}
      chosen={null}
      onChoose={asker.askAbout}
    />
  );
};

/** The question about progress in the words of the objective it asks about, so that the answer says which one it was. */
const useProgressQuestion = (objective: RowAsker["objective"]) => {
  const { t } = useLingui();
  if (!objective) return undefined;
  const { number, statement } = objective;
  const begins = clipped(statement);
  return {
    short: t`Progress on ${number}: “${begins}”`,
    whole: t`Progress on ${number}: “${statement}”`,
  };
};

const Starts = (props: Props): ReactNode => {
  const { t, i18n } = useLingui();
  const { part, fields } = props.view;
  const starts = sentenceStarts({
    response: part.response ?? null,
    progress: part.progress ?? null,
  }).map((start) => i18n._(start));
  return (
    <ChoiceChips
      label={t`Begin the line with`}
      choices={starts.map((start, at) => ({
        value: start,
        label: `${start} …`,
        press: `Alt ${digit(at)}`,
      }))}
      chosen={null}
      onChoose={(start) => props.asker.writeLine(withStart(textOf(fields.sentence.value), start))}
    />
  );
};

const Answers = (props: Props): ReactNode => {
  const { t, i18n } = useLingui();
  const { view, asker, model } = props;
  const { part } = view;
  const question = useProgressQuestion(asker.objective);
  const chips = <V extends string>(
    label: string,
    values: readonly V[],
    words: Readonly<Record<V, MessageDescriptor>>,
    chosen: V | null,
    choose: (value: V) => void,
  ): ReactNode => (
    <ChoiceChips
      label={label}
      choices={values.map((value, at) => ({
        value,
        label: i18n._(words[value]),
        press: digit(at),
      }))}
      chosen={chosen}
      onChoose={choose}
    />
  );
  switch (asker.asked) {
    case "participation":
      return chips(
        t`Took part`,
        participations,
        participationWords,
        part.participation ?? null,
        (value) => asker.answer("participation", value),
      );
    case "response":
      return chips(t`Response`, responses, responseWords, part.response ?? null, (value) =>
        asker.answer("response", value),
      );
    case "progress":
      return (
        <CellActs label={t`Objective`}>
          {chips(
            question?.whole ?? t`Progress`,
            progresses,
            progressWords,
            asker.objective?.id === part.objectiveId ? (part.progress ?? null) : null,
            (value) => asker.answer("progress", value),
          )}
          <OtherObjectives {...props} />
        </CellActs>
      );
    case "risk":
      return chips(t`Risk`, risks, riskWords, part.risk ?? null, (value) =>
        asker.answer("risk", value),
      );
    case "reason":
      return (
        <ReasonChips
          label={t`Why left`}
          reasons={leavingReasons}
          chosen={leavingReasons.find((one) => one === view.live.reason) ?? null}
          onChoose={asker.sayWhyLeft}
        />
      );
    case "nextStep":
      return (
        <RoomArea
          model={model}
          place={{ patientId: view.row.patientId, field: "nextStep" }}
          label={t`Next step`}
          labelUnseen
          look="line"
          placeholder={t`Next step, theirs`}
          maxLength={500}
        />
      );
    case "sentence":
      return <Starts {...props} />;
  }
};

/** The second line of the chosen row: one question at a time, each answered by a tap or a digit. */
export const RowEditor = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { view, asker } = props;
  const { part, row } = view;
  const question = useProgressQuestion(asker.objective);
  const questions: readonly Question<Asked>[] = [
    { name: "participation", label: t`Took part`, isAnswered: part.participation !== null },
    { name: "response", label: t`Response`, isAnswered: part.response !== null },
    { name: "progress", label: t`Objective`, isAnswered: part.progress !== null },
    { name: "sentence", label: t`Line`, isAnswered: part.sentence !== null },
    { name: "risk", label: t`Risk`, isAnswered: part.risk !== null },
    { name: "nextStep", label: t`Next`, isAnswered: part.nextStep !== null },
    ...(view.live.status === "left-early"
      ? [{ name: "reason" as const, label: t`Why left`, isAnswered: view.live.reason !== null }]
      : []),
  ];
  return (
    <ChoiceBar
      label={t`What is said of ${row.name}`}
      questions={questions}
      asked={asker.asked}
      onAsk={asker.ask}
      {...(asker.asked === "progress" && question && { question })}
    >
      <Answers {...props} />
    </ChoiceBar>
  );
};

const ReasonChips = <R extends AttendanceReason>(props: {
  readonly label: string;
  readonly reasons: readonly R[];
  readonly chosen: R | null;
  readonly onChoose: (reason: R) => void;
}): ReactNode => {
  const { i18n } = useLingui();
  return (
    <ChoiceChips
      label={props.label}
      choices={props.reasons.map((value, at) => ({
        value,
        label: i18n._(reasonWord(value)),
        press: digit(at),
      }))}
      chosen={props.chosen}
      onChoose={props.onChoose}
    />
  );
};

/** Instead of the questions: why somebody is not here. One tap, or its digit. */
export const AbsenceEditor = (props: {
  readonly name: string;
  readonly onChoose: (reason: AttendanceReason) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { name } = props;
  return (
    <CellActs label={t`Why is ${name} absent`}>
      <ReasonChips
        label={t`Why is ${name} absent`}
        reasons={absenceReasons}
        chosen={null}
        onChoose={props.onChoose}
      />
      <Button size="small" kind="quiet" onPress={props.onCancel}>
        <Trans>Cancel</Trans>
      </Button>
    </CellActs>
  );
};
