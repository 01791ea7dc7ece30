import { createHash, type Hash } from "node:crypto";
import type { ExportFile } from "#domain/exports/export-run.ts";

/** So much of a file is kept in one row. */
const portionBytes = 512 * 1024;

/** Keeps one portion of a file. */
export type KeepPortion = (file: string, number: number, content: Buffer) => Promise<void>;

/** One file that is written in portions: it remembers its hash and its size, and keeps no more than a portion in memory. */
export class PartWriter {
  readonly name: string;
  readonly #keep: KeepPortion;
  readonly #hash: Hash = createHash("sha256");
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #bytes = 0;
  #rows = 0;
  #number = 0;

  constructor(name: string, keep: KeepPortion) {
    this.name = name;
    this.#keep = keep;
  }

  /** Writes text or bytes that hold so many rows. */
  async write(content: string | Uint8Array, rows = 1): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#hash.update(bytes);
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#bytes += bytes.length;
    this.#rows += rows;
    if (this.#waitingBytes >= portionBytes) await this.#flush();
  }

  async #flush(): Promise<void> {
    const all = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (let at = 0; at < all.length; at += portionBytes)
      await this.#keep(this.name, this.#number++, all.subarray(at, at + portionBytes));
  }

  /** Keeps what is left, and says what the file is. */
  async end(): Promise<ExportFile> {
    if (this.#waitingBytes > 0) await this.#flush();
    const { name } = this;
    return { name, bytes: this.#bytes, rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}
