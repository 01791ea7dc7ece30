import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { isSingle } from "#domain/scheduling/session.ts";
import { modalities } from "#domain/programs/modality.ts";
import { noteLimits, type SharedField } from "#domain/charting/note-fields.ts";
import { BesideNow } from "#web/charting/beside-now.tsx";
import { BesideWords } from "#web/charting/beside-words.tsx";
import { interventionWords } from "#web/charting/intervention-words.ts";
import { FoundIn, marksOf } from "#web/charting/room-findings.tsx";
import { RoomArea } from "#web/charting/room-area.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { isAllSigned, listOf, textOf, type RowView } from "#web/charting/room-view.ts";
import { sharedFieldWords, singleFieldWords } from "#web/charting/room-words.ts";
import { SaveState } from "#web/charting/save-state.tsx";
import { WriterMark } from "#web/charting/writer-mark.tsx";
import { Button } from "#web/ui/button.tsx";
import { WordChips } from "#web/ui/choice-bar.tsx";
import { FieldStack, NoteCard } from "#web/ui/note-card.tsx";
import { MarkedArea } from "#web/ui/marked-area.tsx";

type TextField = Exclude<SharedField, "interventions">;

/** With one person there is no group: the card then holds what may be said of the hour besides their line. */
const isAlone = ({ room }: RoomModel): boolean => isSingle(room.session.activity.format);

/** Signed already, or of one person whose note was signed without it. */
const isShut = ({ mayWrite, room, view }: RoomModel): boolean =>
  !mayWrite || room.shared.note !== null || isAllSigned(view);

const SharedText = (props: {
  readonly model: RoomModel;
  readonly name: TextField;
  readonly placeholder?: string;
}): ReactNode => {
  const { i18n } = useLingui();
  const { model, name } = props;
  const signed = model.room.shared.note;
  const field = model.view.shared[name];
  const text = signed ? (signed.fields[name] ?? "") : textOf(field.value);
  // What nobody wrote is no part of what was signed.
  if (signed && text === "") return null;
  const place = { patientId: null, field: name };
  const area = {
    label: i18n._((isAlone(model) ? singleFieldWords : sharedFieldWords)[name]),
    name,
    readOnly: isShut(model),
    marks: marksOf(model.view.sharedFound, name),
    maxLength: noteLimits[name],
    ...(props.placeholder !== undefined && { placeholder: props.placeholder }),
  };
  return (
    <FieldStack>
      {signed ? (
        <MarkedArea {...area} value={text} onChange={() => undefined} />
      ) : (
        <RoomArea {...area} model={model} place={place} />
      )}
      {!signed && (
        <>
          <FoundIn
            field={name}
            text={text}
            found={model.view.sharedFound}
            others={Math.max(0, model.view.attendedCount - 1)}
            onMend={(value) => model.write(place, value)}
            onLetStand={(found) => model.letStand(found.acknowledgement)}
          />
          <BesideWords
            field={field}
            onSettle={(value, settles) => model.write(place, value, settles)}
          />
        </>
      )}
    </FieldStack>
  );
};

/** So many words are offered before one is chosen; with each that is chosen fewer stand in the way. */
const commonWords = 5;

const Interventions = (props: { readonly model: RoomModel }): ReactNode => {
  const { t, i18n } = useLingui();
  const { model } = props;
  const [all, setAll] = useState(false);
  const signed = model.room.shared.note;
  const isReadOnly = isShut(model);
  const chosen = signed?.fields.interventions ?? listOf(model.view.shared.interventions.value);
  const own = model.room.session.activity.modality;
  const rest = [own, ...modalities.filter((one) => one !== own)].filter(
    (one) => !chosen.includes(one),
  );
  const offered = isReadOnly ? 0 : all ? rest.length : Math.max(0, commonWords - chosen.length * 2);
  const shown = [...chosen, ...rest.slice(0, offered)];
  const toggle = (value: string): void =>
    model.write(
      { patientId: null, field: "interventions" },
      chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
    );
  return (
    <WordChips
      label={t`Interventions`}
      isReadOnly={isReadOnly}
      words={shown.map((value) => ({ value, label: i18n._(interventionWords(value)) }))}
      chosen={chosen}
      onToggle={toggle}
      more={
        !isReadOnly && (
          <Button size="small" kind="quiet" onPress={() => setAll(!all)}>
            {all ? <Trans>Fewer</Trans> : <Trans>More</Trans>}
          </Button>
        )
      }
    />
  );
};

/** With one person the line is the note; this is only for what goes beyond it. */
const BelowAlone = ({ model }: { readonly model: RoomModel }): ReactNode => {
  if (model.room.shared.note !== null) return <Trans>Signed with the line.</Trans>;
  if (isShut(model)) return <Trans>Nothing was written besides the line.</Trans>;
  return <Trans>If there is more to say than the line. It is signed with it.</Trans>;
};

/** Into how many charts it goes, or went. */
const BelowGroup = ({ model }: { readonly model: RoomModel }): ReactNode => {
  const { attendedCount, signedCount } = model.view;
  if (model.room.shared.note !== null)
    return <Plural value={signedCount} one="Signed into # chart." other="Signed into # charts." />;
  if (attendedCount === 0) return <Trans>Goes into every chart. Name nobody here.</Trans>;
  return (
    <Plural
      value={attendedCount}
      one="Goes into # chart. Name nobody here."
      other="Goes into # charts. Name nobody here."
    />
  );
};

/** The part of the note that goes into every chart, and beneath it what stands beside the chosen row. */
export const SharedNoteCard = (props: {
  readonly model: RoomModel;
  readonly chosen: RowView | undefined;
  /** First names of others who write in the shared note now. */
  readonly writers: readonly string[];
}): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const alone = isAlone(model);
  return (
    <NoteCard
      title={alone ? t`About the session` : t`Shared note`}
      aside={
        props.writers.length > 0 ? (
          <WriterMark names={props.writers} />
        ) : (
          <SaveState model={model} />
        )
      }
      below={alone ? <BelowAlone model={model} /> : <BelowGroup model={model} />}
      foot={props.chosen && <BesideNow view={props.chosen} zone={model.room.session.zone} />}
    >
      <SharedText model={model} name="topic" placeholder={t`What it was about`} />
      <SharedText model={model} name="curriculum" placeholder={t`Module, if there is one`} />
      <FieldStack>
        <SharedText
          model={model}
          name="whatWeDid"
          placeholder={alone ? t`What you worked on together` : t`What you led the group through`}
        />
        <Interventions model={model} />
      </FieldStack>
      <SharedText
        model={model}
        name="howItWent"
        placeholder={alone ? t`The mood and the work` : t`The mood and the work of the whole group`}
      />
      <SharedText model={model} name="nextTime" placeholder={t`What comes next`} />
    </NoteCard>
  );
};
