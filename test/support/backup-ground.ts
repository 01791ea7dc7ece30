import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import {
  readKeyText,
  newKeyText,
  type BackupSecret,
} from "#server/platform/backup/backup-secret.ts";
import {
  databaseName,
  type EmbeddedPostgres,
} from "#server/platform/postgres/embedded-postgres.ts";
import { startPostgres } from "#server/platform/postgres/start-postgres.ts";
import { testedBinDir } from "./postgres.ts";
import { templateName } from "./test-database.ts";
import { makeThrowawayFolder } from "./throwaway-folder.ts";

const ownMigrations = path.resolve(import.meta.dirname, "../../db/migrations");
const debianBinDir = "/usr/lib/postgresql/15/bin";

/** A table of everything that COPY writes in a way of its own, and what stands in the way of rows that come back. */
const probe = String.raw`
create table stepwell.probe (
  "Number" bigint generated always as identity primary key,
  words text,
  bytes bytea,
  list text[],
  numbers double precision[],
  exact numeric,
  facts jsonb,
  span tstzrange,
  day date,
  lasting interval,
  spoken text generated always as (upper(words)) stored,
  next_number bigint,
  "order" text default 'unset'
);
create table stepwell.probe_partner (number bigint primary key references stepwell.probe);
alter table stepwell.probe add constraint probe_next foreign key (next_number) references stepwell.probe_partner deferrable initially deferred;
create sequence stepwell.probe_sequence minvalue -9223372036854775808;
create function stepwell.probe_touch() returns trigger language plpgsql as $$ begin new."order" := 'touched'; return new; end $$;
create trigger probe_touch before insert on stepwell.probe for each row execute function stepwell.probe_touch();
`;

const scripts = [
  "Nguyễn Thị Hương",
  "محمد عبد الله",
  "Олександра Шевченко",
  "王小明 田中さくら",
  "김하늘",
  "שרה כהן",
  "प्रिया शर्मा",
  "Zoë O’Brien-Łukasz",
  "é é \u202e 👩‍⚕️ \u{1f9e0}",
  "tab\there\nnew line\r\nreturn \\ backslash \\N \\. '\"",
  "\\.",
  "\\N",
  "",
];

/** The rows of the probe: every script, every awkward value, and nothing at all. */
export const fillProbe = async (client: pg.Client | pg.Pool): Promise<void> => {
  for (const [place, words] of scripts.entries())
    await client.query(
      'insert into stepwell.probe (words, bytes, list, numbers, exact, facts, span, day, lasting, "order") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $1)',
      [
        words,
        Buffer.from([0, 1, 9, 10, 13, 92, 255, place]),
        ["a,b", null, 'quo"te', "", "{}", words],
        [0.1, 1 / 3, -0, 5e-324, 1.7976931348623157e308],
        place % 2 === 0 ? "12345678901234567890.000000000123450" : "NaN",
        JSON.stringify({ words, nested: [null, true, 1e30, "\u0001"] }),
        "[2026-03-08 01:59:59.999999-07,infinity)",
        place % 2 === 0 ? "infinity" : "0044-03-15 BC",
        "1 mon -3 days 04:05:06.789",
      ],
    );
  await client.query("insert into stepwell.probe (words) values (null)");
  await client.query('insert into stepwell.probe_partner select "Number" from stepwell.probe');
  await client.query('update stepwell.probe set next_number = 15 - "Number", "order" = words');
  await client.query("select setval('stepwell.probe_sequence', -9007199254740993, false)::text");
};

/** This version's migrations and one more, which makes the probe. */
export const probeMigrations = (folder: string): string => {
  const target = path.join(folder, "migrations");
  mkdirSync(target, { recursive: true });
  cpSync(ownMigrations, target, { recursive: true });
  writeFileSync(path.join(target, "9999-probe.sql"), probe);
  return target;
};

export const testKey = (): BackupSecret => readKeyText(newKeyText());

/** An empty database on the server of this run. */
export interface EmptyDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

export const openEmptyDatabase = async (): Promise<EmptyDatabase> => {
  const urls = inject("testPostgres");
  const name = `test_empty_${randomUUID().replaceAll("-", "")}`;
  const named = (url: string) => url.replace(`/${templateName}?`, `/${name}?`);
  const asSuper = async (text: string) => {
    const client = new pg.Client({
      connectionString: urls.superUrl.replace(`/${templateName}?`, "/postgres?"),
    });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await asSuper(`create database ${name} owner stepwell_owner`);
  return {
    ownerUrl: named(urls.ownerUrl),
    appUrl: named(urls.appUrl),
    drop: () => asSuper(`drop database ${name} with (force)`),
  };
};

/** The version that this run does not test: Debian's 15 beside the bundled one, and the other way round. */
export const hasOtherServer = testedBinDir !== undefined || existsSync(debianBinDir);

/** Starts the other version with an empty database. */
export const startOtherServer = async (): Promise<EmptyDatabase & { readonly version: number }> => {
  const folder = makeThrowawayFolder();
  const server: EmbeddedPostgres = await startPostgres({
    dataDir: folder,
    ...(testedBinDir === undefined ? { binDir: debianBinDir } : {}),
    durable: false,
  });
  return {
    version: server.version,
    ownerUrl: server.ownerUrl(databaseName),
    appUrl: server.appUrl(databaseName),
    drop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
