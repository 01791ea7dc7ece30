import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { open, unlink, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { UploadedFile } from "#server/platform/http/on.ts";

/** A file that has arrived whole. Closing it takes it away. */
export interface SpooledFile extends UploadedFile {
  close(): Promise<void>;
}

const method = "aes-256-ctr";
const readAtOnce = 65_536;

async function* read(handle: FileHandle, key: Buffer, iv: Buffer): AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv(method, key, iv);
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await handle.read({
      buffer: Buffer.allocUnsafe(readAtOnce),
      position,
    });
    if (bytesRead === 0) return;
    position += bytesRead;
    yield decipher.update(buffer.subarray(0, bytesRead));
  }
}

/**
 * Takes an upload in as fast or as slowly as it comes, before anything is done with it. It lies in the folder for temporary
 * files, without a name and under a key that only this request has: whatever happens to the process, nobody reads it afterwards.
 */
export const spool = async ({ name, type, bytes }: UploadedFile): Promise<SpooledFile> => {
  const place = path.join(tmpdir(), `stepwell-${randomUUID()}`);
  const handle = await open(place, "wx+", 0o600);
  try {
    await unlink(place);
    const [key, iv] = [randomBytes(32), randomBytes(16)];
    const cipher = createCipheriv(method, key, iv);
    for await (const chunk of bytes) await handle.appendFile(cipher.update(chunk));
    return { name, type, bytes: read(handle, key, iv), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
};
