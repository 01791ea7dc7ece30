import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  timingSafeEqual,
  type Hash,
} from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { z } from "zod";
import {
  deriveKeys,
  derivationSchema,
  newDerivation,
  type BackupSecret,
  type FileKeys,
} from "./backup-secret.ts";
import { BackupRefused, damaged } from "./backup-refused.ts";

/*
 * The file, all numbers big endian:
 *
 *   magic      16 bytes
 *   length      4 bytes, of the header
 *   header      JSON: format, how the key is derived
 *   proof      32 bytes: HMAC-SHA-256 of the header, tells a wrong secret from a damaged file
 *   checksum   32 bytes: SHA-256 of everything before
 *   chunks      256 KiB each and the rest: AES-256-GCM, its 16 bytes of tag behind it; the nonce counts the chunks and
 *               marks the last one, so that none can be cut off, moved or repeated
 *   checksum   32 bytes: SHA-256 of everything before
 */

const magic = Buffer.from("STEPWELL BACKUP\n", "latin1");
const chunkBytes = 256 * 1024;
const tagBytes = 16;
const hashBytes = 32;
const nonceBytes = 12;
const longestHeader = 4096;
const cipherName = "aes-256-gcm";
const formatNumber = 1;

const headerSchema = z.object({ format: z.int(), key: derivationSchema });

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUIntBE(number, 4, 6);
  nonce[nonceBytes - 1] = isLast ? 1 : 0;
  return nonce;
};

const sealChunk = (keys: FileKeys, number: number, isLast: boolean, plain: Buffer): Buffer => {
  const cipher = createCipheriv(cipherName, keys.content, nonceOf(number, isLast));
  const bytes = cipher.update(plain);
  cipher.final();
  return Buffer.concat([bytes, cipher.getAuthTag()]);
};

const openChunk = (keys: FileKeys, number: number, isLast: boolean, bytes: Buffer): Buffer => {
  const end = bytes.length - tagBytes;
  const decipher = createDecipheriv(cipherName, keys.content, nonceOf(number, isLast));
  decipher.setAuthTag(bytes.subarray(end));
  const plain = decipher.update(bytes.subarray(0, end));
  decipher.final();
  return plain;
};

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
const proofOf = (keys: FileKeys, header: Buffer): Buffer =>
  createHmac("sha256", keys.check).update(header).digest();

const openingOf = async (secret: BackupSecret) => {
  const key = newDerivation(secret);
  const keys = await deriveKeys(secret, key);
  const header = Buffer.from(JSON.stringify({ format: formatNumber, key }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  const opening = Buffer.concat([magic, length, header, proofOf(keys, header)]);
  return { keys, opening: Buffer.concat([opening, sha256(opening)]) };
};

/** Cuts what comes into pieces of one chunk each; the last may be shorter and is marked. */
async function* chunksOf(
  source: AsyncIterable<Buffer>,
): AsyncGenerator<{ plain: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const bytes of source) {
    waiting.push(bytes);
    length += bytes.length;
    if (length <= chunkBytes) continue;
    const whole = Buffer.concat(waiting);
    let at = 0;
    // One chunk is always held back: only the end tells which is the last.
    for (; whole.length - at > chunkBytes; at += chunkBytes)
      yield { plain: whole.subarray(at, at + chunkBytes), isLast: false };
    waiting = [whole.subarray(at)];
    length = whole.length - at;
  }
  yield { plain: Buffer.concat(waiting), isLast: true };
}

/** The bytes of the file around this content. */
export async function* sealed(
  secret: BackupSecret,
  content: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const { keys, opening } = await openingOf(secret);
  const whole = createHash("sha256").update(opening);
  yield opening;
  let number = 0;
  for await (const { plain, isLast } of chunksOf(content)) {
    const chunk = sealChunk(keys, number++, isLast, plain);
    whole.update(chunk);
    yield chunk;
  }
  yield whole.digest();
}

/** Reads so many bytes, or as many as are left. */
const readExactly = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
};

const notABackup = () =>
  new BackupRefused("not-a-backup", "This file is not a backup of Stepwell.");

interface Opened {
  readonly keys: FileKeys;
  /** Where the chunks begin and end, in bytes. */
  readonly from: number;
  readonly until: number;
  readonly whole: Hash;
}

/** The header and its proof, as they were written. */
const readHeader = async (file: FileHandle) => {
  const start = await readExactly(file, 0, magic.length + 4);
  if (!start.subarray(0, magic.length).equals(magic)) throw notABackup();
  if (start.length < magic.length + 4) throw damaged("it ends in its header");
  const length = start.readUInt32BE(magic.length);
  if (length > longestHeader) throw damaged("its header");
  const from = start.length + length + 2 * hashBytes;
  const opening = await readExactly(file, 0, from);
  const body = opening.subarray(0, -hashBytes);
  if (opening.length < from || !sha256(body).equals(opening.subarray(-hashBytes)))
    throw damaged("its header");
  const header = body.subarray(start.length, -hashBytes);
  return { from, opening, header, proof: body.subarray(-hashBytes) };
};

const parseHeader = (bytes: Buffer) => {
  const value: unknown = JSON.parse(bytes.toString("utf8"));
  const { format } = z.object({ format: z.int() }).parse(value);
  if (format > formatNumber)
    throw new BackupRefused(
      "newer-format",
      `This backup has format ${format}, and this version reads ${formatNumber}. Use the version that made it, or a newer one.`,
    );
  return headerSchema.parse(value);
};

const openFile = async (file: FileHandle, secret: BackupSecret): Promise<Opened> => {
  const { from, opening, header, proof } = await readHeader(file);
  const { key } = parseHeader(header);
  const keys = await deriveKeys(secret, key);
  if (!timingSafeEqual(proofOf(keys, header), proof))
    throw new BackupRefused(
      "wrong-secret",
      `The ${key.kind === "passphrase" ? "passphrase" : "key file"} is not the one this backup was made with.`,
    );
  const until = (await file.stat()).size - hashBytes;
  if (until < from + tagBytes) throw damaged("it ends too early");
  return { keys, from, until, whole: createHash("sha256").update(opening) };
};

/** The content of a file. Every byte that comes out has been proven; a damaged file throws before its damage comes out. */
export async function* unsealed(file: FileHandle, secret: BackupSecret): AsyncGenerator<Buffer> {
  const { keys, from, until, whole } = await openFile(file, secret);
  const step = chunkBytes + tagBytes;
  for (let at = from, number = 0; at < until; at += step, number++) {
    const bytes = await readExactly(file, at, Math.min(step, until - at));
    whole.update(bytes);
    let plain: Buffer;
    try {
      plain = openChunk(keys, number, at + step >= until, bytes);
    } catch {
      throw damaged(`the portion at byte ${at}`);
    }
    yield plain;
  }
  const checksum = await readExactly(file, until, hashBytes);
  if (!whole.digest().equals(checksum))
    throw damaged("its checksum is not the one it was made with");
}
