import { useLingui } from "@lingui/react/macro";
import { replaceEqualDeep } from "@tanstack/react-query";
import { memo, type ReactNode, type Ref } from "react";
import { isCrisisFlag } from "#domain/charting/session-room.ts";
import { phaseOf } from "#web/charting/arrival.ts";
import { ArrivalCell, ExpectedActs } from "#web/charting/arrival-cell.tsx";
import { reasonWord } from "#web/charting/attendance-words.ts";
import { LineCell } from "#web/charting/line-cell.tsx";
import { NoteStateCell } from "#web/charting/note-state-cell.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import {
  flagWords,
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { RowBelow } from "#web/charting/row-below.tsx";
import type { RowAsker } from "#web/charting/use-row-asker.ts";
import type { Rows } from "#web/charting/use-rows.ts";
import { WriterMark } from "#web/charting/writer-mark.tsx";
import { CellFigure, CellQuiet } from "#web/ui/cell-button.tsx";
import { ProgressDownIcon, ProgressSteadyIcon, ProgressUpIcon, RiskIcon } from "#web/ui/icons.ts";
import { RosterName, RosterRow, type RosterCell } from "#web/ui/roster.tsx";
import { NumberMark, Pips, StateMark } from "#web/ui/state-mark.tsx";

interface Props {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly rows: Rows;
  readonly asker: RowAsker;
  readonly line: Ref<HTMLTextAreaElement>;
  /** First names of others who write in this row now. */
  readonly writers: readonly string[];
}

const pips = { quiet: 1, some: 2, active: 3, led: 3 } as const;
const progressLooks = {
  up: { icon: ProgressUpIcon, tone: "ontime" },
  met: { icon: ProgressUpIcon, tone: "ontime" },
  steady: { icon: ProgressSteadyIcon, tone: "quiet" },
  down: { icon: ProgressDownIcon, tone: "risk" },
  "not-worked": { icon: ProgressSteadyIcon, tone: "quiet" },
} as const;

const NameCell = (props: Props): ReactNode => {
  const { t, i18n } = useLingui();
  const { row, part } = props.view;
  const { week } = row;
  const flag =
    row.flags.find(isCrisisFlag) ?? row.flags.find((one) => one === "guest" || one === "make-up");
  // Too long to stand beside the week.
  const isOverLimit = row.flags.includes("make-up-over-limit");
  const risk =
    part.risk !== null && part.risk !== undefined && part.risk !== "none-noted" ? part.risk : null;
  const mark = risk ? i18n._(riskWords[risk]) : flag && i18n._(flagWords[flag]);
  const isRisk = risk !== null || (flag !== undefined && isCrisisFlag(flag));
  return (
    <RosterName
      name={row.name}
      below={
        props.writers.length > 0 ? (
          <WriterMark names={props.writers} />
        ) : isOverLimit ? (
          i18n._(flagWords["make-up-over-limit"])
        ) : week > 0 ? (
          t`Week ${week} · ${row.levelName}`
        ) : (
          row.levelName
        )
      }
      mark={
        mark &&
        (isRisk || props.writers.length === 0) && (
          <StateMark
            {...(isRisk ? { icon: RiskIcon, tone: "risk" as const } : { tone: "quiet" as const })}
            strong
          >
            {mark}
          </StateMark>
        )
      }
    />
  );
};

const ObjectiveCell = (props: { readonly view: RowView }): ReactNode => {
  const { i18n } = useLingui();
  const { part, row } = props.view;
  const objective = row.objectives.find(({ id }) => id === part.objectiveId);
  if (!part.progress) return <CellQuiet>–</CellQuiet>;
  return (
    <NumberMark
      number={row.note?.objectiveNumber ?? objective?.number ?? "?"}
      {...progressLooks[part.progress]}
    >
      {i18n._(progressWords[part.progress])}
    </NumberMark>
  );
};

