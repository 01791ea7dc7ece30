import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { z } from "zod";

export type Coding = "gzip" | "brotli";

const coded: Readonly<Record<Coding, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
  brotli: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
};

/** Kilobytes (1000 bytes) of these files, each compressed by itself as they are sent. */
export const kilobytesOf = (files: readonly string[], coding: Coding): number =>
  files.reduce((sum, file) => sum + coded[coding](readFileSync(file)).length, 0) / 1000;

const entrySchema = z.object({ files: z.array(z.object({ file: z.string() })) });
const bundleSchema = z.object({ staff: entrySchema, patient: entrySchema });

/** The scripts each app loads before its first screen, as the build wrote them down, and all that public pages may load. */
export const scriptsOf = (
  root: string,
): Readonly<Record<"staff" | "patient" | "public", string[]>> => {
  const built = path.join(root, "dist/web");
  const text = readFileSync(path.join(built, "bundle.json"), "utf8");
  const { staff, patient } = bundleSchema.parse(JSON.parse(text));
  const placesOf = (entry: z.output<typeof entrySchema>) =>
    entry.files.map(({ file }) => path.join(built, file));
  const pages = path.join(root, "src/server/pages/scripts");
  const ofPages = readdirSync(pages).map((name) => path.join(pages, name));
  return { staff: placesOf(staff), patient: placesOf(patient), public: ofPages };
};
