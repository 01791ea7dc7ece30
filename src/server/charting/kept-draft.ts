import { z } from "zod";
import {
  besideSchema,
  draftFieldSchema,
  type DraftValue,
  type MemberDraft,
  type SharedDraft,
} from "#domain/charting/note-draft.ts";
import {
  memberFields,
  noteFieldSchema,
  sharedFields,
  type NoteField,
} from "#domain/charting/note-fields.ts";
import { shownField } from "#domain/charting/shown-field.ts";
import type { KeptField } from "#domain/drafts/merge-patch.ts";

const keptFieldsSchema = z.partialRecord(
  noteFieldSchema,
  z.object({
    ...draftFieldSchema.shape,
    beside: z.array(z.object({ ...besideSchema.shape, accountId: z.uuid().nullable() })),
    heard: z.array(z.string()),
    said: z.string().optional(),
  }),
);
export type KeptFields = Partial<Record<NoteField, KeptField<DraftValue>>>;

/** What a row of `note_draft` holds. */
export const keptFieldsOf = (stored: unknown): KeptFields => keptFieldsSchema.parse(stored);

interface StoredPart {
  readonly revision: number;
  readonly fields: unknown;
}

const shown = <Field extends NoteField>(kept: KeptFields, names: readonly Field[]) => {
  const fields: Partial<Record<Field, ReturnType<typeof shownField>>> = {};
  for (const name of names) {
    const field = kept[name];
    if (field !== undefined) fields[name] = shownField(field);
  }
  return fields;
};

/** The shared part of a draft as the screen gets it; revision 0 is one nobody has written. */
export const sharedDraftOf = (part: StoredPart | null): SharedDraft =>
  part === null
    ? { revision: 0, fields: {} }
    : { revision: part.revision, fields: shown(keptFieldsOf(part.fields), sharedFields) };

export const memberDraftOf = (part: StoredPart | null): MemberDraft =>
  part === null
    ? { revision: 0, fields: {} }
    : { revision: part.revision, fields: shown(keptFieldsOf(part.fields), memberFields) };
