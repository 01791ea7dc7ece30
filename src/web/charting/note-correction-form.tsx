import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { correctNote } from "#domain/charting/member-note.api.ts";
import type { MemberNote } from "#domain/charting/member-note.ts";
import {
  participations,
  progresses,
  responses,
  risks,
  type Participation,
  type Progress,
  type Response,
  type Risk,
} from "#domain/charting/note-fields.ts";
import { noteWords } from "#web/charting/note-words.ts";
import {
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** What the fields hold: the choices of the signed note, each of which may become another. */
type CorrectionValues = {
  readonly participation: Participation | "";
  readonly response: Response | "";
  readonly progress: Progress | "";
  readonly risk: Risk | "";
  readonly nextStep: string;
  readonly sentence: string;
  readonly reason: string;
};

const valuesOf = ({ part }: MemberNote): CorrectionValues => {
  const { participation, response, progress, risk, nextStep, sentence } = part;
  return {
    participation,
    response,
    progress,
    risk,
    nextStep: nextStep ?? "",
    sentence,
    reason: "",
  };
};

/** A choice has no empty answer here; what is empty nevertheless stays as it was signed. */
const partOf = ({ part }: MemberNote, values: CorrectionValues): MemberNote["part"] => ({
  objectiveId: part.objectiveId,
  participation: values.participation || part.participation,
  response: values.response || part.response,
  progress: values.progress || part.progress,
  risk: values.risk || part.risk,
  nextStep: values.nextStep,
  sentence: values.sentence,
});

/** Signs a corrected note in the place of this one; this one is kept. */
export const NoteCorrectionForm = (props: {
  readonly note: MemberNote;
  readonly onClose: () => void;
  /** The note that stands in the place of this one. */
  readonly onCorrected: (noteId: string) => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { note } = props;
  const act = useAct(correctNote, {
    done: t`Corrected and signed.`,
    words: noteWords,
    failureShownInPlace: true,
    changes: ["session"],
    onDone: (corrected) => props.onCorrected(corrected.id),
  });
  const form = useForm({
    id: `note-correction-${note.id}`,
    initial: valuesOf(note),
    act,
    toInput: (values) => ({
      noteId: note.id,
      part: partOf(note, values),
      reason: values.reason,
    }),
    check: ({ sentence, reason }) =>
      missingOf({ sentence: sentence.trim(), reason: reason.trim() }, ["sentence", "reason"]),
  });
  const choices = <Value extends string>(
    values: readonly Value[],
    words: Readonly<Record<Value, MessageDescriptor>>,
  ) => values.map((value) => ({ value, label: i18n._(words[value]) }));
  return (
    <PanelForm form={form} submit={<Trans>Sign correction</Trans>} onClose={props.onClose}>
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
      <TextArea label={t`Next step`} rows={2} optional {...form.field("nextStep")} />
      <TextArea label={t`Why it is corrected`} rows={2} {...form.field("reason")} />
    </PanelForm>
  );
};
