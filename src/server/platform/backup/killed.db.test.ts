import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openBackupHouse, type BackupHouse } from "#test/support/backup-house.ts";
import { newKeyText, readKeyText } from "./backup-secret.ts";
import { removeAbandonedDrafts } from "./backup-folder.ts";

const root = path.resolve(import.meta.dirname, "../../../..");
let house: BackupHouse;
beforeAll(async () => {
  house = await openBackupHouse();
}, 60_000);
beforeEach(() => house.renew());
afterAll(() => house.close());

const keyText = newKeyText();

/** A process of its own that kills itself, as `kill -9` would, when it comes to this table. */
const killedWithin = (
  act: "takeBackup" | "restoreBackup",
  module: string,
  order: object,
  step: string,
) => {
  const code = `
    import { ${act} } from "#server/platform/backup/${module}.ts";
    import { readKeyText } from "#server/platform/backup/backup-secret.ts";
    import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
    const order = JSON.parse(process.env.ORDER);
    await ${act}({
      ...order,
      secret: readKeyText(order.keyText),
      anchors: openAnchorFile("/nowhere"),
      version: "0.1.0",
      onProgress: ({ step, number }) => {
        if (step === order.step && number === 55) process.kill(process.pid, "SIGKILL");
      },
    }, "2026-11-19T20:00:00Z");`;
  const { signal } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: root,
    env: { ...process.env, ORDER: JSON.stringify({ ...order, keyText, step }) },
  });
  return signal;
};

it("a killed backup leaves no file under its name, and what it leaves is cleared away", async () => {
  const file = path.join(house.files, "killed.backup");
  const order = { ownerUrl: house.database.ownerUrl, file };
  expect(killedWithin("takeBackup", "take-backup", order, "writing")).toBe("SIGKILL");
  expect(killedWithin("takeBackup", "take-backup", order, "reading")).toBe("SIGKILL");
  expect(existsSync(file)).toBe(false);
  const left = readdirSync(house.files);
  expect(left).toHaveLength(2);
  const now = Temporal.Now.instant();
  removeAbandonedDrafts(house.files, now);
  expect(readdirSync(house.files)).toEqual(left);
  for (const name of left) {
    const longAgo = now.subtract({ hours: 2 }).epochMilliseconds / 1000;
    utimesSync(path.join(house.files, name), longAgo, longAgo);
  }
  removeAbandonedDrafts(house.files, now);
  expect(readdirSync(house.files)).toEqual([]);
  await house.take(file);
  expect(readdirSync(house.files)).toEqual(["killed.backup"]);
});

it("a killed restore leaves the database empty, and the next one succeeds", async () => {
  const secret = readKeyText(keyText);
  const file = house.newFile();
  await house.take(file, { secret });
  const { ownerUrl } = house.empty;
  const anchorFile = path.join(house.folder, "heads.jsonl");
  const order = { ownerUrl, file, anchorFile, migrations: house.migrations };
  for (const step of ["writing", "comparing"]) {
    expect(killedWithin("restoreBackup", "restore-backup", order, step)).toBe("SIGKILL");
    await expect.poll(() => house.tablesInEmpty()).toBe(0);
  }
  await expect
    .poll(() =>
      house.onEmpty(
        "select count(*)::int as n from pg_stat_activity where application_name = 'stepwell-backup' and datname = current_database()",
      ),
    )
    .toEqual([{ n: 0 }]);
  await house.restore(file, { secret });
  expect(await house.onEmpty("select count(*)::int as n from stepwell.probe")).toEqual([{ n: 14 }]);
});
