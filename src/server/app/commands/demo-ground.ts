import type pg from "pg";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import type { LifeOrder } from "#demo/life/live.ts";
import { seedDemo, seederName } from "#demo/seed.ts";
import { CommandFailed } from "#server/app/commands/command.ts";
import { canHoldOrganizations, wasFoundedBy } from "#server/app/commands/demo-ground.queries.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { fixedClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";

interface Ground {
  /** The organization that lives, by what its founding says of it: a clinic may bear the same name. */
  readonly living: string | null;
  readonly isEmpty: boolean;
  readonly holdsOthers: boolean;
}

const groundOf = async (pool: pg.Pool): Promise<Ground> => {
  let living: string | null = null;
  let holdsOthers = false;
  const known = await knownOrganizations(pool);
  for (const { organizationId, slug } of known) {
    const isOurs = await wasFoundedBy(pool, organizationId, seederName);
    if (!isOurs) holdsOthers = true;
    else if (slug === cedarBridge.slug) living = organizationId;
  }
  return { living, isEmpty: known.length === 0, holdsOthers };
};

const refuse = ({ living, isEmpty, holdsOthers }: Ground): void => {
  if (holdsOthers)
    throw new CommandFailed(
      "This database holds organizations that are not the demo's. Nothing was changed: the demo goes into an empty database.",
    );
  if (!isEmpty && living === null)
    throw new CommandFailed("The demo's first organization is not there any more.");
};

/** Refuses a database in which anybody else's data lies, whatever its version: it is not even migrated. */
export const refuseOthersGround = async (pool: pg.Pool): Promise<void> => {
  if (await canHoldOrganizations(pool)) refuse(await groundOf(pool));
};

/**
 * The organization that lives, made first where the database is empty. Refused where anybody else's data lies beside it; whoever
 * only goes on beside a server finds it there, or gets null.
 */
export const organizationThatLives = async (
  pool: pg.Pool,
  order: LifeOrder,
  goesOn = false,
): Promise<string | null> => {
  const ground = await groundOf(pool);
  if (goesOn) return ground.living;
  refuse(ground);
  if (ground.living !== null) return ground.living;
  await seedDemo({ pool, clock: fixedClock(order.until), newId });
  return (await groundOf(pool)).living;
};
