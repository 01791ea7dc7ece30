import { lookAtDatabase } from "#server/app/doctor/database-look.ts";
import type { Finding } from "#server/app/doctor/finding.ts";
import { lookAtMachine } from "#server/app/doctor/machine-look.ts";
import { lookAtProduct, lookAtSettings } from "#server/app/doctor/settings-look.ts";
import type { Settings } from "#server/app/settings.ts";

/** Looks at the machine, the settings, the product and the database, and says what to do about what is wrong. */
export const examine = async (settings: Settings): Promise<readonly Finding[]> => [
  ...(await lookAtMachine(settings)),
  ...lookAtSettings(settings),
  ...lookAtProduct(settings),
  ...(await lookAtDatabase(settings)),
];
