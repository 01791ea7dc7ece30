import { createHash } from "node:crypto";
import type { HtmlTagDescriptor, Plugin } from "vite";
import { chunkNamed, closureOf, entryOf, reachOf, type Bundle } from "./bundle-reach.ts";

const apps = ["staff", "patient"] as const;
type App = (typeof apps)[number];
const addresses: Readonly<Record<App, string>> = { staff: "/staff/", patient: "/my/" };

/** The files that an app may ask for besides those it starts with. */
const furtherOf = (bundle: Bundle, app: App, kept: readonly string[]): string[] =>
  reachOf(bundle, chunkNamed(bundle, app).fileName)
    .map((file) => `/${file}`)
    .filter((file) => !kept.includes(file));

/** What both apps ask for when there is no network: it comes after the first screen, and is kept with it. */
const withoutNetwork = (bundle: Bundle): string[] =>
  Object.values(bundle).flatMap((output) =>
    output.type === "chunk" && output.facadeModuleId?.includes("/src/web/platform/")
      ? closureOf(bundle, output.fileName)
      : [],
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

const shellOf = ({ files, styles }: ReturnType<typeof entryOf>): string[] =>
  [...files, ...styles.files].map(({ file }) => file);

const assetLike = (bundle: Bundle, pattern: RegExp): string =>
  Object.keys(bundle).find((file) => pattern.test(file)) ?? "";
const iconOf = (bundle: Bundle): string => assetLike(bundle, /icon-[^/]*\.svg$/);
const fontOf = (bundle: Bundle): string =>
  assetLike(bundle, /grotesk-latin-wght-normal[^/]*\.woff2$/);

const beforePaint = "before-paint";

/** A plain script, not a module, and before the sheets, for which it need not wait: it must run before the first paint. */
const bootTag = (bundle: Bundle): HtmlTagDescriptor => ({
  tag: "script",
  attrs: { src: `/${chunkNamed(bundle, beforePaint).fileName}` },
  injectTo: "head-prepend",
});

const fontTag = (bundle: Bundle): HtmlTagDescriptor => ({
  tag: "link",
  attrs: {
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href: `/${fontOf(bundle)}`,
    crossorigin: "",
  },
  injectTo: "head",
});

/** At a door the letters come after the code: on a slow telephone they are a quarter of what one would wait for. */
const headOf = (bundle: Bundle, page: string): HtmlTagDescriptor[] =>
  page.endsWith("-door.html") ? [bootTag(bundle)] : [bootTag(bundle), fontTag(bundle)];

/**
 * What stands beside the chunks: the list of what each of these pages loads (`bundle.json`, read by the size check), the
 * manifests and the service worker; and what the head of each page says.
 */
export const houseFiles = (pages: readonly string[]): Plugin => ({
  name: "house-files",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const emit = (fileName: string, source: string): void => {
        this.emitFile({ type: "asset", fileName, source });
      };
      const loaded = Object.fromEntries(pages.map((page) => [page, entryOf(bundle, page)]));
      emit("bundle.json", JSON.stringify(loaded, null, 2));
      for (const app of apps) emit(`${app}.webmanifest`, webManifest(app, iconOf(bundle)));
      const common = [
        chunkNamed(bundle, beforePaint).fileName,
        fontOf(bundle),
        iconOf(bundle),
        ...withoutNetwork(bundle),
      ];
      const keptOf = (app: App): string[] => [
        addresses[app],
        ...[...new Set([...common, ...shellOf(entryOf(bundle, app))])].map((file) => `/${file}`),
      ];
      // At the root, because a worker may only serve what lies beneath its own address.
      const worker = chunkNamed(bundle, "service-worker");
      const kept = { staff: keptOf("staff"), patient: keptOf("patient") };
      // A tablet in a group room must open any screen of the evening, a phone in a basement any of its few.
      const further = {
        staff: furtherOf(bundle, "staff", kept.staff),
        patient: furtherOf(bundle, "patient", kept.patient),
      };
      emit("sw.js", withPages(worker.code, kept, further));
      delete bundle[worker.fileName];
    },
  },
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle, path: page }) => (bundle ? headOf(bundle, page) : []),
  },
});
