import { useLingui } from "@lingui/react/macro";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { meterRows } from "#domain/charting/clone-meter.ts";
import { noteLimits } from "#domain/charting/note-fields.ts";
import { RoomArea } from "#web/charting/room-area.tsx";
import { marksOf } from "#web/charting/room-findings.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { textOf, type RowView } from "#web/charting/room-view.ts";
import type { TextMark } from "#web/ui/marked-area.tsx";
import { RosterLine } from "#web/ui/roster.tsx";

/** What is this person's alone, shown where the meter found the rest alike. */
const ownWords = (model: RoomModel, view: RowView): readonly TextMark[] => {
  if (!view.found.some(({ finding }) => finding.mend === "say-what-is-theirs")) return [];
  const rows = model.view.rows.map(({ row, fields }) => ({
    patientId: row.patientId,
    sentence: textOf(fields.sentence.value),
    earlier: row.earlierSentences,
  }));
  const own = meterRows(rows).find(({ patientId }) => patientId === view.row.patientId);
  return (own?.individual ?? []).map((span) => ({ ...span, kind: "own" as const }));
};

/** The one line that is theirs: text in every row, a field in the chosen one. */
export const LineCell = ({
  field,
  ...props
}: {
  readonly model: RoomModel;
  readonly view: RowView;
  readonly isWritten: boolean;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { model, view } = props;
  const { name, patientId } = view.row;
  if (!props.isWritten)
    return (
      <RosterLine
        text={textOf(view.fields.sentence.value)}
        placeholder={view.state === "open" ? "–" : ""}
      />
    );
  return (
    <RoomArea
      model={model}
      place={{ patientId, field: "sentence" }}
      label={t`Line of ${name}`}
      labelUnseen
      look="line"
      enterKeyHint="next"
      ref={field}
      maxLength={noteLimits.sentence}
      placeholder={t`What they did, said or decided`}
      marks={[...marksOf(view.found, "sentence"), ...ownWords(model, view)]}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    />
  );
};
