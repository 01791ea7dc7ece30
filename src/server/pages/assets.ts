import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

const here = import.meta.dirname;
const fontPackage = "@fontsource-variable/hanken-grotesk";
/** Loaded by a browser only where a page holds letters of that range: Kovačević, Nguyễn. */
const alphabets = ["latin", "latin-ext", "vietnamese"] as const;

export interface Asset {
  /** With a hash of the content: the same address never means two contents. */
  readonly address: string;
  readonly type: string;
  readonly body: Buffer;
}

const asset = (name: string, extension: string, type: string, body: Buffer): Asset => {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { address: `/assets-public/${name}.${hash}.${extension}`, type, body };
};

const fontFile = (alphabet: string): string =>
  createRequire(import.meta.url).resolve(
    `${fontPackage}/files/hanken-grotesk-${alphabet}-wght-normal.woff2`,
  );

const fontAsset = (alphabet: string): Asset =>
  asset(`hanken-grotesk-${alphabet}`, "woff2", "font/woff2", readFileSync(fontFile(alphabet)));

/** Which letters each file holds, as the package itself says. */
const readRanges = (): Readonly<Record<string, string>> => {
  const file = path.resolve(fontFile("latin"), "../../unicode.json");
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
};

const fontFace = (font: Asset, range: string): string =>
  `@font-face{font-family:"Hanken Grotesk Variable";font-display:swap;font-weight:100 900;src:url("${font.address}") format("woff2");unicode-range:${range}}`;

/** Line breaks and comments away; a reader's browser needs neither. */
const pack = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .trim();

const tokenOf = (tokens: string, name: string): string =>
  new RegExp(`${name}:[^;#]*(#\\w+)`).exec(tokens)?.[1] ?? "currentColor";

/** The steps of the mark, on the brand's ground; colours come from the tokens. */
const iconOf = (tokens: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" fill="none"><rect width="30" height="30" rx="8" fill="${tokenOf(tokens, "--sw-brand")}"/><path d="M6 9h4v4h4v4h4v4h6" stroke="${tokenOf(tokens, "--sw-on-brand")}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const script = (name: string): Asset =>
  asset(
    name,
    "js",
    "text/javascript; charset=utf-8",
    readFileSync(path.join(here, "scripts", `${name}.js`)),
  );

/** In the order they are read: a later one may refine an earlier. */
const sheets = ["ground", "frame", "parts", "home", "programs", "letters", "api", "print"];

/** Everything the public pages load, read and hashed once. Not one address of another host is among it. */
export const loadAssets = () => {
  const tokens = readFileSync(path.resolve(here, "../../web/ui/tokens.css"), "utf8");
  const ranges = readRanges();
  const fonts = alphabets.map((alphabet) => ({ alphabet, file: fontAsset(alphabet) }));
  const faces = fonts.map(({ alphabet, file }) => fontFace(file, ranges[alphabet] ?? "U+0-10FFFF"));
  const css = pack(
    [
      ...faces,
      tokens,
      ...sheets.map((name) => readFileSync(path.join(here, "styles", `${name}.css`), "utf8")),
    ].join("\n"),
  );
  const style = asset("pages", "css", "text/css; charset=utf-8", Buffer.from(css));
  const icon = asset("icon", "svg", "image/svg+xml", Buffer.from(iconOf(tokens)));
  const findAct = script("find-act");
  const newLetters = script("new-letters");
  const [mainFont] = fonts;
  return {
    style: style.address,
    icon: icon.address,
    font: mainFont?.file.address ?? "",
    findAct: findAct.address,
    newLetters: newLetters.address,
    files: [style, icon, findAct, newLetters, ...fonts.map(({ file }) => file)],
  };
};
export type Assets = ReturnType<typeof loadAssets>;
