import { createStore } from "#web/platform/store.ts";

const minute = 60_000;
const now = createStore(new Date());
setInterval(() => now.set(new Date()), minute);

/** The present, renewed each minute, so that a screen left open over midnight says the right day. */
export const useNow = (): Date => now.use();
