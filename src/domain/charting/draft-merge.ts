import type { Beside, DraftField, DraftPatch, DraftValue } from "#domain/charting/note-draft.ts";

/** Who writes, when, and over which account: the account tells a person's own later words from somebody else's. */
export interface DraftWriter {
  readonly accountId: string | null;
  readonly name: string;
  readonly at: string;
}

/** A field as it is kept: besides what is shown, whose words are whose, and which patches were heard already. */
export interface KeptField extends Omit<DraftField, "beside"> {
  readonly beside: readonly (Beside & { readonly accountId: string | null })[];
  readonly heard: readonly string[];
}

/** Devices send a patch again after a lost network, not after hundreds of others. */
const mostHeard = 100;

const isSame = (one: DraftValue, other: DraftValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const emptyField = (at: string): KeptField => ({
  value: null,
  revision: 0,
  by: "",
  at,
  beside: [],
  heard: [],
});

/**
 * One patch put into its field. It is taken when its writer saw the field as it is; otherwise it is kept beside, where the next
 * word of the same person replaces it. A patch that was heard before changes nothing, so that it may be sent again.
 */
export const mergePatch = (
  field: KeptField | undefined,
  patch: Pick<DraftPatch, "id" | "baseRevision" | "settles"> & { readonly value: DraftValue },
  writer: DraftWriter,
): { readonly field: KeptField; readonly outcome: "taken" | "beside" | "heard" } => {
  const before = field ?? emptyField(writer.at);
  if (before.heard.includes(patch.id)) return { field: before, outcome: "heard" };
  const heard = [...before.heard, patch.id].slice(-mostHeard);
  const settled = before.beside.filter((one) => !(patch.settles ?? []).includes(one.id));
  if (isSame(before.value, patch.value))
    return { field: { ...before, heard, beside: settled }, outcome: "taken" };
  if (patch.baseRevision === before.revision)
    return {
      field: {
        value: patch.value,
        revision: before.revision + 1,
        by: writer.name,
        at: writer.at,
        beside: settled,
        heard,
      },
      outcome: "taken",
    };
  const { accountId, name: by, at } = writer;
  const others = settled.filter((one) => one.accountId !== accountId);
  const late = { id: patch.id, value: patch.value, by, at, accountId };
  return { field: { ...before, heard, beside: [...others, late] }, outcome: "beside" };
};

/** The field as it is shown: without accounts and without the ids of what was heard. */
export const shownField = ({ heard: _, ...field }: KeptField): DraftField => ({
  ...field,
  beside: field.beside.map(({ accountId: __, ...one }) => one),
});
