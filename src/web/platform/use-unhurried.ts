import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Store } from "#web/platform/store.ts";

/** So long after a letter the next one is awaited, and whatever changes is drawn in between the letters. */
const writingMilliseconds = 1_000;

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  (key.length === 1 || key === "Backspace" || key === "Delete") && !ctrlKey && !metaKey && !altKey;

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/**
 * A value that a whole screen is drawn from. While somebody writes, the screen follows between the letters, so that none of
 * them waits for it; before they do anything else than writing it has caught up, so that what they do meets what is so.
 */
export const useUnhurried = <T>(store: Store<T>): T => {
  const [shown, setShown] = useState(store.get);
  useEffect(() => {
    let writtenAt = Number.NEGATIVE_INFINITY;
    const follow = (): void => {
      const show = (): void => setShown(() => store.get());
      if (performance.now() - writtenAt < writingMilliseconds) startTransition(show);
      else show();
    };
    const noteWriting = (): void => {
      writtenAt = performance.now();
    };
    const catchUp = (event: Event): void => {
      if (event instanceof KeyboardEvent && isLetter(event) && isText(event.target)) return;
      writtenAt = Number.NEGATIVE_INFINITY;
      flushSync(() => setShown(() => store.get()));
    };
    const stop = store.subscribe(follow);
    const acts = ["pointerdown", "keydown", "focusout"] as const;
    addEventListener("input", noteWriting, true);
    for (const act of acts) addEventListener(act, catchUp, true);
    follow();
    return () => {
      stop();
      removeEventListener("input", noteWriting, true);
      for (const act of acts) removeEventListener(act, catchUp, true);
    };
  }, [store]);
  return shown;
};
