import { execFile } from "node:child_process";
import path from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { assertAnswers } from "#server/db/assert-answers.ts";
import { listen } from "#server/app/listen.ts";
import { refuseBehind } from "#server/app/open-database.ts";
import { openTestDatabase, templateName, type TestDatabase } from "#test/support/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Runs a program of the product with these settings alone, to its end. */
const run = (
  program: "main.ts" | "cli.ts",
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
) =>
  new Promise<{ readonly code: unknown; readonly said: string }>((resolve) => {
    const file = path.resolve(import.meta.dirname, program);
    const { PATH = "" } = process.env;
    // The folder is never made: what is refused here is refused before.
    const env = { PATH, STEPWELL_DATA: "/dev/null/data", ...settings };
    execFile(process.execPath, [file, ...words], { env }, (error, _, said) =>
      resolve({ code: error === null ? 0 : error.code, said }),
    ).stdin?.end();
  });

const nowhere = "postgres://stepwell_app:secret@127.0.0.1:1/stepwell";
const silence =
  "The database of DATABASE_URL (127.0.0.1:1/stepwell) cannot be used: nobody listens there. See that its PostgreSQL runs, and where.";

it("a command fails in a sentence where no database listens", async () => {
  const answer = await run("cli.ts", ["organization", "list"], { DATABASE_URL: nowhere });
  expect(answer).toEqual({ code: 1, said: `${silence}\n` });
});

it("so does the start, and where the data folder cannot be made", async () => {
  await expect(assertAnswers(nowhere)).rejects.toThrow(silence);
  const { code, said } = await run("main.ts", [], {});
  expect(code).toBe(1);
  expect(said).toMatch(/^The data folder \/dev\/null\/data cannot be written by this user\./);
});

it("what is not found at a server that answers is said, and never the password", async () => {
  const url = database.appUrl.replace(/\/\w+\?/, "/of_nobody?");
  const [, password = "no password"] = /:([^:@]+)@/.exec(url) ?? [];
  const refusal: unknown = await assertAnswers(url).catch((error: unknown) => error);
  expect(String(refusal)).toContain("/of_nobody) cannot be used: it has no database of this na");
  expect(String(refusal)).not.toContain(password);
  await expect(assertAnswers(database.appUrl)).resolves.toBeUndefined();
});

it("a database that was not migrated is refused, and how to mend it is said", async () => {
  const { superUrl } = inject("testPostgres");
  const bare = superUrl.replace(`/${templateName}?`, "/postgres?");
  const behind = /^The database lacks \d+ migrations of this version\. .*: npx stepwell migrate$/;
  await expect(refuseBehind({ appUrl: bare, ownerUrl: undefined })).rejects.toThrow(behind);
  const { appUrl, ownerUrl } = database;
  await expect(refuseBehind({ appUrl, ownerUrl })).resolves.toBeUndefined();
});

it("an address that is not this machine's is named, and so is a port that is taken", async () => {
  const [app, other] = [Fastify(), Fastify()];
  onTestFinished(async () => {
    await app.close();
    await other.close();
  });
  const say = () => {};
  await expect(listen(app, { host: "203.0.113.9", port: 0 }, say)).rejects.toThrow(
    "HOST is 203.0.113.9, which is no address of this machine.",
  );
  const { port } = await listen(app, { host: "127.0.0.1", port: 0 }, say);
  await expect(listen(other, { host: "127.0.0.1", port }, say)).rejects.toThrow(
    `Port ${port} is taken.`,
  );
});

it("npm start takes no words, and says where its settings come from", async () => {
  const { code, said } = await run("main.ts", ["--port", "4000"], {});
  expect(code).toBe(2);
  expect(said).toContain('takes no words, and "--port" is one.');
});
