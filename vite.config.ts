import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import { leaveSchemasToTheServer } from "#web/app/build/leave-schemas-to-the-server.ts";
import { sayEnglishInPlace } from "#web/app/build/say-english-in-place.ts";

const apps = ["staff", "patient"] as const;
type App = (typeof apps)[number];
const addresses: Readonly<Record<App, string>> = { staff: "/staff/", patient: "/my/" };

const gzipBytes = (source: string | Uint8Array): number => gzipSync(source).length;

type Bundle = Rolldown.OutputBundle;

/** Everything that must arrive before the first line of a chunk runs: itself and what it imports, not what it may ask for later. */
const closureOf = (bundle: Bundle, first: string): string[] => {
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

const chunkNamed = (bundle: Bundle, name: string): Rolldown.OutputChunk => {
  const found = Object.values(bundle).find(
    (output) => output.type === "chunk" && output.isEntry && output.name === name,
  );
  if (found?.type !== "chunk") throw new Error(`The build made no entry named ${name}.`);
  return found;
};

const assetLike = (bundle: Bundle, pattern: RegExp): string | undefined =>
  Object.keys(bundle).find((file) => pattern.test(file));

/** Whatever an entry may ask for, sooner or later: its code and the styles of it. */
const reachOf = (bundle: Bundle, first: string): string[] => {
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

/** The files that an app may ask for besides those it starts with. */
const furtherOf = (bundle: Bundle, app: App, kept: readonly string[]): string[] =>
  reachOf(bundle, chunkNamed(bundle, app).fileName)
    .map((file) => `/${file}`)
    .filter((file) => !kept.includes(file));

/** What both apps ask for when there is no network: it comes after the first screen, and is kept with it. */
const withoutNetwork = (bundle: Bundle): string[] =>
  Object.values(bundle).flatMap((output) =>
    output.type === "chunk" && output.name === "ground" ? reachOf(bundle, output.fileName) : [],
  );

type Pages = Readonly<Record<App, readonly string[]>>;

/** The built service worker with the files it keeps written into it. */
const withPages = (code: string, pages: Pages, further: Pages): string => {
  const version = createHash("sha256")
    .update(JSON.stringify([pages, further]))
    .digest("hex")
    .slice(0, 12);
  return code
    .replaceAll("VERSION_OF_THE_FILES", JSON.stringify(`stepwell-${version}`))
    .replaceAll("FILES_OF_THE_PAGES", JSON.stringify(pages))
    .replaceAll("FURTHER_FILES", JSON.stringify(further));
};

const webManifest = (app: App, icon: string): string =>
  JSON.stringify({
    name: app === "staff" ? "Stepwell" : "Stepwell, my program",
    short_name: "Stepwell",
    id: addresses[app],
    start_url: addresses[app].replace(/\/$/, ""),
    scope: addresses[app].replace(/\/$/, ""),
    display: "standalone",
    background_color: "#f6f2ea",
    theme_color: "#006a68",
    icons: [{ src: `/${icon}`, sizes: "any", type: "image/svg+xml" }],
  });

/** What an entry loads before its first line runs, and how large that is. */
const entryOf = (bundle: Bundle, name: string) => {
  const files = closureOf(bundle, chunkNamed(bundle, name).fileName);
  return { ...sizesOf(bundle, files), styles: sizesOf(bundle, stylesOf(bundle, files)) };
};

const shellOf = ({ files, styles }: ReturnType<typeof entryOf>): string[] =>
  [...files, ...styles.files].map(({ file }) => file);

/**
 * What stands beside the chunks: the list of what each entry loads (`bundle.json`, read by the size
 * check), the manifests and the service worker.
 */
const houseFiles = (): Plugin => ({
  name: "house-files",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const icon = assetLike(bundle, /icon-[^/]*\.svg$/) ?? "";
      const boot = chunkNamed(bundle, "theme-boot").fileName;
      const font = assetLike(bundle, /grotesk-latin-wght-normal[^/]*\.woff2$/) ?? "";
      const entries = { staff: entryOf(bundle, "staff"), patient: entryOf(bundle, "patient") };
      const emit = (fileName: string, source: string): void => {
        this.emitFile({ type: "asset", fileName, source });
      };
      emit("bundle.json", JSON.stringify(entries, null, 2));
      for (const app of apps) emit(`${app}.webmanifest`, webManifest(app, icon));
      const pageOf = (app: App): string[] => [
        addresses[app],
        ...[
          ...new Set([boot, font, icon, ...shellOf(entries[app]), ...withoutNetwork(bundle)]),
        ].map((file) => `/${file}`),
      ];
      // At the root, because a worker may only serve what lies beneath its own address.
      const worker = chunkNamed(bundle, "service-worker");
      const pages = { staff: pageOf("staff"), patient: pageOf("patient") };
      // A phone keeps what it opened; a tablet in a group room must open any screen of the evening.
      const further = { staff: furtherOf(bundle, "staff", pages.staff), patient: [] };
      emit("sw.js", withPages(worker.code, pages, further));
      delete bundle[worker.fileName];
    },
  },
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) => {
      if (!bundle) return [];
      const font = assetLike(bundle, /grotesk-latin-wght-normal[^/]*\.woff2$/);
      return [
        // A plain script, not a module: it must run before the first paint.
        {
          tag: "script",
          attrs: { src: `/${chunkNamed(bundle, "theme-boot").fileName}` },
          injectTo: "head",
        },
        {
          tag: "link",
          attrs: {
            rel: "preload",
            as: "font",
            type: "font/woff2",
            href: `/${font}`,
            crossorigin: "",
          },
          injectTo: "head",
        },
      ];
    },
  },
});

