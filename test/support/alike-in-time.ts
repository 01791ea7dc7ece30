const fewestPairs = 12;
const mostPairs = 48;

/** Of acts that are alike, each is the slower one about as often as the other. */
const leastShare = 0.2;

const timeOf = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

/**
 * True when neither of two acts is always the slower one. They are timed in pairs, in turns, so that whatever else the machine does
 * meets both; a difference larger than its noise shows in nearly every pair.
 */
export const areAlikeInTime = async (
  one: (run: number) => Promise<unknown>,
  other: (run: number) => Promise<unknown>,
): Promise<boolean> => {
  let slower = 0;
  for (let pair = 1; pair <= mostPairs; pair++) {
    const isFirst = pair % 2 === 0;
    const before = isFirst ? await timeOf(() => one(pair)) : undefined;
    const ofOther = await timeOf(() => other(pair));
    const ofOne = before ?? (await timeOf(() => one(pair)));
    if (ofOne > ofOther) slower++;
    if (pair >= fewestPairs && Math.min(slower, pair - slower) / pair >= leastShare) return true;
  }
  return false;
};
