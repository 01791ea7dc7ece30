import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { chunkNamed, closureOf, type Bundle } from "./bundle-reach.ts";

const renderer = "served-sign-ins";
const program = path.join(import.meta.dirname, "render-sign-ins.ts");
const place = '<div id="root"></div>';
const code = /<script type="module" crossorigin src="([^"]+)"><\/script>/;

/** The page of a door with its screen in it. Its code is fetched at once and begun by `before-paint.ts`. */
const withScreen = (door: string, screen: string): string => {
  if (!door.includes(place) || !code.test(door)) throw new Error("A door has no place or no code.");
  return door
    .replace(place, () => screen)
    .replace(code, '<link rel="modulepreload" crossorigin data-begins href="$1">');
};

/** The files of the renderer that no page asks for. */
const ownFiles = (bundle: Bundle): string[] => {
  const [first = "", ...imported] = closureOf(bundle, chunkNamed(bundle, renderer).fileName);
  const asked = new Set(
    Object.values(bundle).flatMap((output) =>
      output.type === "chunk" && output.fileName !== first
        ? [...output.imports, ...output.dynamicImports]
        : [],
    ),
  );
  return [first, ...imported.filter((file) => !asked.has(file))];
};

/**
 * Writes what `module` renders, the sign-in of each app, into its door as `staff-sign-in.html` and `patient-sign-in.html`.
 * It is rendered by the very code that the browser runs, and can be read and typed into before that code is there.
 */
export const serveSignIns = (module: string): Plugin => ({
  name: "serve-sign-ins",
  apply: "build",
  enforce: "post",
  buildStart() {
    this.emitFile({ type: "chunk", id: module, name: renderer, preserveSignature: "strict" });
  },
  writeBundle({ dir = "" }, bundle) {
    const at = (file: string): string => path.join(dir, file);
    const built = at(chunkNamed(bundle, renderer).fileName);
    const rendered = execFileSync(process.execPath, [program, built], { encoding: "utf8" });
    const screens = JSON.parse(rendered) as Readonly<Record<string, string>>;
    for (const [app, screen] of Object.entries(screens)) {
      const door = readFileSync(at(`${app}-door.html`), "utf8");
      writeFileSync(at(`${app}-sign-in.html`), withScreen(door, screen));
    }
    // What only the build needs is not served.
    for (const file of [...ownFiles(bundle), "patient-door.html"]) rmSync(at(file));
  },
});