/** Text is compressed once, at build time; the server hands out what the browser takes. */
const precompress = (): Plugin => ({
  name: "precompress",
  apply: "build",
  enforce: "post",
  writeBundle(options) {
    const folder = options.dir ?? "";
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.(js|css|html|svg|webmanifest)$/.test(file)) continue;
      const place = path.join(folder, file);
      const bytes = readFileSync(place);
      if (bytes.length < 1024) continue;
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
      writeFileSync(`${place}.br`, brotliCompressSync(bytes, quality));
      writeFileSync(`${place}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
});

/**
 * What both apps start with, in one file instead of twenty. It is named here one by one: what is asked for later may not come
 * along, and with it everything it needs.
 */
const firstOfPlatform = [
  "address",
  "call",
  "clock",
  "dates",
  "device-clock",
  "idle",
  "kept-answers",
  "language",
  "last-input",
  "notices",
  "online",
  "open-vault",
  "paths",
  "problem-words",
  "query-client",
  "sent-drafts",
  "service-worker",
  "session",
  "signed-in-gate",
  "store",
  "theme",
  "use-act",
  "use-idle-guard",
  "use-now",
  "use-read",
  "use-say",
  "vault-lock",
  "vault-owner",
  "visit",
  "wait-sentence",
  "waiting-changes",
];
const ground = new RegExp(
  String.raw`node_modules/(@tanstack/(query-core|react-query)|@lingui|use-sync-external-store)/|src/web/platform/(${firstOfPlatform.join("|")})\.`,
);

const root = import.meta.dirname;
const web = path.join(root, "src/web");

export default defineConfig({
  root: web,
  base: "/",
  publicDir: false,
  plugins: [
    react(),
    lingui({ cwd: root }),
    babel({
      presets: [linguiTransformerBabelPreset({ descriptorFields: "message" }, { cwd: root })],
    }),
    sayEnglishInPlace(),
    leaveSchemasToTheServer(),
    houseFiles(),
    precompress(),
  ],
  build: {
    outDir: path.join(root, "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: "ground", test: ground },
          ],
        },
      },
      input: {
        staff: path.join(web, "staff.html"),
        patient: path.join(web, "patient.html"),
        "theme-boot": path.join(web, "app/theme-boot.ts"),
        "service-worker": path.join(web, "app/service-worker.ts"),
      },
    },
  },
});
