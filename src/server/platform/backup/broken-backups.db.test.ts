import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testKey } from "#test/support/backup-ground.ts";
import { openBackupHouse, type BackupHouse } from "#test/support/backup-house.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";
import { passphraseSecret } from "./backup-secret.ts";

let house: BackupHouse;
beforeAll(async () => {
  house = await openBackupHouse();
}, 60_000);
beforeEach(() => house.renew());
afterAll(() => house.close());

describe("what is not whole", () => {
  it("is refused wherever one bit was turned, and the database stays as it was", async () => {
    const bytes = readFileSync(house.good);
    const random = seededNumbers(20_261_119);
    const places = [0, 16, 19, 20, bytes.length - 1, bytes.length - 33];
    while (places.length < 120) places.push(random(bytes.length));
    for (const place of places) {
      const turned = Buffer.from(bytes);
      turned[place] = (turned[place] ?? 0) ^ (1 << random(8));
      const file = house.written(turned);
      await expect(house.verify(file), `byte ${place}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(damaged|not-a-backup)$/),
      });
      rmSync(file);
    }
    const file = house.written(
      Buffer.concat([bytes.subarray(0, 2000), Buffer.alloc(1), bytes.subarray(2001)]),
    );
    await expect(house.restore(file)).rejects.toMatchObject({ code: "damaged" });
    expect(await house.tablesInEmpty()).toBe(0);
  });

  it("is refused wherever it was cut off, and where something was put behind it", async () => {
    const bytes = readFileSync(house.good);
    const random = seededNumbers(7);
    const lengths = [0, 1, 16, 20, 100, bytes.length - 1, bytes.length - 32, bytes.length - 48];
    while (lengths.length < 40) lengths.push(random(bytes.length));
    for (const length of lengths)
      await expect(
        house.verify(house.written(bytes.subarray(0, length))),
        `${length} bytes`,
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(damaged|not-a-backup)$/) });
    const longer = house.written(Buffer.concat([bytes, Buffer.alloc(70)]));
    await expect(house.verify(longer)).rejects.toMatchObject({ code: "damaged" });
  });

  it("is no backup at all when it is something else", async () => {
    await expect(
      house.verify(house.written(Buffer.from("PGDMP".repeat(100)))),
    ).rejects.toMatchObject({
      code: "not-a-backup",
    });
    await expect(house.verify(path.join(house.folder, "nowhere.backup"))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});

describe("the secret", () => {
  it("opens what it sealed, however the passphrase was typed, and nothing else does", async () => {
    const file = house.newFile();
    await house.take(file, { secret: passphraseSecret("caf\u00e9 by the lighthouse") });
    const summary = await house.verify(file, passphraseSecret("cafe\u0301 by the lighthouse"));
    expect(summary.contents.tables.find(({ name }) => name === "probe")?.rows).toBe(14);
    for (const wrong of [passphraseSecret("cafe by the lighthouse"), testKey()])
      await expect(house.restore(file, { secret: wrong })).rejects.toMatchObject({
        code: "wrong-secret",
      });
    expect(await house.tablesInEmpty()).toBe(0);
    await expect(house.verify(house.good, testKey())).rejects.toMatchObject({
      code: "wrong-secret",
    });
  });

  it("hides what it seals", () => {
    const bytes = readFileSync(house.good);
    for (const word of ["stepwell.probe", "Nguyễn", "0001-foundation"])
      expect(bytes.includes(Buffer.from(word))).toBe(false);
  });
});

describe("a backup that does not come to its end", () => {
  const nothingIn = (target: string) => {
    expect(existsSync(target)).toBe(false);
    expect(house.finishedAndUnfinished()).toEqual([]);
  };

  it("leaves nothing behind when the disk is full", async () => {
    const file = path.join(house.files, "full.backup");
    let taken = 0;
    const openSink = () =>
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          taken += chunk.length;
          const full = Object.assign(new Error("ENOSPC: no space left on device"), {
            code: "ENOSPC",
          });
          done(taken > 1000 ? full : null);
        },
      });
    await expect(house.take(file, { openSink })).rejects.toMatchObject({ code: "ENOSPC" });
    expect(taken).toBeGreaterThan(1000);
    nothingIn(file);
  });

  it("leaves nothing behind when it is stopped, or when the server goes away", async () => {
    const file = path.join(house.files, "stopped.backup");
    const stopping = new AbortController();
    const onProgress = ({ number }: { number: number }) => {
      if (number === 20) stopping.abort();
    };
    await expect(house.take(file, { onProgress, signal: stopping.signal })).rejects.toThrow();
    nothingIn(file);
    let isEnded = false;
    const endServer = ({ number }: { number: number }) => {
      if (number !== 20 || isEnded) return;
      isEnded = true;
      void house.owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stepwell-backup' and datname = current_database()",
      );
    };
    await house.owner.query("select 1");
    const slowSink = () =>
      new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => setTimeout(done, 50) });
    await expect(house.take(file, { onProgress: endServer, openSink: slowSink })).rejects.toThrow();
    nothingIn(file);
  });

  it("is never written over another", async () => {
    const before = readFileSync(house.good);
    await expect(house.take(house.good)).rejects.toMatchObject({ code: "file-exists" });
    expect(readFileSync(house.good).equals(before)).toBe(true);
  });

  it("is refused to the role that serves, which does not see every row", async () => {
    const file = path.join(house.files, "half.backup");
    const { appUrl } = house.database;
    await expect(house.take(file, { ownerUrl: appUrl })).rejects.toThrow(/permission denied/);
    nothingIn(file);
    await house.owner.query("grant usage on schema stepwell, global to public");
    await house.owner.query("grant select on all tables in schema stepwell, global to public");
    try {
      await expect(house.take(file, { ownerUrl: appUrl })).rejects.toThrow(/row-level security/);
    } finally {
      await house.owner.query("revoke select on all tables in schema stepwell, global from public");
      await house.owner.query("revoke usage on schema stepwell, global from public");
    }
    nothingIn(file);
  });

  it("is not begun on a database that is not ours", async () => {
    const file = path.join(house.files, "nothing.backup");
    await expect(house.take(file, { ownerUrl: house.empty.ownerUrl })).rejects.toMatchObject({
      code: "no-schema",
    });
    nothingIn(file);
  });
});

describe("a snapshot", () => {
  it("holds one moment, whatever is written meanwhile", async () => {
    await house.owner.query(
      "create table if not exists stepwell.pair_a (n int primary key); create table if not exists stepwell.pair_z (n int primary key)",
    );
    let isOver = false;
    const writing = (async () => {
      for (let n = 0; !isOver; n++)
        await house.owner.query(
          `with a as (insert into stepwell.pair_a values (${n})) insert into stepwell.pair_z values (${n})`,
        );
      return true;
    })();
    try {
      for (let round = 0; round < 5; round++) {
        const { contents } = await house.take(house.newFile());
        const of = (name: string) => contents.tables.find((table) => table.name === name);
        expect(of("pair_a")?.sum).toBe(of("pair_z")?.sum);
        expect(of("pair_a")?.rows).toBeGreaterThan(0);
      }
    } finally {
      isOver = true;
      await writing;
      await house.owner.query("drop table stepwell.pair_a, stepwell.pair_z");
    }
  });
});
