import { useEffect, useId } from "react";
import { createStore } from "#web/platform/store.ts";

export interface Registry<T> {
  readonly all: () => readonly T[];
  readonly useAll: () => readonly T[];
  readonly useAdd: (items: readonly T[]) => void;
}

/**
 * What the components that stand now have to offer: keys, commands. `signature` says when an item
 * became another; what it runs is always that of the latest rendering.
 */
export const createRegistry = <T>(signature: (item: T) => string): Registry<T> => {
  const lists = new Map<string, readonly T[]>();
  const version = createStore(0);
  const turn = (): void => version.set(version.get() + 1);
  const all = (): readonly T[] => [...lists.values()].flat();
  return {
    all,
    useAll: () => {
      version.use();
      return all();
    },
    useAdd: (items) => {
      const id = useId();
      const text = items.map(signature).join("\n");
      useEffect(() => {
        lists.set(id, items);
      });
      useEffect(() => {
        turn();
        return () => {
          lists.delete(id);
          turn();
        };
      }, [id, text]);
    },
  };
};
