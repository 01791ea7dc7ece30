import { createStore } from "#web/platform/store.ts";

/** Why work has stopped until the person shows who they are. */
export type GateReason = "signed-out" | "confirmation-needed";

interface Waiting {
  readonly reason: GateReason;
  readonly settle: (passed: boolean) => void;
}

const waiting = createStore<readonly Waiting[]>([]);

/**
 * Holds a refused request until the person signed in again or confirmed, so that nothing typed is
 * lost. Resolves to false when they turned away.
 */
export const passGate = (reason: GateReason): Promise<boolean> =>
  new Promise((resolve) => {
    waiting.set([...waiting.get(), { reason, settle: resolve }]);
  });

/** Lets everything that waits for this reason go on, or tells it that the person turned away. */
export const settleGate = (reason: GateReason, passed: boolean): void => {
  const all = waiting.get();
  waiting.set(all.filter((one) => one.reason !== reason));
  for (const one of all) if (one.reason === reason) one.settle(passed);
};

/** True while any request waits. */
export const isGateOpen = (): boolean => waiting.get().length > 0;

/** The gate to show now, if any: signing in again comes before confirming. */
export const useGate = (): GateReason | null => {
  const all = waiting.use();
  return all.find((one) => one.reason === "signed-out")?.reason ?? all[0]?.reason ?? null;
};
