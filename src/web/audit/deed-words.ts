import { accessDeeds } from "#web/audit/access-deeds.ts";
import { billingDeeds } from "#web/audit/billing-deeds.ts";
import { contractDeeds } from "#web/audit/contract-deeds.ts";
import type { DeedWords } from "#web/audit/deed.ts";
import { exportDeeds } from "#web/audit/export-deeds.ts";
import { importDeeds } from "#web/audit/import-deeds.ts";
import { noteDeeds } from "#web/audit/notes-deeds.ts";
import { measureDeeds } from "#web/audit/measures-deeds.ts";
import { operationsDeeds } from "#web/audit/operations-deeds.ts";
import { patientDeeds } from "#web/audit/patients-deeds.ts";
import { programDeeds } from "#web/audit/programs-deeds.ts";
import { practiceDeeds } from "#web/audit/practice-deeds.ts";
import { scheduleDeeds } from "#web/audit/schedule-deeds.ts";
import { stayDeeds } from "#web/audit/stays-deeds.ts";

/** Every verb that the API writes into the trail, in words. A test holds it against the list of routes. */
export const deedWords: DeedWords = {
  ...accessDeeds,
  ...practiceDeeds,
  ...programDeeds,
  ...patientDeeds,
  ...noteDeeds,
  ...stayDeeds,
  ...contractDeeds,
  ...billingDeeds,
  ...scheduleDeeds,
  ...measureDeeds,
  ...exportDeeds,
  ...importDeeds,
  ...operationsDeeds,
};
