import type { StatementHook } from "#server/db/exchange.ts";

// A table of the tenant schema where a statement reads from or writes to it; functions are followed by a bracket.
const tenantTable =
  /\b(?:from|join|into|update|using)\s+(?:only\s+)?"?stepwell"?\."?([a-z_]+)"?(?!\s*\.)(\s*\()?/gi;
const organization = /\borganization_id\b/gi;

export class StatementWithoutOrganization extends Error {}

/** The tenant tables a statement touches, in the order they are named. */
export const tenantTablesOf = (text: string): readonly string[] =>
  [...text.matchAll(tenantTable)]
    .filter((match) => match[2] === undefined || /^\s*insert|\binto\b/i.test(match[0]))
    .map((match) => match[1] ?? "");

/**
 * Fails a statement that names a tenant table without naming `organization_id` at least as often as there are
 * such tables in it: row-level security is the second wall, never the only one.
 */
export const refuseWithoutOrganization: StatementHook = (text) => {
  const tables = tenantTablesOf(text);
  if (tables.length === 0) return;
  const named = text.match(organization)?.length ?? 0;
  if (named < tables.length)
    throw new StatementWithoutOrganization(
      `this statement names ${tables.join(", ")} and organization_id ${named} times:\n${text}`,
    );
};
