import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** URLs of the template database, one per role. */
    testPostgres: { ownerUrl: string; appUrl: string; superUrl: string };
  }
}

/** The migrated database that test files clone; nobody else may be connected to it. */
export const templateName = "stepwell_template";

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Drops the database, ending whatever is still connected. */
  close(): Promise<void>;
}

const openDatabase = async (template: string): Promise<TestDatabase> => {
  const urls = inject("testPostgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const named = (url: string) => url.replace(`/${templateName}?`, `/${name}?`);
  await asSuperuser(`create database ${name} template ${template} owner stepwell_owner`);
  return {
    ownerUrl: named(urls.ownerUrl),
    appUrl: named(urls.appUrl),
    close: () => asSuperuser(`drop database ${name} with (force)`),
  };
};

/** Clones the migrated template, which takes some 25 ms. Call it once per test file. */
export const openTestDatabase = (): Promise<TestDatabase> => openDatabase(templateName);

/** A database with nothing in it, for a test that migrates it itself. */
export const openEmptyDatabase = (): Promise<TestDatabase> => openDatabase("template1");

const asSuperuser = async (statement: string): Promise<void> => {
  const url = inject("testPostgres").superUrl.replace(`/${templateName}?`, "/postgres?");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
