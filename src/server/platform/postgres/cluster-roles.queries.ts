import pg from "pg";
import { databaseName, type PostgresAddress } from "./embedded-postgres.ts";
import type { Passwords } from "./passwords.ts";

/**
 * Makes what the migrations expect to find: the role that owns the database, the role that serves
 * requests, and the database. Safe to repeat: a start that was killed in between is completed.
 * The passwords are written every time, so the kept file is always the truth.
 */
export const ensureRolesAndDatabase = async (
  address: PostgresAddress,
  passwords: Passwords,
): Promise<void> => {
  const client = new pg.Client({ connectionString: address.superUrl("postgres") });
  await client.connect();
  try {
    await client.query(roleStatement("stepwell_owner", passwords.owner));
    await client.query(roleStatement("stepwell_app", passwords.app));
    const found = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) {
      await client.query(`create database ${databaseName} owner stepwell_owner`);
    }
  } finally {
    await client.end();
  }
};

/** The passwords are made here from letters, digits, - and _, so they need no escaping. */
const roleStatement = (role: string, password: string): string => {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
    alter role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}';
  end $$`;
};
