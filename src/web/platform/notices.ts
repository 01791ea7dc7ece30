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
}

const notices = createStore<readonly Notice[]>([]);
let last = 0;
const shownSeconds = { done: 6, risk: 14, undo: 10 };

export const dismissNotice = (id: number): void => {
  notices.set(notices.get().filter((notice) => notice.id !== id));
};

/** Says a sentence at the foot of the screen for a while; read aloud politely. At most three stand at once. */
export const notify = (said: {
  text: string;
  tone?: "done" | "risk";
  undo?: Undo | undefined;
  seconds?: number;
}): void => {
  const id = ++last;
  const tone = said.tone ?? "done";
  const rest = notices.get().filter((notice) => notice.text !== said.text);
  notices.set([...rest.slice(-2), { id, text: said.text, tone, undo: said.undo }]);
  const seconds = said.seconds ?? (said.undo ? shownSeconds.undo : shownSeconds[tone]);
  setTimeout(() => dismissNotice(id), seconds * 1000);
};

export const useNotices = (): readonly Notice[] => notices.use();
