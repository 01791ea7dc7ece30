type Values = Readonly<Record<string, unknown>>;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Fields whose value in `values` is another than in `base`, by name. */
export const changedNames = (values: Values, base: Values): readonly string[] =>
  Object.keys(values).filter((name) => !isSame(values[name], base[name]));

/** What differs from `base`: the fields to send, so that a change touches nothing that nobody changed here. */
export const changedFields = <F extends object>(facts: F, base: F): Partial<F> =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !isSame(value, base[name as keyof F])),
  ) as Partial<F>;

/**
 * Where a form stands against a newer version of its record. `was` is what both started from, `theirs` what the record
 * says now, `mine` what is typed. Fields only they changed follow theirs; fields both changed to different values are
 * undecided until the person has chosen (`isKept`: chose their own).
 */
export const threeSides = <V extends Values>(
  sides: { readonly was: V; readonly theirs: V; readonly mine: V },
  isKept: (name: string) => boolean,
): { readonly following: readonly string[]; readonly undecided: readonly string[] } => {
  const { was, theirs, mine } = sides;
  const isMine = (name: string): boolean => !isSame(mine[name], was[name]);
  const changedByThem = changedNames(theirs, was);
  return {
    following: changedByThem.filter((name) => !isMine(name)),
    undecided: changedByThem.filter(
      (name) => isMine(name) && !isSame(mine[name], theirs[name]) && !isKept(name),
    ),
  };
};
