import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { backupCommand } from "#server/app/commands/backup.ts";
import { readKeyFile } from "#server/platform/backup/backup-secret.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-backup-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

/** Runs the command and answers what it printed. */
const run = async (...words: string[]): Promise<string> => {
  const printed: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    await backupCommand().exitOverride().parseAsync(words, { from: "user" });
    return printed.join("");
  } finally {
    spy.mockRestore();
  }
};

describe("backup key", () => {
  it("makes a key that only its owner reads, and never in place of another", async () => {
    const said: unknown = JSON.parse(await run("key", at("key"), "--json"));
    expect(said).toEqual({ file: at("key") });
    expect(statSync(at("key")).mode & 0o777).toBe(0o600);
    expect(readKeyFile(at("key")).kind).toBe("key-file");
    const before = readFileSync(at("key"), "utf8");
    await expect(run("key", at("key"))).rejects.toThrow(/cannot be made/);
    expect(readFileSync(at("key"), "utf8")).toBe(before);
    await run("key", at("other"));
    expect(readFileSync(at("other"), "utf8")).not.toBe(before);
  });
});

describe("backup verify", () => {
  it("needs no database, and says what a file is not", async () => {
    await run("key", at("a-key"));
    writeFileSync(at("picture.png"), Buffer.alloc(5000, 7));
    await expect(run("verify", at("picture.png"), "--key-file", at("a-key"))).rejects.toThrow(
      "This file is not a backup of Stepwell.",
    );
    await expect(run("verify", at("picture.png"), "--key-file", at("picture.png"))).rejects.toThrow(
      /not a key file of ours/,
    );
    expect(existsSync(at("verify"))).toBe(false);
  });
});
