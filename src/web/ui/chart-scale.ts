/** The smallest of 1, 2, 5, 10, 20, 50 … that is at least so much: the step of an axis of counted things. */
const roundStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power;
};

/** Where the lines of an axis stand: round whole numbers from zero to `most` or above, at most `lines` of them. */
export const axisLines = (most: number, lines = 6): readonly number[] => {
  const top = Number.isFinite(most) ? Math.max(1, Math.ceil(most)) : 1;
  const step = roundStep(top / (lines - 1));
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, line) => line * step);
};

/** True for the columns whose name is written where there is room for `room` of them; the last one always is. */
export const isNamed = (place: number, count: number, room: number): boolean =>
  (count - 1 - place) % Math.max(1, Math.ceil(count / room)) === 0;

/** Neighbours that follow each other without a gap: what a line may connect. */
export const runsOf = <Point>(points: readonly (Point | null)[]): Point[][] => {
  const runs: Point[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point !== null && isOpen) runs.at(-1)?.push(point);
    if (point !== null && !isOpen) runs.push([point]);
    isOpen = point !== null;
  }
  return runs;
};

/** Which points carry their value: the first and the last, and only the last where both would stand upon each other. */
export const labelledEnds = <Point extends { readonly at: number }>(
  known: readonly Point[],
  nearest = 0.12,
): readonly Point[] => {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  return last.at - first.at < nearest ? [last] : [first, last];
};
