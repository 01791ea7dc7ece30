import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { NoteState } from "#domain/charting/member-note.ts";
import { noteStateMeanings, noteStateWords } from "#web/charting/note-words.ts";
import { Chip } from "#web/ui/chip.tsx";

/** Where a note stands, in a word with a shape. */
export const NoteChip = (props: { readonly state: NoteState }): ReactNode => {
  const { i18n } = useLingui();
  const meaning = noteStateMeanings[props.state];
  return (
    <Chip {...(meaning !== undefined && { meaning })}>{i18n._(noteStateWords[props.state])}</Chip>
  );
};
