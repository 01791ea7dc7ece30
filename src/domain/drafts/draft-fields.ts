import { draftLimits } from "#domain/drafts/draft-limits.ts";
import type { BesideDraft, DraftField, Word } from "#domain/drafts/draft.ts";
import {
  mergePatch,
  type DraftWriter,
  type FieldPatch,
  type KeptField,
} from "#domain/drafts/merge-patch.ts";

export type KeptFields = Readonly<Record<string, KeptField<Word>>>;

export interface WordPatch extends Omit<FieldPatch<Word>, "value"> {
  readonly field: string;
  readonly word: Word | null;
}

/** The fields after one more patch. Nothing typed is nothing to keep beside. */
export const mergeWord = (
  fields: KeptFields,
  { field: name, word, ...patch }: WordPatch,
  writer: DraftWriter,
): KeptFields => {
  const { field } = mergePatch(fields[name], { ...patch, value: word }, writer);
  const beside = field.beside.filter((one) => one.value !== null);
  return { ...fields, [name]: { ...field, beside } };
};

/** True where something is still typed in one of the fields. */
export const holdsWords = (fields: KeptFields): boolean =>
  Object.values(fields).some((field) => field.value !== null || field.beside.length > 0);

/** True where a draft is no larger than a form can be. What was heard is not counted: it is ours. */
export const fitsDraft = (fields: KeptFields): boolean =>
  Object.keys(fields).length <= draftLimits.fields &&
  JSON.stringify(Object.values(fields).map(({ value, beside }) => [value, beside])).length <=
    draftLimits.draftCharacters;

/** A field as its own writer sees it. */
export const ownField = ({ value, revision, at, beside }: KeptField<Word>): DraftField => ({
  word: value,
  revision,
  at,
  elsewhere: beside.flatMap(({ id, value: word, at: typedAt }) =>
    word === null ? [] : [{ id, word, at: typedAt }],
  ),
});

/** The fields as somebody else sees them: what stands in them last, nothing of windows. */
export const fieldsBeside = (fields: KeptFields): NonNullable<BesideDraft["fields"]> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { value, at }]) =>
      value === null ? [] : [[name, { word: value, at }]],
    ),
  );
