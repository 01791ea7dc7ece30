import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AttendanceReason } from "#domain/scheduling/attendance-event.ts";
import { isOver } from "#web/charting/arrival.ts";
import { BesideWords } from "#web/charting/beside-words.tsx";
import { CameAtEditor } from "#web/charting/came-at-editor.tsx";
import { LeftAtEditor } from "#web/charting/left-at-editor.tsx";
import { FoundIn } from "#web/charting/room-findings.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { textOf, type RowView } from "#web/charting/room-view.ts";
import { AbsenceEditor, RowEditor } from "#web/charting/row-editor.tsx";
import { SignedRow } from "#web/charting/signed-row.tsx";
import type { RowAsker } from "#web/charting/use-row-asker.ts";
import type { Rows } from "#web/charting/use-rows.ts";
import { Note } from "#web/ui/note.tsx";

interface Props {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly rows: Rows;
  readonly asker: RowAsker;
}

/** What opens beneath a row: a question about coming and going, what was signed, or what is still to be said. */
export const RowBelow = (props: Props): ReactNode => {
  const { model, view, rows } = props;
  const { patientId, name } = view.row;
  if (rows.asking?.of === patientId && rows.asking.what === "reason")
    return (
      <AbsenceEditor
        name={name}
        onCancel={rows.stopAsking}
        onChoose={(reason: AttendanceReason) => rows.beAbsent(patientId, reason)}
      />
    );
  if (rows.asking?.of === patientId && rows.asking.what === "time")
    return <CameAtEditor model={model} view={view} onDone={rows.stopAsking} />;
  if (rows.asking?.of === patientId && rows.asking.what === "left")
    return (
      <LeftAtEditor
        model={model}
        view={view}
        onLeft={(at) => rows.leave(patientId, at)}
        onCancel={rows.stopAsking}
      />
    );
  if (view.state === "signed" || (view.state === "away" && isOver(model)))
    return <SignedRow model={model} view={view} />;
  if (!model.mayWrite || (view.state !== "open" && view.state !== "ready")) return null;
  const write = (field: "sentence" | "nextStep") => (value: string) =>
    model.write({ patientId, field }, value);
  return (
    <>
      <RowEditor model={model} view={view} asker={props.asker} />
      {view.part.risk === "high" && (
        <Note meaning="risk">
          <Trans>
            Signing this asks you for a call: a crisis task with half an hour, yours until you close
            it with what was done. In danger now: 911, or 988.
          </Trans>
        </Note>
      )}
      {(["sentence", "nextStep"] as const).map((field) => (
        <FoundIn
          key={field}
          field={field}
          text={textOf(view.fields[field].value)}
          found={view.found}
          others={0}
          flat
          onMend={write(field)}
          onLetStand={(found) => model.letStand(found.acknowledgement)}
          onSetRisk={() => props.asker.ask("risk")}
        />
      ))}
      {(["sentence", "nextStep"] as const).map((field) => (
        <BesideWords
          key={field}
          field={view.fields[field]}
          flat
          onSettle={(value, settles) => model.write({ patientId, field }, value, settles)}
        />
      ))}
    </>
  );
};
