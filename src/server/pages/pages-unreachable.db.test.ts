import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "#server/app/build-server.ts";
import { openPool } from "#server/db/pool.ts";
import { registerPages } from "#server/pages/pages.routes.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;

const options = {
  contracts: [],
  isDemo: false,
  showsLetters: false,
  publicUrl: () => "http://127.0.0.1:3000",
  version: "1.2.3",
};
const headers = { accept: "text/html" };

beforeAll(async () => {
  product = await openTestProduct(() => []);
  await registerPages(product.app, { ...options, services: product.services });
});
afterAll(() => product.close());

describe("when a page cannot be shown", () => {
  test("without a database crisis help is shown all the same, and other pages say that the mistake is ours", async () => {
    const pool = openPool({ url: product.database.appUrl });
    await pool.end();
    const services = { ...product.services, pool };
    const app = await buildServer({ services, routes: [], logger: pino({ level: "silent" }) });
    await registerPages(app, { ...options, services });
    const help = await app.inject({ url: "/help", headers });
    expect(help.statusCode).toBe(200);
    expect(help.body).toContain("The programs’ own lines cannot be shown right now.");
    expect(help.body).toContain("tel:988");
    const list = await app.inject({ url: "/programs?lang=es", headers });
    expect(list.statusCode).toBe(503);
    expect(list.headers["cache-control"]).toBe("no-store");
    expect(list.body).toContain("Esta página no se puede mostrar ahora");
    expect(list.body).toContain(String(list.headers["x-request-id"]));
    await app.close();
  });

  test("a flood of one address is told to wait", async () => {
    const ask = () => product.app.inject({ url: "/programs/never-there", headers });
    const answers = await Promise.all(Array.from({ length: 301 }, ask));
    const last = answers.filter((answer) => answer.statusCode === 429);
    expect(last.length).toBeGreaterThan(0);
    expect(last[0]?.body).toContain("That was a lot of requests at once");
  });
});
