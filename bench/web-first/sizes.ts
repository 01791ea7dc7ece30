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

const builtPages = z.enum(["staff", "staff-door", "patient", "patient-door"]);
const bundleSchema = z.record(
  builtPages,
  z.object({ files: z.array(z.object({ file: z.string() })) }),
);
export const pages = [...builtPages.options, "public"] as const;
export type Page = (typeof pages)[number];

/** The scripts each page loads before its first screen, as the build wrote them down, and all that public pages may load. */
export const scriptsOf = (root: string): Readonly<Record<Page, readonly string[]>> => {
  const built = path.join(root, "dist/web");
  const text = readFileSync(path.join(built, "bundle.json"), "utf8");
  const entries = bundleSchema.parse(JSON.parse(text));
  const placesOf = (page: z.output<typeof builtPages>) =>
    entries[page].files.map(({ file }) => path.join(built, file));
  const ownScripts = path.join(root, "src/server/pages/scripts");
  const ofPages = readdirSync(ownScripts).map((name) => path.join(ownScripts, name));
  return {
    staff: placesOf("staff"),
    "staff-door": placesOf("staff-door"),
    patient: placesOf("patient"),
    "patient-door": placesOf("patient-door"),
    public: ofPages,
  };
};
