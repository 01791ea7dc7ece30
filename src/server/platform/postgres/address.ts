import { superuser } from "./data-folder.ts";
import type { PostgresAddress } from "./embedded-postgres.ts";
import type { Passwords } from "./passwords.ts";
import { socketPort } from "./server-settings.ts";

/** Puts the connection URLs together from where PostgreSQL runs and the kept passwords. */
export const addressOf = (
  place: { version: number; dataDir: string; socketDir: string; pid: number },
  passwords: Passwords,
): PostgresAddress => {
  // The port is named because the driver would otherwise take PGPORT from the environment.
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@/${database}?host=${place.socketDir}&port=${socketPort}`;
  return {
    ...place,
    superUrl: (database) => url(superuser, passwords.super, database),
    ownerUrl: (database) => url("stepwell_owner", passwords.owner, database),
    appUrl: (database) => url("stepwell_app", passwords.app, database),
  };
};