const useCells = (props: Props): readonly RosterCell[] => {
  const { i18n } = useLingui();
  const { model, view, rows, asker } = props;
  const { part, live, row } = view;
  const isChosen = rows.chosenId === row.patientId;
  const name: RosterCell = { key: "name", content: <NameCell {...props} /> };
  const state: RosterCell = {
    key: "state",
    hideBelow: "tablet",
    content: <NoteStateCell view={view} isChosen={isChosen} />,
  };
  if (view.state === "expected" && model.mayRecord) {
    return [
      name,
      {
        key: "acts",
        fillsRow: true,
        content: (
          <ExpectedActs
            model={model}
            view={view}
            isChosen={isChosen}
            onAbsent={() => rows.askReason(row.patientId)}
            onCameAt={() => rows.askTime(row.patientId)}
          />
        ),
      },
    ];
  }
  const isAway = view.state === "away" || view.state === "expected";
  const isWritten = isChosen && !isAway && model.mayWrite && view.state !== "signed";
  const awayLine = live.reason === null ? "" : i18n._(reasonWord(live.reason));
  return [
    name,
    {
      key: "arrival",
      content: (
        <ArrivalCell
          model={model}
          view={view}
          onLeave={() => rows.leave(row.patientId)}
          onLeftAt={() => rows.askLeft(row.patientId)}
        />
      ),
    },
    {
      key: "minutes",
      hideBelow: "desk",
      content: <CellFigure>{view.live.minutesSoFar}</CellFigure>,
    },
    {
      key: "participation",
      hideBelow: "tablet",
      content: part.participation ? (
        <Pips filled={pips[part.participation]}>
          {i18n._(participationWords[part.participation])}
        </Pips>
      ) : (
        <CellQuiet>–</CellQuiet>
      ),
    },
    {
      key: "response",
      hideBelow: "tablet",
      content: part.response ? i18n._(responseWords[part.response]) : <CellQuiet>–</CellQuiet>,
    },
    { key: "objective", hideBelow: "desk", content: <ObjectiveCell view={view} /> },
    {
      key: "line",
      hideBelow: "tablet",
      isWritten,
      content: isAway ? (
        <CellQuiet>{awayLine}</CellQuiet>
      ) : (
        <LineCell
          model={model}
          view={view}
          isWritten={isWritten}
          field={props.line}
          onFocus={() => asker.ask("sentence")}
          onKeyDown={rows.onLineKey}
        />
      ),
    },
    state,
  ];
};

/** Where Tab comes into the roster before any row is chosen. */
const isStop = ({ rows, model, view }: Props): boolean =>
  rows.chosenId === null && model.view.rows[0]?.row.patientId === view.row.patientId;

/**
 * A row that is not chosen is drawn anew only where something of it changed: what is done in it hangs on the room as it was
 * read and on the last entry of its own, and on nothing that another row's letters change.
 */
const isDrawnAlready = (before: Props, after: Props): boolean => {
  const { patientId } = after.view.row;
  const isChosen = ({ rows }: Props): boolean => rows.chosenId === patientId;
  const [was, is] = [before.model, after.model];
  return (
    !isChosen(before) &&
    !isChosen(after) &&
    isStop(before) === isStop(after) &&
    was.room === is.room &&
    was.mayRecord === is.mayRecord &&
    phaseOf(was) === phaseOf(is) &&
    was.mayWrite === is.mayWrite &&
    was.lastEventOf(patientId)?.id === is.lastEventOf(patientId)?.id &&
    replaceEqualDeep(before.writers, after.writers) === before.writers &&
    replaceEqualDeep(before.view, after.view) === before.view
  );
};

/** One person in the room. */
export const RoomRow = memo((props: Props): ReactNode => {
  const { model, view, rows } = props;
  const { patientId, name } = view.row;
  const isChosen = rows.chosenId === patientId;
  const cells = useCells(props);
  const below = <RowBelow {...props} />;
  return (
    <RosterRow
      label={name}
      cells={cells}
      isChosen={isChosen}
      isStop={isStop(props)}
      isAway={view.state === "away"}
      isSigned={view.state === "signed"}
      focusTurn={rows.focusTurn}
      onChoose={() => rows.choose(patientId)}
      onFocus={() => props.asker.backAtRow(patientId)}
      onEnter={() => {
        if (!isChosen) rows.goTo(patientId);
        else if (view.state === "open" || view.state === "ready") rows.writeLine();
      }}
      {...((model.mayWrite || model.mayRecord) && { below })}
    />
  );
}, isDrawnAlready);
