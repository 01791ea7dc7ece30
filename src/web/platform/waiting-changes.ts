import { useEffect, useId } from "react";
import { createStore } from "#web/platform/store.ts";

const counts = new Map<string, number>();
const total = createStore(0);

/** How many changes of this device have not reached the server yet. */
export const useWaitingCount = (): number => total.use();

/** Says how many changes of this screen wait for the network; shown in the strip above the work. */
export const useWaiting = (count: number): void => {
  const id = useId();
  useEffect(() => {
    const say = (): void => total.set([...counts.values()].reduce((sum, one) => sum + one, 0));
    counts.set(id, count);
    say();
    return () => {
      counts.delete(id);
      say();
    };
  }, [id, count]);
};
