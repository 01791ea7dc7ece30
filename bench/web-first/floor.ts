import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Plugin } from "vite";
import type { Stage } from "../frame/stage.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** React, react-dom and one form that keeps what is typed: the least a screen of ours can be. */
const floorScript = `
import { createElement as element, useState } from "react";
import { createRoot } from "react-dom/client";
const SignIn = () => {
  const [email, setEmail] = useState("");
  return element("form", { onSubmit: (event) => event.preventDefault() },
    element("h1", null, "Sign in"),
    element("label", null, "Email",
      element("input", { value: email, onChange: (event) => setEmail(event.target.value) })),
    element("label", null, "Password", element("input", { type: "password" })),
    element("button", null, "Sign in"));
};
createRoot(document.getElementById("root")).render(element(SignIn));
`;

const page = (file: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Floor</title><script type="module" src="/${file}"></script><div id="root"></div></html>`;

const entry = "virtual:floor";
const fromText: Plugin = {
  name: "floor",
  resolveId: (id) => (id === entry ? path.join(root, "floor.js") : null),
  load: (id) => (id === path.join(root, "floor.js") ? floorScript : null),
};

/** Builds the floor with the builder of the product; answers its one script. */
export const buildFloor = async (folder: string): Promise<string> => {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [fromText],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2023",
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, output: { entryFileNames: "floor.js" } },
    },
  });
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".js"));
  if (file === undefined) throw new Error("the floor was not built");
  writeFileSync(path.join(folder, "index.html"), page(file));
  return path.join(folder, file);
};

const compress = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** Serves the built floor, compressed beforehand, as the product serves its own files; answers the origin. */
export const serveFloor = async (stage: Stage, script: string): Promise<string> => {
  const folder = path.dirname(script);
  const files = new Map([
    ["/", { type: "text/html", body: compress(readFileSync(path.join(folder, "index.html"))) }],
    [
      `/${path.basename(script)}`,
      { type: "text/javascript", body: compress(readFileSync(script)) },
    ],
  ]);
  const server = http.createServer((request, response) => {
    const file = files.get(request.url ?? "");
    if (file === undefined) return void response.writeHead(404).end();
    const headers = { "content-type": file.type, "content-encoding": "br" };
    response.writeHead(200, headers).end(file.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  stage.onClose(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (!(address instanceof Object)) throw new Error("the floor is not served");
  return `http://127.0.0.1:${address.port}`;
};
