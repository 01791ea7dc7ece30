import type { TestProduct } from "#test/support/test-product.ts";

export type Run = (text: string) => Promise<unknown>;

/**
 * Fills the tables of a house and of nine others beside it, and tells the planner. References are not looked up row by row, which
 * would take longer than all the rest: what fills makes the ids on both their sides by the same rule.
 */
export const fillLargely = async (
  { ownerPool }: TestProduct,
  fill: (run: Run) => Promise<void>,
): Promise<void> => {
  const client = await ownerPool.connect();
  const run: Run = (text) => client.query(text);
  try {
    await run("set session_replication_role = replica");
    await run(`insert into stepwell.organization (organization_id, name, slug, zone, created_at)
      select gen_random_uuid(), 'Other ' || n, 'other-' || n, 'America/Denver', now() from generate_series(1, 9) n`);
    await fill(run);
    await run("analyze");
  } finally {
    await run("reset session_replication_role");
    client.release();
  }
};
