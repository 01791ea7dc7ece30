import { lookAtBackups } from "#server/app/doctor/backup-look.ts";
import { lookAtDatabase } from "#server/app/doctor/database-look.ts";
import type { Finding } from "#server/app/doctor/finding.ts";
import { lookAtMachine } from "#server/app/doctor/machine-look.ts";
import { lookAtProduct, lookAtSettings } from "#server/app/doctor/settings-look.ts";
import type { Settings } from "#server/app/settings.ts";
import { systemClock } from "#server/platform/clock.ts";

/** Looks at the machine, the settings, the product, the database and its backups, and says what to do about what is wrong. */
export const examine = async (settings: Settings): Promise<readonly Finding[]> => [
  ...(await lookAtMachine(settings)),
  ...lookAtSettings(settings),
  ...lookAtProduct(settings),
  ...(await lookAtDatabase(settings)),
  ...lookAtBackups(settings, systemClock.now()),
];
