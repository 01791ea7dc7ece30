import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";

const lineSchema = z.object({
  organizationId: idSchema,
  at: z.string(),
  isIntact: z.boolean(),
  /** False where only the newest batches were looked at. */
  isWhole: z.boolean(),
  findings: z.int(),
});

/** That a trail was recomputed, when, and what came of it. */
export type TrailVerification = z.output<typeof lineSchema>;

/** What verifications came to, beside the anchors: outside of the database, where whoever alters it does not reach. */
export interface VerificationLog {
  append(verification: TrailVerification): Promise<void>;
  /** The last one that looked at everything, or a later one that found something. */
  last(organizationId: string): Promise<TrailVerification | undefined>;
}

const readLine = (line: string): TrailVerification | undefined => {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    // A line that was cut off by a kill: that verification was not told to anybody either.
    return undefined;
  }
};

/** The log in this file, one JSON object a line. */
export const openVerificationLog = (file: string): VerificationLog => ({
  append: async (verification) => {
    await mkdir(path.dirname(file), { recursive: true });
    await appendFile(file, `\n${JSON.stringify(verification)}`, { mode: 0o600 });
  },
  last: async (organizationId) => {
    const text = await readFile(file, "utf8").catch(() => "");
    return text
      .split("\n")
      .map(readLine)
      .findLast((one) => one?.organizationId === organizationId && (one.isWhole || !one.isIntact));
  },
});
