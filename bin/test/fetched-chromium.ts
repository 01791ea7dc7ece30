import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { runNpm } from "../bootstrap/npm.mjs";
import { runtimeFolder } from "../bootstrap/paths.mjs";
import { during } from "../bootstrap/progress.mjs";
import type { Chromium } from "./find-chromium.ts";

const packageName = "@sparticuz/chromium";
const version = "153.0.0";
const folder = path.join(runtimeFolder, "chromium");

/**
 * The Chromium that comes as an npm package, unpacked into .runtime. Only its program and libraries
 * are taken: the flags it recommends switch web security off.
 */
export const fetchedChromium = async (): Promise<Chromium> => {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "There is no Chromium for the browser tests. Install Chrome or Chromium, or set CHROMIUM to its program.",
    );
  }
  if (!existsSync(folder)) await fetchInto(folder);
  const program = path.join(folder, "chromium");
  return {
    program,
    ...(lacksLibraries(program) && { libraries: path.join(folder, "lib") }),
    ...(!existsSync("/etc/fonts/fonts.conf") && { fonts: folder }),
  };
};

/** Unpacks under another name and renames, so that what was cut off is not taken for complete. */
const fetchInto = async (target: string): Promise<void> => {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, "package.json"), '{ "private": true }\n');
  const args = ["install", "--ignore-scripts", `${packageName}@${version}`];
  await during("Fetching Chromium for the browser tests", () =>
    runNpm(process.execPath, args, unfinished),
  );
  unpack(path.join(unfinished, "node_modules", packageName, "bin"), unfinished);
  writeFileSync(path.join(unfinished, "fonts.conf"), fontSettings(path.join(target, "fonts")));
  rmSync(path.join(unfinished, "node_modules"), { recursive: true });
  renameSync(unfinished, target);
};

const unpack = (packed: string, target: string): void => {
  const program = path.join(target, "chromium");
  writeFileSync(program, brotliDecompressSync(readFileSync(path.join(packed, "chromium.br"))));
  chmodSync(program, 0o755);
  for (const name of ["al2023", "swiftshader", "fonts"]) {
    const archive = brotliDecompressSync(readFileSync(path.join(packed, `${name}.tar.br`)));
    const done = spawnSync("tar", ["-x", "-C", target], { input: archive });
    if (done.status !== 0)
      throw new Error(`Chromium cannot be unpacked: ${done.stderr.toString()}`);
  }
};

/** The package's own settings look for the fonts where only its makers have them. */
const fontSettings = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${fonts}</dir>
  <cachedir>${fonts}-cache</cachedir>
</fontconfig>
`;

const lacksLibraries = (program: string): boolean =>
  spawnSync("ldd", [program], { encoding: "utf8" }).stdout?.includes("not found") ?? false;
