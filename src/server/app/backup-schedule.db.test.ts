import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backUpWhenDue, startBackups } from "#server/app/backup-schedule.ts";
import { Lifetime } from "#server/app/lifetime.ts";
import { machineFindings } from "#domain/operations/machine-findings.ts";
import { readMachineFacts } from "#server/app/machine-facts.ts";
import { readSettings } from "#server/app/settings.ts";
import { newKeyText, readKeyFile } from "#server/platform/backup/backup-secret.ts";
import { walkBackup } from "#server/platform/backup/walk-backup.ts";
import { fixedClock } from "#server/platform/clock.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

const root = mkdtempSync(path.join(tmpdir(), "stepwell-schedule-"));
const folder = path.join(root, "backups");
const keyFile = path.join(root, "key");
const settings = readSettings({
  STEPWELL_DATA: root,
  STEPWELL_BACKUP_FOLDER: folder,
  STEPWELL_BACKUP_KEY_FILE: keyFile,
  STEPWELL_BACKUP_EVERY: "6h",
  STEPWELL_BACKUP_KEEP: "3",
});
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(keyFile, newKeyText());
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true, force: true });
});

const clock = fixedClock("2026-11-19T20:00:00Z");
const backUp = () => {
  const { backups } = settings;
  if (backups === undefined) throw new Error("the settings name a folder");
  const anchorFile = path.join(root, "heads.jsonl");
  return backUpWhenDue({ backups, ownerUrl: database.ownerUrl, anchorFile, now: clock.now() });
};
/** What is found of backups now, but that all of this lies on one disk. */
const found = async (chosen = settings): Promise<string[]> =>
  machineFindings(await readMachineFacts(chosen, true), clock.now().toString())
    .filter(({ code }) => code.startsWith("backup") && code !== "backups-on-disk-of-data")
    .map(({ code, severity, values }) => `${severity} ${code} ${String(values["minutes"] ?? "")}`);

describe("backups that make themselves", () => {
  it("are made when one is due, can be opened, and only so many are kept", async () => {
    writeFileSync(path.join(root, "other.txt"), "stays");
    clock.moveTo("2026-11-19T20:00:00Z");
    const first = await backUp();
    expect(first).toBe(path.join(folder, "stepwell-20261119T200000Z.backup"));
    clock.moveTo("2026-11-20T01:59:59Z");
    expect(await backUp()).toBeUndefined();
    for (const at of ["2026-11-20T02:00:00Z", "2026-11-20T08:00:00Z", "2026-11-20T14:00:30Z"]) {
      clock.moveTo(at);
      expect(await backUp()).toBeDefined();
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      "stepwell-20261120T020000Z.backup",
      "stepwell-20261120T080000Z.backup",
      "stepwell-20261120T140030Z.backup",
    ]);
    const newest = path.join(folder, "stepwell-20261120T140030Z.backup");
    const summary = await walkBackup(newest, readKeyFile(keyFile), { step: "reading" });
    expect(summary.tables).toBeGreaterThan(60);
  });

  it("say when they cannot be made, take nothing away, and try again later", async () => {
    clock.moveTo("2026-11-19T20:00:00Z");
    await backUp();
    clock.moveTo("2026-11-20T20:00:00Z");
    rmSync(keyFile);
    const said: string[] = [];
    const lifetime = new Lifetime();
    startBackups({ settings, database, lifetime, clock, say: (line) => said.push(line) });
    await expect.poll(() => said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^NO BACKUP WAS MADE: The key file .+ cannot be read: there is no such file/,
    );
    expect(await found()).toContain("urgent backup-failed ");
    await lifetime.stop();
    expect(readdirSync(folder)).toEqual(["stepwell-20261119T200000Z.backup"]);
  });

  it("are begun with the server, and stop with it", async () => {
    clock.moveTo("2026-11-19T20:00:00Z");
    const said: string[] = [];
    const lifetime = new Lifetime();
    startBackups({ settings, database, lifetime, clock, say: (line) => said.push(line) });
    await expect.poll(() => said).toHaveLength(1);
    expect(await found()).toEqual(["fine backups-fine 0"]);
    expect(said[0]).toMatch(/^Backup written: .*stepwell-20261119T200000Z\.backup$/);
    await lifetime.stop();
    const again = new Lifetime();
    clock.moveTo("2026-11-20T20:00:00Z");
    startBackups({ settings, database, lifetime: again, clock, say: (line) => said.push(line) });
    await again.stop();
    expect(said.filter((line) => line.startsWith("NO"))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("what is found of them", () => {
  it("is how old the newest is, and what is missing", async () => {
    clock.moveTo("2026-11-19T20:00:00Z");
    expect(await found()).toEqual(["wrong backup-missing "]);
    await backUp();
    clock.moveTo("2026-11-20T01:00:00Z");
    expect(await found()).toEqual(["fine backups-fine 300"]);
    clock.moveTo("2026-11-20T09:00:00Z");
    expect(await found()).toEqual(["urgent backup-late 780"]);
    rmSync(keyFile);
    expect(await found()).toEqual(["urgent backup-late 780", "urgent backup-key-unreadable "]);
    const demo = { STEPWELL_DATA: root, STEPWELL_DEMO: "1" };
    expect(await found(readSettings(demo))).toEqual(["note backups-none-embedded "]);
    expect(await found(readSettings({ ...demo, STEPWELL_DEMO: "0" }))).toEqual([
      "urgent backups-none-embedded ",
    ]);
  });
});

describe("the settings", () => {
  it("refuse a folder that would hold nothing anybody can use", () => {
    const alone = { STEPWELL_BACKUP_FOLDER: folder };
    expect(() => readSettings(alone)).toThrow(/STEPWELL_BACKUP_KEY_FILE/);
    const served = {
      ...alone,
      STEPWELL_BACKUP_KEY_FILE: keyFile,
      DATABASE_URL: "postgres://a@b/c",
    };
    expect(() => readSettings(served)).toThrow(/DATABASE_OWNER_URL/);
    expect(() => readSettings({ STEPWELL_BACKUP_EVERY: "often" })).toThrow(/for example 6h/);
    expect(readSettings({}).backups).toBeUndefined();
    expect(settings.backups).toEqual({ folder, keyFile, everyMinutes: 360, keep: 3 });
  });
});
