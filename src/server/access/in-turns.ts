import { problem } from "#domain/contract/problem.ts";

/**
 * Lets so many acts run at once; so many others wait in the order they came, and what comes on top is turned away (`not-ready`)
 * before a flood fills the memory.
 */
export const inTurns = (most: { readonly atOnce: number; readonly waiting: number }) => {
  let running = 0;
  const waiting: (() => void)[] = [];

  const takeTurn = async (): Promise<void> => {
    if (running < most.atOnce) {
      running++;
      return;
    }
    if (waiting.length >= most.waiting) throw problem("not-ready");
    // Whoever ends hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  const endTurn = (): void => {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  };

  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    await takeTurn();
    try {
      return await act();
    } finally {
      endTurn();
    }
  };
};
