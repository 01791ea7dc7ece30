/** A stretch of time in milliseconds since 1970: its first moment belongs to it, its last does not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of `stretch` lies within `bounds`; null where nothing does. */
export const within = (stretch: Stretch, bounds: Stretch): Stretch | null => {
  const from = Math.max(stretch.from, bounds.from);
  const to = Math.min(stretch.to, bounds.to);
  return from < to ? { from, to } : null;
};

/** True while a moment lies in one of these stretches. */
export const covers = (stretches: readonly Stretch[], moment: number): boolean =>
  stretches.some(({ from, to }) => from <= moment && moment < to);

/** The parts of `whole` between any two boundaries of `cuts`: in each part nothing changes. */
export const cutAt = (whole: Stretch, cuts: readonly number[]): readonly Stretch[] => {
  const inside = [...new Set(cuts.filter((cut) => whole.from < cut && cut < whole.to))];
  const edges = [whole.from, ...inside.toSorted((a, b) => a - b), whole.to];
  return edges.slice(1).map((to, place) => ({ from: edges[place] ?? to, to }));
};

/** The moments at which these stretches begin and end. */
export const edgesOf = (stretches: readonly Stretch[]): number[] =>
  stretches.flatMap(({ from, to }) => [from, to]);
