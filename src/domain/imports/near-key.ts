import { searchKey } from "#domain/patients/search-key.ts";

const letters = 3;

const beginningOf = (name: string): string =>
  [...searchKey(name).replaceAll(" ", "")].slice(0, letters).join("");

/**
 * How the two names of somebody begin, in the order of the alphabet: alike for `García, María` and `GARCIA, Maria-Luz`, and for
 * the two put down in the other's place.
 */
export const nearKey = (givenName: string, familyName: string): string =>
  [beginningOf(givenName), beginningOf(familyName)].toSorted().join(" ");
