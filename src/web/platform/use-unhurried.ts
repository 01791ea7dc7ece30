import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Store } from "#web/platform/store.ts";

/** So long after a letter the next one is awaited, and whatever changes is drawn by the way, a piece at a time. */
const writingMilliseconds = 1_000;
/** A pause between letters, in which the screen follows. */
const pauseMilliseconds = 150;
/** Whoever writes without a pause sees the screen follow this often. */
const longestMilliseconds = 1_000;

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  (key.length === 1 || key === "Backspace" || key === "Delete") && !ctrlKey && !metaKey && !altKey;

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/**
 * A value that a whole screen is drawn from. While somebody writes, the screen follows when they pause and not with each
 * letter, so that none of them waits for it; before they do anything else than writing it has caught up, so that what they do
 * meets what is so.
 */
export const useUnhurried = <T>(store: Store<T>): T => {
  const [shown, setShown] = useState(store.get);
  useEffect(() => {
    let writtenAt = Number.NEGATIVE_INFINITY;
    let behindSince: number | null = null;
    let later: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      clearTimeout(later);
      behindSince = null;
      setShown(() => store.get());
    };
    const follow = (): void => {
      const now = performance.now();
      if (now - writtenAt >= writingMilliseconds) {
        show();
        return;
      }
      behindSince ??= now;
      const pauseAt = Math.min(writtenAt + pauseMilliseconds, behindSince + longestMilliseconds);
      clearTimeout(later);
      if (now >= pauseAt) startTransition(show);
      else later = setTimeout(follow, pauseAt - now);
    };
    const noteWriting = (): void => {
      writtenAt = performance.now();
    };
    const catchUp = (event: Event): void => {
      if (event instanceof KeyboardEvent && isLetter(event) && isText(event.target)) return;
      writtenAt = Number.NEGATIVE_INFINITY;
      flushSync(show);
    };
    const stop = store.subscribe(follow);
    // Not as a field is left: until the next one has the focus nothing has it, and what is drawn then would take it for lost.
    const acts = ["pointerdown", "click", "keydown", "focusin"] as const;
    addEventListener("input", noteWriting, true);
    for (const act of acts) addEventListener(act, catchUp, true);
    follow();
    return () => {
      stop();
      clearTimeout(later);
      removeEventListener("input", noteWriting, true);
      for (const act of acts) removeEventListener(act, catchUp, true);
    };
  }, [store]);
  return shown;
};
