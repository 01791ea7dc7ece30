/**
 * The longest that elements may be, by segment; the first number is for element 1, 0 where it is not checked
 * (X12 data element dictionary 005010, and CLM01 as the claim guides limit it).
 */
export const elementLimits: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    BHT: [4, 2, 50, 8, 8, 2],
    NM1: [3, 1, 60, 35, 25, 10, 10, 2, 80],
    N3: [55, 55],
    N4: [30, 2, 15, 3, 0, 0, 3],
    PER: [2, 60, 2, 256, 2, 256, 2, 256],
    REF: [3, 50],
    PRV: [3, 3, 50],
    DMG: [3, 35, 1],
    SBR: [1, 2, 50, 60, 3, 0, 0, 0, 2],
    PAT: [2],
    CLM: [20, 18],
    CL1: [1, 1, 2],
    DTP: [3, 3, 35],
    AMT: [3, 18],
    NTE: [3, 80],
    LX: [6],
    SV1: [0, 18, 2, 15, 2],
    SV2: [48, 0, 18, 2, 15],
    SVD: [80, 18, 0, 48, 15],
    CAS: [2, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15],
  }),
);
