import type { Actor } from "#domain/access/actor.ts";
import { permissions } from "#domain/access/permissions.ts";

/** A named part of the system at work by itself: the trail shows its name. */
export const systemActor = (name: string): Actor => ({
  kind: "system",
  accountId: null,
  sessionId: null,
  name,
  permissions: new Set(permissions),
  signingUntil: null,
});

/** An operator at a terminal of the machine: reaches what the machine's own administrator reaches. */
export const commandLineActor = (userName: string): Actor => ({
  ...systemActor(`${userName} at the command line`),
  kind: "command-line",
});
