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

/**
 * How many elements the claim guides use of a segment: what stands behind them is not used by 005010X222A1 and
 * 005010X223A2, most often because a delimiter stood in a name.
 */
export const elementCounts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    BHT: 6,
    NM1: 9,
    N3: 2,
    N4: 7,
    PER: 8,
    HL: 4,
    PRV: 3,
    SBR: 9,
    PAT: 9,
    DMG: 3,
    CLM: 20,
    CL1: 3,
    DTP: 3,
    PWK: 6,
    CN1: 6,
    AMT: 2,
    REF: 4,
    NTE: 2,
    HI: 12,
    CAS: 19,
    LX: 1,
    SV1: 15,
    SV2: 7,
    SVD: 6,
  }),
);
