import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#server/db/migrate.ts";
import type { EmbeddedPostgres } from "#server/platform/postgres/embedded-postgres.ts";
import { startThrowawayPostgres } from "./postgres.ts";
import { templateName } from "./test-database.ts";

/** Starts one PostgreSQL for the whole run, with a migrated database that every test file clones. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const postgres = await startThrowawayPostgres();
  try {
    await makeTemplate(postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide("testPostgres", {
    ownerUrl: postgres.ownerUrl(templateName),
    appUrl: postgres.appUrl(templateName),
    superUrl: postgres.superUrl(templateName),
  });
  return () => postgres.stop();
};

const makeTemplate = async (postgres: EmbeddedPostgres): Promise<void> => {
  const client = new pg.Client({ connectionString: postgres.superUrl("postgres") });
  await client.connect();
  try {
    await client.query(`create database ${templateName} owner stepwell_owner`);
    // Hundreds of thousands of rows are filled in without looking up what each refers to.
    await client.query("grant set on parameter session_replication_role to stepwell_owner");
  } finally {
    await client.end();
  }
  await migrate({ ownerUrl: postgres.ownerUrl(templateName) });
};
