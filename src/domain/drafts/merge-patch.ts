/** Who writes and when. The account tells a writer's own later words from another's; a form says its window instead. */
export interface DraftWriter {
  readonly accountId: string | null;
  readonly name: string;
  readonly at: string;
}

/** What was written into a field that had changed under its writer: kept, and shown beside, until somebody settles it. */
export interface BesideWords<V> {
  readonly id: string;
  readonly value: V | null;
  readonly by: string;
  readonly at: string;
  readonly accountId: string | null;
}

/** A field as it is kept: besides what is shown, whose words are whose, and which patches were heard already. */
export interface KeptField<V> {
  readonly value: V | null;
  /** Grows by one with every patch that was taken; 0 is a field nobody has written. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  readonly beside: readonly BesideWords<V>[];
  readonly heard: readonly string[];
  /** The patch that said `value`, so that a device may go on from its own words. */
  readonly said?: string | undefined;
}

/** One change of one field. `id` is the device's own, so that sending it twice changes once. */
export interface FieldPatch<V> {
  readonly id: string;
  readonly value: V | null;
  /** The revision of the field that the writer saw; 0 where they saw nothing. */
  readonly baseRevision: number;
  /**
   * The patch of the same device that this one goes on from; null for a device that tells of it and has none. What it goes on
   * from is then said by this one, whether or not it has arrived; words of another device are never taken for it.
   */
  readonly follows?: string | null | undefined;
  /** Words beside that this patch has taken up or set aside. */
  readonly settles?: readonly string[] | undefined;
}

export interface MergedField<V> {
  readonly field: KeptField<V>;
  readonly outcome: "taken" | "beside" | "heard";
}

/** Devices send a patch again after a lost network, not after hundreds of others. */
const mostHeard = 100;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const emptyField = <V>(at: string): KeptField<V> => ({
  value: null,
  revision: 0,
  by: "",
  at,
  beside: [],
  heard: [],
});

/** Of the words beside those that this patch does not replace. */
const othersBeside = <V>(
  before: KeptField<V>,
  { settles = [], follows }: FieldPatch<V>,
  accountId: string | null,
): readonly BesideWords<V>[] =>
  before.beside.filter(
    (one) =>
      !settles.includes(one.id) &&
      one.id !== follows &&
      (follows !== undefined || one.accountId !== accountId),
  );

/**
 * One patch put into its field. It is taken when its writer saw the field as it is, or goes on from what they said themselves;
 * otherwise it is kept beside, where the next word of the same writer replaces it. A patch that was heard before changes nothing,
 * so that it may be sent again.
 */
export const mergePatch = <V>(
  field: KeptField<V> | undefined,
  patch: FieldPatch<V>,
  writer: DraftWriter,
): MergedField<V> => {
  const before = field ?? emptyField<V>(writer.at);
  if (before.heard.includes(patch.id)) return { field: before, outcome: "heard" };
  const { accountId, name: by, at } = writer;
  const { id, value, follows } = patch;
  const heardNow =
    typeof follows === "string" && !before.heard.includes(follows) ? [follows, id] : [id];
  const heard = [...before.heard, ...heardNow].slice(-mostHeard);
  const settled = before.beside.filter(
    (one) => !(patch.settles ?? []).includes(one.id) && one.id !== follows,
  );
  if (isSame(before.value, value))
    return { field: { ...before, heard, beside: settled }, outcome: "taken" };
  const goesOn = typeof follows === "string" && follows === before.said;
  if (goesOn || patch.baseRevision === before.revision)
    return {
      field: { value, revision: before.revision + 1, by, at, beside: settled, heard, said: id },
      outcome: "taken",
    };
  const beside = [...othersBeside(before, patch, accountId), { id, value, by, at, accountId }];
  return { field: { ...before, heard, beside }, outcome: "beside" };
};
