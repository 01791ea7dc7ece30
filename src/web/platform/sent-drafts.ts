type Listener = (draftId: string) => void;

const listeners = new Set<Listener>();

/** Said when the words of a draft took effect, wherever they were typed. */
export const saySent = (draftId: string): void => {
  for (const listener of listeners) listener(draftId);
};

/** Hears of drafts whose words took effect. Returns how to stop. */
export const hearSent = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
