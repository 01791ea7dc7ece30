/** From one time to another as people write it: `6:00–9:00 PM`, `9:00 AM–12:00 PM`. */
export const spanOf = (from: string, to: string): string => {
  const [, half] = /\s([AP]M)$/u.exec(from) ?? [];
  return half !== undefined && to.endsWith(half)
    ? `${from.slice(0, -half.length).trimEnd()}–${to}`
    : `${from}–${to}`;
};
