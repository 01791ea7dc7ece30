/** The shapes of the codes of a contract, as schemas and forms look at them. Letters are capitals by then. */
export const codeShapes = {
  /** HCPCS level I or II: five characters such as `H0015` (45 CFR 162.1002(b)). */
  procedure: /^([A-Z]\d{4}|\d{4}[A-Z0-9])$/,
  /** Always four digits, leading zero included: `0906` (NUBC). */
  revenue: /^\d{4}$/,
  modifier: /^[A-Z0-9]{2}$/,
  twoDigits: /^\d{2}$/,
  /** The beginning of a diagnosis, written with the point: `F1`, `F33.1`. */
  diagnosis: /^[A-Z](\d([0-9A-Z](\.[0-9A-Z]{1,4})?)?)?$/,
} as const;
