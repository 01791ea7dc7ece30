import type pg from "pg";
import { CommandFailed } from "#server/app/commands/command.ts";
import { knownOrganizations, type KnownOrganization } from "#server/app/organizations.queries.ts";

/** The organization that was named, or all of them where none was; refuses a name nobody has, and a house without any. */
export const chosenOrganizations = async (
  pool: pg.Pool,
  slug: string | undefined,
): Promise<readonly KnownOrganization[]> => {
  const all = await knownOrganizations(pool);
  if (all.length === 0)
    throw new CommandFailed("There is no organization yet. See: stepwell organization add --help");
  const chosen = all.filter((one) => slug === undefined || one.slug === slug);
  if (chosen.length > 0) return chosen;
  const known = all.map((one) => one.slug).join(", ");
  throw new CommandFailed(`There is no organization "${slug}". There are: ${known}.`);
};

/** The one organization that is meant; where there are several it has to be said. */
export const oneOrganization = async (
  pool: pg.Pool,
  slug: string | undefined,
): Promise<KnownOrganization> => {
  const [only, ...others] = await chosenOrganizations(pool, slug);
  if (only !== undefined && others.length === 0) return only;
  const known = [only, ...others].map((one) => one?.slug).join(" | ");
  throw new CommandFailed(`Say which organization: --organization ${known}`, 2);
};
