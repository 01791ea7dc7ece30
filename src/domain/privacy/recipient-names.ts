const folded = (name: string): string =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();

/** Whether one of these names is this one, however it is written: accents, capitals and spaces make no other name. */
export const isNamedAmong = (names: readonly string[], name: string): boolean =>
  names.some((one) => folded(one) === folded(name));
