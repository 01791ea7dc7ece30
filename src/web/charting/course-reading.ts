interface Scored {
  readonly on: string;
  readonly score: number;
}

/** How the last score of a course stands; a higher score is worse. */
export interface CourseReading {
  /** Points fewer than at first; negative where there are more. */
  readonly better: number;
  /** The best answer, where it came after the first and what was won since is lost again by a change that means something. */
  readonly lostSince: { readonly on: string; readonly points: number } | null;
}

/** Null for fewer than two scores. Whoever was well in between and is not now did not stay the same. */
export const readingOf = (
  scores: readonly Scored[],
  meaningfulChange: number,
): CourseReading | null => {
  const [first, last] = [scores[0], scores.at(-1)];
  if (first === undefined || last === undefined || scores.length < 2) return null;
  const best = scores.reduce((low, one) => (one.score <= low.score ? one : low), first);
  const points = last.score - best.score;
  return {
    better: first.score - last.score,
    lostSince:
      best.score < first.score && points >= meaningfulChange ? { on: best.on, points } : null,
  };
};
