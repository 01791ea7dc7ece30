import type { Temporal } from "temporal-polyfill";
import {
  deleteDevices,
  deleteLinks,
  deletePauses,
  deleteSessions,
} from "#server/access/sweep.queries.ts";
import type { Tx } from "#server/db/transaction.ts";

/** How long what is over is kept, in days. Who did what stands in the trail, not here. */
const keptDays = { links: 7, sessions: 30, pauses: 2, devices: 400 } as const;

export interface Swept {
  readonly links: number;
  readonly sessions: number;
  readonly pauses: number;
  readonly devices: number;
}

/** Clears away links, sessions, pauses and devices that are long over; answers how many of each. Once a day is enough. */
export const sweepAccounts = async (tx: Tx, now: Temporal.Instant): Promise<Swept> => {
  const before = (days: number): string => now.subtract({ hours: days * 24 }).toString();
  return {
    links: await deleteLinks(tx, before(keptDays.links)),
    sessions: await deleteSessions(tx, before(keptDays.sessions)),
    pauses: await deletePauses(tx, before(keptDays.pauses)),
    devices: await deleteDevices(tx, before(keptDays.devices)),
  };
};
