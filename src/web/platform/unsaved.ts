import { useEffect, useId } from "react";
import { createStore } from "#web/platform/store.ts";

const dirty = new Set<string>();

/** The question that stands: whether to leave what is not saved. */
const question = createStore<((leave: boolean) => void) | null>(null);

const hasUnsaved = (): boolean => dirty.size > 0;

/**
 * Asks before something unsaved is left behind: another screen, another organization, signing out.
 * Resolves at once to true where nothing is.
 */
export const askBeforeLeaving = (): Promise<boolean> => {
  if (!hasUnsaved()) return Promise.resolve(true);
  return new Promise((resolve) => {
    question.get()?.(false);
    question.set((leave) => {
      question.set(null);
      if (leave) leaveUnsaved();
      resolve(leave);
    });
  });
};

/** How to answer the question that stands, or null where none does. */
export const useLeaveQuestion = (): ((leave: boolean) => void) | null => question.use();

/** Forgets every unsaved mark: the person chose to leave. */
export const leaveUnsaved = (): void => dirty.clear();

addEventListener("beforeunload", (event) => {
  if (hasUnsaved()) event.preventDefault();
});

/** Marks this form as holding something unsaved, so that leaving asks first. */
export const useUnsaved = (isDirty: boolean): void => {
  const id = useId();
  useEffect(() => {
    if (isDirty) dirty.add(id);
    return () => {
      dirty.delete(id);
    };
  }, [id, isDirty]);
};
