import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "#server/db/migrate.ts";
import { newId } from "#server/platform/ids.ts";
import { probeMigrations } from "#test/support/backup-ground.ts";
import { openBackupHouse, type BackupHouse } from "#test/support/backup-house.ts";
import { endSchema, type End } from "./backup-content.ts";
import { parseRecord, recordBytes, recordOf, recordsIn } from "./content-records.ts";
import { restoreBackup } from "./restore-backup.ts";
import { sealed, unsealed } from "./sealed-file.ts";

let house: BackupHouse;
beforeAll(async () => {
  house = await openBackupHouse();
}, 60_000);
beforeEach(() => house.renew());
afterAll(() => house.close());

/** The same backup with another end: what a restored database must answer. */
const withOtherEnd = async (change: (end: End) => End): Promise<string> => {
  const handle = await open(house.good);
  const records: Buffer[] = [];
  try {
    const plain = Buffer.concat(await Array.fromAsync(unsealed(handle, house.secret)));
    async function* content() {
      yield inflateSync(plain);
    }
    for await (const record of recordsIn(content()))
      records.push(
        record.kind === "end"
          ? recordOf("end", change(parseRecord(endSchema, record)))
          : recordBytes(record.kind, record.bytes),
      );
  } finally {
    await handle.close();
  }
  async function* again() {
    yield deflateSync(Buffer.concat(records));
  }
  return house.written(Buffer.concat(await Array.fromAsync(sealed(house.secret, again()))));
};

describe("a restore", () => {
  it("goes into an empty database only", async () => {
    await house.restore(house.good);
    await expect(house.restore(house.good)).rejects.toMatchObject({ code: "not-empty" });
    expect(await house.onEmpty("select count(*)::int as n from stepwell.probe")).toEqual([
      { n: 14 },
    ]);
  });

  it("takes a migrated database without rows, and not while somebody works in it", async () => {
    await migrate({ ownerUrl: house.empty.ownerUrl });
    const other = new pg.Client({
      connectionString: house.empty.appUrl,
      application_name: "stepwell",
    });
    await other.connect();
    await expect(house.restore(house.good)).rejects.toMatchObject({ code: "in-use" });
    await other.end();
    await expect
      .poll(() =>
        house.onEmpty(
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'stepwell'",
        ),
      )
      .toEqual([{ n: 0 }]);
    await house.restore(house.good);
    expect(await house.onEmpty("select count(*)::int as n from stepwell.probe")).toEqual([
      { n: 14 },
    ]);
  });

  it("that is interrupted leaves the database empty, and the next one succeeds", async () => {
    for (const step of ["writing", "comparing"] as const) {
      const stopping = new AbortController();
      const onProgress = (progress: { step: string; number: number }) => {
        if (progress.step === step && progress.number === 50) stopping.abort();
      };
      await expect(
        house.restore(house.good, { onProgress, signal: stopping.signal }),
      ).rejects.toThrow();
      await expect.poll(() => house.tablesInEmpty()).toBe(0);
    }
    await house.restore(house.good);
    expect(await house.onEmpty("select count(*)::int as n from stepwell.probe")).toEqual([
      { n: 14 },
    ]);
  });

  it("that is not what was backed up is taken back", async () => {
    const seal = { organizationId: newId(), number: 1, hash: "0".repeat(64) };
    const wrong = [
      await withOtherEnd((end) => ({ ...end, seals: [seal] })),
      await withOtherEnd((end) => ({
        ...end,
        sequences: end.sequences.map((one) => ({ ...one, isCalled: !one.isCalled })).slice(1),
      })),
    ];
    for (const file of wrong) {
      await expect(house.restore(file)).rejects.toMatchObject({ code: "not-equal" });
      await expect.poll(() => house.tablesInEmpty()).toBe(0);
    }
    await house.restore(await withOtherEnd((end) => end));
  });

  it("refuses migrations that this version lacks or that were edited", async () => {
    const { folder, secret, good, empty } = house;
    const own = { ownerUrl: empty.ownerUrl, file: good, secret, anchorFile: `${folder}/heads` };
    await expect(restoreBackup(own, "2026-11-19T20:00:00Z")).rejects.toMatchObject({
      code: "migrations-differ",
    });
    const edited = probeMigrations(path.join(house.folder, newId()));
    writeFileSync(path.join(edited, "0004-outbox.sql"), "select 1;");
    await expect(house.restore(house.good, { migrations: edited })).rejects.toMatchObject({
      code: "migrations-differ",
    });
    expect(await house.tablesInEmpty()).toBe(0);
  });

  it("runs what came after the backup on the restored rows", async () => {
    const newer = probeMigrations(path.join(house.folder, newId()));
    writeFileSync(
      path.join(newer, "9999-z-later.sql"),
      "alter table stepwell.probe add column length integer; update stepwell.probe set length = char_length(words);",
    );
    const report = await house.restore(house.good, { migrations: newer });
    expect(report.migrated).toEqual(["9999-z-later.sql"]);
    expect(
      await house.onEmpty("select length from stepwell.probe where words like 'Nguy%'"),
    ).toEqual([{ length: 16 }]);
  });

  it("keeps the heads of the trail that were there", async () => {
    const anchorFile = path.join(house.folder, `${newId()}.jsonl`);
    writeFileSync(anchorFile, "heads of another database\n");
    const report = await house.restore(house.good, { anchorFile });
    expect(readFileSync(report.anchorsAside ?? "", "utf8")).toBe("heads of another database\n");
    expect(existsSync(`${anchorFile}.restoring`)).toBe(false);
  });
});
