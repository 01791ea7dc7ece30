import { useSyncExternalStore } from "react";

export interface Store<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly use: () => T;
  /** Hears of every change until the answer is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** One value that lives outside the component tree and that components can follow. */
export const createStore = <T>(initial: T): Store<T> => {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = (): T => value;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    subscribe,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  };
};

/** A word, a number or a yes read out of a value: whoever follows it hears of nothing else. */
export const useStorePart = <T, P extends string | number | boolean | null>(
  store: Store<T>,
  read: (value: T) => P,
): P => useSyncExternalStore(store.subscribe, () => read(store.get()));
