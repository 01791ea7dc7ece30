import type { DraftField, DraftValue } from "#domain/charting/note-draft.ts";
import type { KeptField } from "#domain/drafts/merge-patch.ts";

/** The field as it is shown: without accounts and without the ids of what was heard and said. */
export const shownField = ({
  heard: _,
  said: ___,
  ...field
}: KeptField<DraftValue>): DraftField => ({
  ...field,
  beside: field.beside.map(({ accountId: __, ...one }) => one),
});
