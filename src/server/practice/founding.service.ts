import { changesBetween } from "#domain/basics/revision.ts";
import { problem } from "#domain/contract/problem.ts";
import { conflict } from "#domain/practice/conflict.ts";
import { refusing } from "#server/db/constraint.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { insertOrganization } from "#server/practice/founding.queries.ts";

export interface Founded {
  readonly organizationId: string;
  readonly name: string;
  readonly slug: string;
}

/** `Cedar Bridge` becomes `cedar-bridge`: the part of a public address that names an organization. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/**
 * Makes a new, empty organization. The transaction must already stand in the organization that is to be: row-level
 * security lets nobody make another one.
 */
export const foundOrganization = async (
  work: Work,
  facts: { readonly name: string; readonly zone: string },
): Promise<Founded> => {
  const { organizationId } = work;
  const slug = slugOf(facts.name);
  if (slug === "") throw problem("invalid-input", { fields: { name: { code: "no-letters" } } });
  const row = { organizationId, ...facts, slug, createdAt: work.now.toString() };
  const taken = {
    organization_slug_unique: () => conflict("name-taken", { fields: { name: { code: "taken" } } }),
  };
  await refusing(taken, () => insertOrganization(work.tx, row));
  const changes = changesBetween(undefined, { ...facts, slug });
  const record = { id: organizationId, version: 1 };
  await recordChange(work, "organization", record, { verb: "create", changes });
  return { organizationId, name: facts.name, slug };
};
