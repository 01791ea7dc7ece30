import { createStore } from "#web/platform/store.ts";

/** Since when this device has no network; null while it has. */
const offlineSince = createStore<Date | null>(navigator.onLine ? null : new Date());

addEventListener("online", () => offlineSince.set(null));
addEventListener("offline", () => offlineSince.set(offlineSince.get() ?? new Date()));

export const useOfflineSince = (): Date | null => offlineSince.use();
