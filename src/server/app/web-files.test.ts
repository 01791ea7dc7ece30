import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fastify } from "fastify";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveWebFiles } from "#server/app/web-files.ts";

let folder: string;
const build = (place: string, name: string): void => {
  mkdirSync(path.join(place, "assets"), { recursive: true });
  for (const page of [
    "staff.html",
    "patient.html",
    "staff-door.html",
    "staff-sign-in.html",
    "patient-sign-in.html",
    "sw.js",
  ])
    writeFileSync(path.join(place, page), `${page} of ${name}`);
  writeFileSync(path.join(place, "assets", `${name}.js`), name);
  writeFileSync(path.join(place, "assets", `${name}.js.br`), `${name} small`);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stepwell-web-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("serves pages that are asked for anew, and files that are kept, also of a later build", async () => {
  const root = path.join(folder, "web");
  build(root, "first");
  const app = fastify();
  await serveWebFiles(app, root);
  const get = async (url: string, headers = {}) => {
    const { statusCode, body, headers: sent } = await app.inject({ url, headers });
    return [statusCode, body, sent["cache-control"], sent["content-encoding"]];
  };
  const kept = "public, max-age=31536000, immutable";
  expect(await get("/assets/first.js")).toEqual([200, "first", kept, undefined]);
  expect(await get("/sw.js")).toEqual([200, "sw.js of first", "no-cache", undefined]);

  build(`${root}.unfinished`, "second");
  renameSync(root, `${root}.old`);
  renameSync(`${root}.unfinished`, root);
  const small = { "accept-encoding": "br" };
  expect(await get("/assets/second.js", small)).toEqual([200, "second small", kept, "br"]);
  expect(await get("/staff/sites")).toEqual([200, "staff.html of second", "no-cache", undefined]);
  expect(await get("/my")).toEqual([200, "patient.html of second", "no-cache", undefined]);
  for (const door of ["forgotten", "reset/abc", "invitation/abc"])
    expect((await get(`/staff/${door}`))[1]).toBe("staff-door.html of second");
  expect((await get("/staff/sign-in"))[1]).toBe("staff-sign-in.html of second");
  expect((await get("/my/sign-in"))[1]).toBe("patient-sign-in.html of second");
  expect((await get("/assets/first.js"))[0]).toBe(404);
  expect((await get("/assets/..%2fstaff.html"))[0]).toBe(404);
  await app.close();
});
