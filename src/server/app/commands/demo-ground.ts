import type pg from "pg";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import { harborSteps } from "#demo/harbor-steps.ts";
import type { LifeOrder } from "#demo/life/live.ts";
import { seedDemo } from "#demo/seed.ts";
import { CommandFailed } from "#server/app/commands/command.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { fixedClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";

const ours: readonly string[] = [cedarBridge.slug, harborSteps.slug];

/**
 * The organization that lives, made first where the database is empty. Refused where anybody else's data lies beside it; whoever
 * only goes on beside a server finds it there, or gets null.
 */
export const organizationThatLives = async (
  pool: pg.Pool,
  order: LifeOrder,
  goesOn = false,
): Promise<string | null> => {
  const known = await knownOrganizations(pool);
  const found = known.find(({ slug }) => slug === cedarBridge.slug)?.organizationId ?? null;
  if (goesOn) return found;
  if (known.some(({ slug }) => !ours.includes(slug)))
    throw new CommandFailed(
      "This database holds organizations that are not the demo's. Nothing was changed: the demo goes into an empty database.",
    );
  if (known.length > 0 && found === null)
    throw new CommandFailed("The demo's first organization is not there any more.");
  if (found !== null) return found;
  await seedDemo({ pool, clock: fixedClock(order.until), newId });
  return organizationThatLives(pool, order, true);
};
