import type { Input, Output } from "#domain/contract/route.ts";
import type { saveDraft } from "#domain/drafts/draft.api.ts";
import type { Draft } from "#domain/drafts/draft.ts";
import type { ElsewhereWord, FormPlace, TypedWords } from "#web/platform/draft-door.ts";

type Word = TypedWords[string];

interface WaitingPatch {
  readonly id: string;
  readonly word: Word | null;
  readonly baseRevision: number;
  readonly follows: string | null;
  readonly settles?: readonly string[];
  /** It was sent and may have arrived: from then on it is repeated as it is, until it is answered. */
  readonly isTried: boolean;
}

/** One field as this window knows it: what is typed, what the server had last, and what it has not heard yet. */
interface FileField {
  readonly word: Word | null;
  readonly at: string;
  readonly revision: number;
  /** The last patch this window made of it. */
  readonly said: string | null;
  readonly waiting: WaitingPatch | null;
}

/** One window's unsent words of one form, as they lie in the vault. */
export interface DraftFile {
  readonly id: string;
  readonly place: FormPlace;
  readonly fields: Readonly<Record<string, FileField>>;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const emptyField: FileField = { word: null, at: "", revision: 0, said: null, waiting: null };

export const newFile = (id: string, place: DraftFile["place"]): DraftFile => ({
  id,
  place,
  fields: {},
});

export interface Moment {
  readonly at: string;
  readonly newId: () => string;
}

/** A patch that says what is typed in a field now, going on from what this window said last. */
const patchFor = (field: FileField, newId: () => string): WaitingPatch => ({
  id: newId(),
  word: field.word,
  baseRevision: field.revision,
  follows: field.said,
  isTried: false,
});

const typedField = (before: FileField, word: Word | null, { at, newId }: Moment): FileField => {
  const field = { ...before, word, at };
  if (before.waiting?.isTried) return field;
  if (before.waiting !== null) return { ...field, waiting: { ...before.waiting, word } };
  const waiting = patchFor(field, newId);
  return { ...field, said: waiting.id, waiting };
};

/** The file after the form holds these words and no others. The same file where nothing differs. */
export const typedInto = (file: DraftFile, words: TypedWords, moment: Moment): DraftFile => {
  const names = new Set([...Object.keys(file.fields), ...Object.keys(words)]);
  const changed = [...names].flatMap((name): [string, FileField][] => {
    const before = file.fields[name] ?? emptyField;
    const word = words[name] ?? null;
    return isSame(before.word, word) ? [] : [[name, typedField(before, word, moment)]];
  });
  return changed.length === 0
    ? file
    : { ...file, fields: { ...file.fields, ...Object.fromEntries(changed) } };
};

export type Patches = Input<typeof saveDraft>["patches"];

const patchOf = (
  field: string,
  { settles, isTried: _, ...waiting }: WaitingPatch,
): Patches[number] => ({
  field,
  ...waiting,
  ...(settles && { settles: [...settles] }),
});

/** What the server has not heard yet. */
export const waitingIn = (file: DraftFile): Patches =>
  Object.entries(file.fields).flatMap(([field, { waiting }]) =>
    waiting === null ? [] : [patchOf(field, waiting)],
  );

/** What is typed in the form, by field. */
export const wordsIn = (file: DraftFile): TypedWords =>
  Object.fromEntries(
    Object.entries(file.fields).flatMap(([name, { word }]) =>
      word === null ? [] : [[name, word]],
    ),
  );

/** When the last word of it was typed; empty where there is none. */
export const lastTyped = (file: DraftFile): string =>
  Object.values(file.fields).reduce(
    (latest, { word, at }) => (word !== null && at > latest ? at : latest),
    "",
  );

type Saved = Output<typeof saveDraft>;

/** The file at the moment in which everything that waits is sent. */
export const triedNow = (file: DraftFile): DraftFile => ({
  ...file,
  fields: Object.fromEntries(
    Object.entries(file.fields).map(([name, field]) => [
      name,
      field.waiting === null ? field : { ...field, waiting: { ...field.waiting, isTried: true } },
    ]),
  ),
});

/**
 * The file after the server has answered to some patches. Where another window came first, the revision stays what this window
 * saw: what it types next is kept beside again, until the person has chosen. What was typed meanwhile waits to be said.
 */
export const answered = (
  file: DraftFile,
  sent: Patches,
  answer: Saved,
  newId: () => string,
): DraftFile => {
  const fields = Object.entries(file.fields).map(([name, field]): [string, FileField] => {
    const patch = sent.find((one) => one.field === name && one.id === field.waiting?.id);
    if (patch === undefined) return [name, field];
    const now = answer.fields[name];
    const isTaken = now !== undefined && isSame(patch.word, now.word);
    const heard = { ...field, waiting: null, revision: isTaken ? now.revision : field.revision };
    if (isSame(patch.word, field.word)) return [name, heard];
    const waiting = patchFor(heard, newId);
    return [name, { ...heard, said: waiting.id, waiting }];
  });
  return { ...file, id: answer.draftId, fields: Object.fromEntries(fields) };
};

const valueMark = "value";

/** Words typed elsewhere that differ from what stands here; what this window said a moment ago and has gone on from is not. */
export const elsewhereOf = (fields: Saved["fields"], file: DraftFile): readonly ElsewhereWord[] =>
  Object.entries(fields).flatMap(([field, { word, at, revision, elsewhere }]) => {
    const here = file.fields[field];
    const isKnownHere = here?.revision === revision;
    // Where this window came second, what stands in the field is what the other window says.
    const first =
      word === null || isKnownHere ? [] : [{ id: `${valueMark} ${revision}`, word, at }];
    const own = [here?.said, here?.waiting?.follows];
    return [...first, ...elsewhere]
      .filter((one) => !isSame(one.word.now, here?.word?.now) && !own.includes(one.id))
      .map((one) => ({ id: `${field} ${one.id}`, field, now: one.word.now, at: one.at }));
  });

/** The file after the person has chosen between what stands here and what they typed elsewhere (its id). */
export const settledIn = (
  file: DraftFile,
  { id, field: name }: Pick<ElsewhereWord, "id" | "field">,
  newId: () => string,
): DraftFile => {
  const field = file.fields[name];
  if (field === undefined) return file;
  const said = id.slice(name.length + 1);
  const isValue = said.startsWith(`${valueMark} `);
  const baseRevision = isValue ? Number(said.slice(valueMark.length + 1)) : field.revision;
  const patch = {
    id: newId(),
    word: field.word,
    baseRevision,
    follows: field.said,
    isTried: false,
    ...(isValue ? {} : { settles: [said] }),
  };
  const settled = { ...field, said: patch.id, waiting: patch };
  return { ...file, fields: { ...file.fields, [name]: settled } };
};

/** A file over what the server has, for a window that has nothing of its own. */
export const fileOf = (draft: Draft): DraftFile => ({
  id: draft.id,
  place: {
    route: draft.route,
    form: draft.form,
    recordId: draft.recordId,
    place: draft.place,
  },
  fields: Object.fromEntries(
    Object.entries(draft.fields).map(([name, { word, at, revision }]) => [
      name,
      { word, at, revision, said: null, waiting: null },
    ]),
  ),
});

/** The words of a file on this device over those of the server: what the server has not heard stands, all else is the server's. */
export const onTop = (file: DraftFile, draft: DraftFile): DraftFile => ({
  ...draft,
  fields: {
    ...draft.fields,
    ...Object.fromEntries(
      Object.entries(file.fields)
        .filter(([, { waiting }]) => waiting !== null)
        .map(([name, field]) => [
          name,
          { ...field, revision: Math.max(field.revision, draft.fields[name]?.revision ?? 0) },
        ]),
    ),
  },
});
