import { createStore } from "#web/platform/store.ts";

/** The address typed on one of the outside screens, so that the next one need not ask for it again. In memory only. */
export const typedEmail = createStore("");
