import type pg from "pg";
import { newId } from "#server/platform/ids.ts";

/** A level of care, a program at this site and its track under 42 CFR Part 2, put in as the owner. */
export const insertEveningProgram = async (
  owner: pg.Pool,
  { organizationId, siteId }: { readonly organizationId: string; readonly siteId: string },
) => {
  const [level, program, track] = [newId(), newId(), newId()];
  const run = (text: string, values: readonly unknown[]) =>
    owner.query(text, [organizationId, ...values]);
  await run(
    "insert into stepwell.level_of_care (organization_id, id, code, name, rank, created_at) values ($1, $2, 'iop', 'IOP', 2, now())",
    [level],
  );
  await run(
    "insert into stepwell.program (organization_id, id, site_id, name, slug, ages, created_at) values ($1, $2, $3, 'Evening', 'evening', 'adults', now())",
    [program, siteId],
  );
  await run(
    "insert into stepwell.track (organization_id, id, program_id, name, kind, label, created_at) values ($1, $2, $3, 'SUD', 'substance-use', 'part-2', now())",
    [track, program],
  );
  return { level, program, track };
};
