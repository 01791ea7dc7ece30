/** Health care provider taxonomy (NUCC) of a person by the letters of a credential. */
const taxonomies: Readonly<Record<string, string>> = {
  MD: "2084P0800X",
  DO: "2084P0800X",
  PMHNP: "363LP0808X",
  PA: "363A00000X",
  PSY: "103TC0700X",
  LCSW: "1041C0700X",
  LICSW: "1041C0700X",
  LMSW: "104100000X",
  LMFT: "106H00000X",
  "LMFT-A": "106H00000X",
  LPC: "101YP2500X",
  LPCC: "101YP2500X",
  "LPC-A": "101YP2500X",
  LMHC: "101YM0800X",
  LADC: "101YA0400X",
  LCDC: "101YA0400X",
  CADC: "101YA0400X",
  CASAC: "101YA0400X",
  RN: "163WP0808X",
  OTR: "225X00000X",
  RD: "133V00000X",
  CPRS: "175T00000X",
  CCM: "171M00000X",
  INTERN: "390200000X",
};

const order = Object.keys(taxonomies);

/** What a clinician is to a payer, by the first of the letters above that they hold; null where none of them says it. */
export const taxonomyOfCredentials = (codes: readonly string[]): string | null => {
  const held = new Set(codes.map((code) => code.toUpperCase()));
  const first = order.find((code) => held.has(code));
  return first === undefined ? null : (taxonomies[first] ?? null);
};
