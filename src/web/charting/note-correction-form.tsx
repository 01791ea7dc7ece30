import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MemberNote } from "#domain/charting/member-note.ts";
import { participations, progresses, responses, risks } from "#domain/charting/note-fields.ts";
import { MinutesToCome } from "#web/charting/note-minutes.tsx";
import { FoundIn } from "#web/charting/room-findings.tsx";
import {
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { commentOn, useCorrection } from "#web/charting/use-correction.ts";
import { FieldRow } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** Signs a corrected note in the place of this one; this one is kept. */
export const NoteCorrectionForm = (props: {
  readonly note: MemberNote;
  readonly onClose: () => void;
  /** The note that stands in the place of this one. */
  readonly onCorrected: (noteId: string) => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { note } = props;
  const { form, found, objectives, letStand } = useCorrection(note, props.onCorrected);
  const comment = commentOn(note);
  const choices = <Value extends string>(
    values: readonly Value[],
    words: Readonly<Record<Value, MessageDescriptor>>,
  ) => values.map((value) => ({ value, label: i18n._(words[value]) }));
  const foundIn = (field: "attendance" | "sentence" | "nextStep"): ReactNode => (
    <FoundIn
      field={field}
      text={field === "attendance" ? "" : form.values[field]}
      found={found}
      others={0}
      onMend={(text) => form.set({ [field]: text })}
      onLetStand={({ acknowledgement }) => letStand(acknowledgement)}
    />
  );
  return (
    <PanelForm form={form} submit={<Trans>Sign correction</Trans>} onClose={props.onClose}>
      {comment !== undefined && (
        <Note meaning="held">
          {comment.by}: {comment.words}
        </Note>
      )}
      <MinutesToCome note={note} />
      {foundIn("attendance")}
      <SelectField label={t`Objective`} choices={objectives} {...form.field("objectiveId")} />
      <FieldRow>
        <SelectField
          label={t`Took part`}
          choices={choices(participations, participationWords)}
          {...form.field("participation")}
        />
        <SelectField
          label={t`Response`}
          choices={choices(responses, responseWords)}
          {...form.field("response")}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t`Progress`}
          choices={choices(progresses, progressWords)}
          {...form.field("progress")}
        />
        <SelectField label={t`Risk`} choices={choices(risks, riskWords)} {...form.field("risk")} />
      </FieldRow>
      <TextArea label={t`Sentence`} rows={4} {...form.field("sentence")} />
      {foundIn("sentence")}
      <TextArea label={t`Next step`} rows={2} optional {...form.field("nextStep")} />
      {foundIn("nextStep")}
      <TextArea label={t`Why it is corrected`} rows={2} {...form.field("reason")} />
    </PanelForm>
  );
};
