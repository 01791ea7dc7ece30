import { hkdfSync, randomBytes, scrypt, type ScryptOptions } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { fileTrouble } from "#server/platform/file-trouble.ts";
import { BackupRefused } from "./backup-refused.ts";

/** What opens a backup: a passphrase that people remember, or the 32 bytes of a key file. */
export type BackupSecret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "key-file"; readonly key: Buffer };

const leastPassphrase = 12;
const keyBytes = 32;
const keyPrefix = "stepwell-key-";
const keyPattern = /^stepwell-key-([A-Za-z0-9_-]{43})\s*$/;

/** The text of a new key file: one line, so that it can be printed and kept on paper too. */
export const newKeyText = (): string =>
  `${keyPrefix}${randomBytes(keyBytes).toString("base64url")}\n`;

export const readKeyText = (text: string): BackupSecret => {
  const key = keyPattern.exec(text)?.[1];
  if (key === undefined)
    throw new BackupRefused(
      "weak-secret",
      "This is not a key file of ours. Make one with: npx stepwell backup key FILE",
    );
  return { kind: "key-file", key: Buffer.from(key, "base64url") };
};

/** The key that a file holds. */
export const readKeyFile = (file: string): BackupSecret => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new BackupRefused(
      "weak-secret",
      `The key file ${file} cannot be read: ${fileTrouble(error)}.`,
    );
  }
  return readKeyText(text);
};

/** Composed alike on every keyboard: the same letters are the same passphrase. */
export const passphraseSecret = (passphrase: string): BackupSecret => {
  const composed = passphrase.normalize("NFKC");
  if ([...composed].length < leastPassphrase)
    throw new BackupRefused(
      "weak-secret",
      `The passphrase is too short: at least ${leastPassphrase} characters. Four words that nobody says together are better than one.`,
    );
  return { kind: "passphrase", passphrase: composed };
};

// The bounds keep a header that somebody made up from taking all memory or all day.
const scryptSchema = z.object({
  cost: z.literal([2 ** 10, 2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
  blockSize: z.int().min(1).max(16),
  parallelization: z.int().min(1).max(4),
});

/** How the key of one file comes from its secret; stands at the beginning of the file, readable. */
export const derivationSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("passphrase"), salt: z.base64(), scrypt: scryptSchema }),
  z.object({ kind: z.literal("key-file"), salt: z.base64() }),
]);
export type Derivation = z.output<typeof derivationSchema>;

export const newDerivation = (secret: BackupSecret): Derivation => {
  const salt = randomBytes(keyBytes).toString("base64");
  if (secret.kind === "key-file") return { kind: "key-file", salt };
  // 128 MiB and some 0.4 s for each guess (RFC 7914).
  return { kind: "passphrase", salt, scrypt: { cost: 2 ** 17, blockSize: 8, parallelization: 1 } };
};

const stretched = (passphrase: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase, salt, keyBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });

/** Two keys that belong to one file alone: one seals its content, one proves the secret right. */
export interface FileKeys {
  readonly content: Buffer;
  readonly check: Buffer;
}

const misfits = {
  passphrase: "This backup was made with a passphrase, not with a key file.",
  "key-file": "This backup was made with a key file: give it with --key-file.",
} as const;

const bytesOf = async (secret: BackupSecret, derivation: Derivation, salt: Buffer) => {
  if (secret.kind === "key-file" && derivation.kind === "key-file") return secret.key;
  if (secret.kind === "passphrase" && derivation.kind === "passphrase") {
    const { cost, blockSize, parallelization } = derivation.scrypt;
    const maxmem = 256 * cost * blockSize;
    return stretched(secret.passphrase, salt, { cost, blockSize, parallelization, maxmem });
  }
  throw new BackupRefused("wrong-secret", misfits[derivation.kind]);
};

export const deriveKeys = async (
  secret: BackupSecret,
  derivation: Derivation,
): Promise<FileKeys> => {
  const salt = Buffer.from(derivation.salt, "base64");
  const bytes = await bytesOf(secret, derivation, salt);
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync("sha256", bytes, salt, `stepwell backup 1 ${use}`, keyBytes));
  return { content: keyFor("content"), check: keyFor("check") };
};
