import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";

export type Bundle = Rolldown.OutputBundle;

const gzipBytes = (source: string | Uint8Array): number => gzipSync(source).length;

/** Everything that must arrive before the first line of a chunk runs: itself and what it imports, not what it may ask for later. */
export const closureOf = (bundle: Bundle, first: string): string[] => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    const chunk = bundle[file];
    if (seen.has(file) || chunk?.type !== "chunk") return;
    seen.add(file);
    for (const imported of chunk.imports) visit(imported);
  };
  visit(first);
  return [...seen];
};

const sizesOf = (bundle: Bundle, files: readonly string[]) => {
  const sizes = files.map((file) => {
    const output = bundle[file];
    const source = output?.type === "chunk" ? output.code : (output?.source ?? "");
    return { file, gzip: gzipBytes(source) };
  });
  return { files: sizes, gzip: sizes.reduce((sum, one) => sum + one.gzip, 0) };
};

const stylesOf = (bundle: Bundle, files: readonly string[]): string[] => [
  ...new Set(
    files.flatMap((file) => {
      const chunk = bundle[file];
      return chunk?.type === "chunk" ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
    }),
  ),
];

export const chunkNamed = (bundle: Bundle, name: string): Rolldown.OutputChunk => {
  const found = Object.values(bundle).find(
    (output) => output.type === "chunk" && output.isEntry && output.name === name,
  );
  if (found?.type !== "chunk") throw new Error(`The build made no entry named ${name}.`);
  return found;
};

/** Whatever an entry may ask for, sooner or later: its code and the styles of it. */
export const reachOf = (bundle: Bundle, first: string): string[] => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    const chunk = bundle[file];
    if (seen.has(file) || chunk?.type !== "chunk") return;
    seen.add(file);
    for (const imported of [...chunk.imports, ...chunk.dynamicImports]) visit(imported);
  };
  visit(first);
  return [...seen, ...stylesOf(bundle, [...seen])];
};

/** What an entry loads before its first line runs, and how large that is. */
export const entryOf = (bundle: Bundle, name: string) => {
  const files = closureOf(bundle, chunkNamed(bundle, name).fileName);
  return { ...sizesOf(bundle, files), styles: sizesOf(bundle, stylesOf(bundle, files)) };
};
