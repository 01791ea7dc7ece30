import { useEffect, useId } from "react";
import type { Nearness } from "#web/platform/nearness.ts";
import { createStore } from "#web/platform/store.ts";

const nowhere = new Set<string>();
const onItsWay = new Set<string>();

/** The question that stands: whether to leave what is not saved. */
const question = createStore<((leave: boolean) => void) | null>(null);

const hasUnsaved = (): boolean => nowhere.size > 0;

/**
 * Asks before something that is kept nowhere is left behind: another screen, another organization, signing out.
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
export const leaveUnsaved = (): void => {
  nowhere.clear();
  onItsWay.clear();
};

// Closing the page would cut off what is on its way; another screen of it would not.
addEventListener("beforeunload", (event) => {
  if (hasUnsaved() || onItsWay.size > 0) event.preventDefault();
});

/** Says how far what is typed here has come, so that leaving asks first where something would be lost. */
export const useUnsaved = (nearness: Nearness): void => {
  const id = useId();
  useEffect(() => {
    if (nearness === "nowhere") nowhere.add(id);
    if (nearness === "on-its-way") onItsWay.add(id);
    return () => {
      nowhere.delete(id);
      onItsWay.delete(id);
    };
  }, [id, nearness]);
};
