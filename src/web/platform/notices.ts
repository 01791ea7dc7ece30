import { createStore } from "#web/platform/store.ts";

export interface Undo {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "done" | "risk";
  readonly undo: Undo | undefined;
  /** What it speaks of; the sentence itself where nothing was said. */
  readonly about: string;
}

const notices = createStore<readonly Notice[]>([]);
let last = 0;
const shownSeconds = { done: 6, risk: 14, undo: 10 };

export const dismissNotice = (id: number): void => {
  notices.set(notices.get().filter((notice) => notice.id !== id));
};

/**
 * Says a sentence at the foot of the screen for a while; read aloud politely. At most three stand at once, the latest first. What is said later
 * about the same thing takes the place of what was said before: a failure does not stand beside the success that came after it.
 */
export const notify = (said: {
  text: string;
  tone?: "done" | "risk";
  undo?: Undo | undefined;
  seconds?: number;
  about?: string | undefined;
}): void => {
  const id = ++last;
  const { text, undo, tone = "done", about = text } = said;
  const rest = notices.get().filter((notice) => notice.about !== about);
  notices.set([{ id, text, tone, undo, about }, ...rest.slice(0, 2)]);
  const seconds = said.seconds ?? shownSeconds[undo ? "undo" : tone];
  setTimeout(() => dismissNotice(id), seconds * 1000);
};

export const shownNotices = (): readonly Notice[] => notices.get();

export const useNotices = (): readonly Notice[] => notices.use();
