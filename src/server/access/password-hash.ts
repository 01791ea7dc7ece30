import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { canonicalPassword } from "#domain/access/password-rules.ts";
import { inTurns } from "#server/access/in-turns.ts";

/** argon2id at the first of OWASP's equal choices (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const current = { memory: 19_456, passes: 2, parallelism: 1 } as const;
type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

const saltBytes = 16;
const tagBytes = 32;

// Each hash takes a core and 19 MiB for some 35 ms on one of libuv's threads; files and DNS need the others.
const turn = inTurns({ atOnce: 2, waiting: 200 });

const derive = (password: string, salt: Buffer, cost: Cost): Promise<Buffer> => {
  const parameters: Argon2Parameters = {
    message: canonicalPassword(password),
    nonce: salt,
    tagLength: tagBytes,
    ...cost,
  };
  return turn(
    () =>
      new Promise((resolve, reject) => {
        argon2("argon2id", parameters, (error, key) =>
          error === null ? resolve(key) : reject(error),
        );
      }),
  );
};

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");

const phc = (salt: Buffer, key: Buffer): string =>
  `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${unpadded(salt)}$${unpadded(key)}`;

const phcPattern =
  /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const readPhc = (secret: string): { cost: Cost; salt: Buffer; key: Buffer } => {
  const parts = phcPattern.exec(secret);
  if (parts === null) throw new Error("a stored password is not an argon2id PHC string");
  const [, memory, passes, parallelism, salt = "", key = ""] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, "base64"),
    key: Buffer.from(key, "base64"),
  };
};

/** A password as it is stored: an argon2id PHC string with a salt of its own. Runs off the event loop. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes);
  return phc(salt, await derive(password, salt, current));
};

export interface Verified {
  readonly matches: boolean;
  /** The stored hash is of an older cost and should be made anew while the password is at hand. */
  readonly isOutdated: boolean;
}

const nobody = { cost: current, salt: randomBytes(saltBytes), key: randomBytes(tagBytes) };

/** Compares in constant time. Without a stored secret it works just as long and matches nothing: nobody learns who has an account. */
export const verifyPassword = async (
  password: string,
  secret: string | null | undefined,
): Promise<Verified> => {
  const stored = secret === null || secret === undefined ? nobody : readPhc(secret);
  const key = await derive(password, stored.salt, stored.cost);
  const matches = key.length === stored.key.length && timingSafeEqual(key, stored.key);
  const { memory, passes, parallelism } = stored.cost;
  return {
    matches: matches && stored !== nobody,
    isOutdated:
      memory !== current.memory || passes !== current.passes || parallelism !== current.parallelism,
  };
};
