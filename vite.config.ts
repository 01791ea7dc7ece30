import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { firstFiles } from "#web/app/build/first-files.ts";
import { leaveSchemasToTheServer } from "#web/app/build/leave-schemas-to-the-server.ts";
import { sayEnglishInPlace } from "#web/app/build/say-english-in-place.ts";
import { doorPages } from "./bin/web-app/door-pages.ts";
import { houseFiles } from "./bin/web-app/house-files.ts";
import { serveSignIns } from "./bin/web-app/serve-sign-ins.ts";

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

const root = import.meta.dirname;
const web = path.join(root, "src/web");

/** The pages, with the module that each begins with: the two apps, and their doors for whoever is not signed in. */
const pages = {
  staff: path.join(web, "app/staff/main.tsx"),
  patient: path.join(web, "app/patient/main.tsx"),
  "staff-door": path.join(web, "app/staff/door.tsx"),
  "patient-door": path.join(web, "app/patient/door.tsx"),
};

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
    doorPages(),
    houseFiles(Object.keys(pages)),
    serveSignIns(path.join(web, "app/served-sign-ins.tsx")),
    precompress(),
  ],
  build: {
    outDir: path.join(root, "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What a bundler spends its time on is no news for whoever starts the product.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "react",
              // What renders markup runs in the build alone.
              test: /node_modules\/(react|react-dom|scheduler)\/(?!.*server)|rolldown\/runtime/,
            },
            { name: firstFiles(pages), debugName: "first", tags: ["$initial"] },
            // A dozen small drawings on each screen would be a dozen files.
            { name: "icons", test: /@tabler\/icons-react/, minShareCount: 2 },
          ],
        },
      },
      input: {
        ...Object.fromEntries(
          Object.keys(pages).map((page) => [page, path.join(web, `${page}.html`)]),
        ),
        "before-paint": path.join(web, "app/before-paint.ts"),
        "service-worker": path.join(web, "app/service-worker.ts"),
      },
    },
  },
});
