/** How much one person may leave unsent: more than anybody types, less than anybody could fill a disk with. */
export const draftLimits = { fields: 120, draftCharacters: 80_000, openDrafts: 300 } as const;

/** True where a value is no deeper and, written as JSON, no longer than allowed. Looks at depth first: what is too deep is not written. */
export const isSmall = (
  value: unknown,
  limit: { readonly characters: number; readonly depth: number },
): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit.depth) return false;
    level = level.flatMap((one): unknown[] =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
  }
  return (JSON.stringify(value) ?? "").length <= limit.characters;
};
