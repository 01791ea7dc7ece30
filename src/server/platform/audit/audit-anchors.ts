import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";

const anchorSchema = z.object({
  organizationId: idSchema,
  number: z.int().positive(),
  /** SHA-256 in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.string(),
});

/** The head of an organization's seals at one moment, kept where whoever alters the database does not reach. */
export type Anchor = z.output<typeof anchorSchema>;

/** An append-only file of anchors, one JSON object a line. */
export interface AnchorFile {
  /** The highest number anchored for an organization; 0 for none. */
  lastNumber(organizationId: string): Promise<number>;
  /** Durable when it answers. */
  append(anchors: readonly Anchor[]): Promise<void>;
  /** Every anchor of one organization as it was written; null for a line that cannot be read. */
  read(organizationId: string): AsyncIterable<Anchor | null>;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

async function* linesOf(file: string): AsyncIterable<string> {
  const input = createReadStream(file, "utf8");
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) yield line;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

const readAnchor = (line: string): Anchor | null => {
  try {
    return anchorSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

const newline = 0x0a;
const longestLine = 1000;

/** Cuts off a line whose writing was interrupted: its seal is still in the database and is anchored again. */
const mendTail = async (file: string): Promise<void> => {
  const handle = await open(file, "r+").catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return;
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - longestLine);
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    const end = buffer.subarray(0, bytesRead).lastIndexOf(newline) + 1;
    if (end !== bytesRead) await handle.truncate(start + end);
  } finally {
    await handle.close();
  }
};

const appendLines = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
};

/** The anchors in this file. Nothing is read before it is needed, so that a long file does not delay a start. */
export const openAnchorFile = (file: string): AnchorFile => {
  let last: Promise<Map<string, number>> | undefined;

  const readLast = async (): Promise<Map<string, number>> => {
    await mendTail(file);
    const numbers = new Map<string, number>();
    for await (const line of linesOf(file)) {
      const anchor = readAnchor(line);
      if (anchor !== null && anchor.number > (numbers.get(anchor.organizationId) ?? 0))
        numbers.set(anchor.organizationId, anchor.number);
    }
    return numbers;
  };
  const lastNumbers = (): Promise<Map<string, number>> => {
    last ??= readLast();
    last.catch(() => {
      last = undefined;
    });
    return last;
  };

  return {
    lastNumber: async (organizationId) => (await lastNumbers()).get(organizationId) ?? 0,
    append: async (anchors) => {
      if (anchors.length === 0) return;
      const numbers = await lastNumbers();
      await appendLines(file, anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join(""));
      for (const { organizationId, number } of anchors)
        numbers.set(organizationId, Math.max(number, numbers.get(organizationId) ?? 0));
    },
    read: async function* (organizationId) {
      for await (const line of linesOf(file)) {
        if (!line.includes(organizationId)) continue;
        const anchor = readAnchor(line);
        if (anchor === null || anchor.organizationId === organizationId) yield anchor;
      }
    },
  };
};
