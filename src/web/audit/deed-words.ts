import { accessDeeds } from "#web/audit/access-deeds.ts";
import type { DeedWords } from "#web/audit/deed.ts";
import { operationsDeeds } from "#web/audit/operations-deeds.ts";
import { practiceDeeds } from "#web/audit/practice-deeds.ts";

/** Every verb that the API writes into the trail, in words. A test holds it against the list of routes. */
export const deedWords: DeedWords = { ...accessDeeds, ...practiceDeeds, ...operationsDeeds };
