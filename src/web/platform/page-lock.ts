/** Holds a name for as long as this page lives, or until it is let go: other pages of this browser see that it is held. */
export const holdWhileHere = (name: string): (() => void) => {
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks?.request(name, () => until).catch(() => undefined);
  return letGo;
};

/**
 * Answers true as soon as nobody else holds the name; it is then this page's for good. Without waiting it answers false where
 * somebody does. A browser without such locks has one page at a time for all we know.
 */
export const holdOrWait = (name: string, wait: boolean): Promise<boolean> =>
  new Promise((resolve) => {
    if (!("locks" in navigator)) {
      resolve(!wait);
      return;
    }
    const held = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    };
    void navigator.locks.request(name, { ifAvailable: !wait }, held).catch(() => resolve(false));
  });
