/** What a column holds, each once and in order, as the choices of its filter. */
export const namesOf = <Row>(
  rows: readonly Row[],
  of: (row: Row) => string | null,
): { readonly value: string; readonly label: string }[] =>
  [...new Set(rows.flatMap((row) => of(row) ?? []))]
    .filter((name) => name !== "")
    .toSorted()
    .map((name) => ({ value: name, label: name }));
