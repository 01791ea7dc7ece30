/** What a line is billed by: `0905 S9480 HF`, a revenue code alone, or a procedure with its modifiers. */
export const sayCodes = (line: {
  readonly procedure: string | null;
  readonly modifiers: readonly string[];
  readonly revenueCode: string | null;
}): string =>
  [line.revenueCode, line.procedure, ...line.modifiers].filter((code) => code !== null).join(" ");
