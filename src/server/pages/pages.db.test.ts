import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerPages } from "#server/pages/pages.routes.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let calm: TestProduct;

const addSite = async (
  { organizationId }: TestOrganization,
  name: string,
  { phone = null, isRetired = false }: { phone?: string | null; isRetired?: boolean } = {},
): Promise<void> => {
  await product.ownerPool.query(
    `insert into stepwell.site (organization_id, id, name, zone, street, unit, city, state, postal_code, phone, created_at, retired_at)
     values ($1, $2, $3, 'America/Denver', '210 Alder Street', 'Suite 4', 'Boulder', 'CO', '80301', $4, now(), case when $5 then now() end)`,
    [organizationId, newId(), name, phone, isRetired],
  );
};

const describeOrganization = async (
  { organizationId }: TestOrganization,
  values: { isListed: boolean; phone: string | null; crisisPhone: string | null },
): Promise<void> => {
  await product.ownerPool.query(
    "update stepwell.organization set is_listed = $2, phone = $3, crisis_phone = $4 where organization_id = $1",
    [organizationId, values.isListed, values.phone, values.crisisPhone],
  );
};

const addLetter = (to: string, subject: string, body: string, at: string) =>
  product.ownerPool.query(
    "insert into global.caught_mail (id, to_address, subject, body, caught_at) values ($1, $2, $3, $4, $5)",
    [newId(), to, subject, body, at],
  );

const options = {
  contracts: [],
  isDemo: true,
  showsLetters: true,
  publicUrl: () => "http://127.0.0.1:3000",
  version: "1.2.3",
};

const get = (
  url: string,
  headers: Record<string, string> = {},
  from: Pick<TestProduct, "app"> = product,
) => from.app.inject({ url, headers: { accept: "text/html", ...headers } });

const pages = [
  "/",
  "/help",
  "/programs",
  "/programs/cedar-house",
  "/programs/nobody",
  "/demo/mail",
];

beforeAll(async () => {
  product = await openTestProduct(() => []);
  await registerPages(product.app, { ...options, services: product.services });
  calm = await openTestProduct(() => []);
  await registerPages(calm.app, {
    ...options,
    isDemo: false,
    showsLetters: false,
    services: calm.services,
  });
  const cedar = await product.addOrganization("Cedar House");
  await describeOrganization(cedar, {
    isListed: true,
    phone: "3035550100",
    crisisPhone: "3035550199",
  });
  await addSite(cedar, "Pearl <Street>", { phone: "3035550101" });
  await addSite(cedar, "Closed corner", { phone: "3035550102", isRetired: true });
  const quiet = await product.addOrganization("Quiet House");
  await describeOrganization(quiet, {
    isListed: false,
    phone: "3035550110",
    crisisPhone: "3035550111",
  });
  await addSite(quiet, "Quiet corner");
  const now = product.clock.now();
  await addLetter("rosa@cedar.example", "First", "Hello.", now.subtract({ hours: 2 }).toString());
  await addLetter("rosa@cedar.example", "Second", "Again.", now.toString());
  await addLetter("someone@else.example", "Not for Rosa", "Hello.", now.toString());
});
afterAll(async () => {
  await product.close();
  await calm.close();
});

describe("every public page", () => {
  test.each(pages)("%s has crisis help on top, one heading, and a title", async (url) => {
    const { body } = await get(url);
    const strip = body.slice(body.indexOf('<aside class="crisis"'), body.indexOf("</aside>"));
    for (const way of ['href="tel:988"', 'href="sms:741741?&amp;body=HOME"', 'href="tel:911"'])
      expect(strip).toContain(way);
    expect(body.indexOf("</aside>")).toBeLessThan(body.indexOf("<main"));
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(body).toMatch(/<title>[^<]+ · Stepwell<\/title>/);
  });

  test.each(pages)("%s reads without a script and asks nobody else for anything", async (url) => {
    const { body, headers } = await get(url);
    expect(body).not.toMatch(/<script|<iframe|\son\w+=|style=/);
    const addresses = [...body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1]);
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) expect(address).toMatch(/^(?:\/(?!\/)|\?|#|tel:|sms:)/);
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test.each(pages)("%s is whole in Spanish, and carries the language on", async (url) => {
    const english = await get(url);
    const spanish = await get(`${url}?lang=es`);
    expect(spanish.body).toContain('<html lang="es">');
    expect(spanish.headers["content-language"]).toBe("es");
    expect(spanish.headers["set-cookie"]).toMatch(/^stepwell_language=es; .*SameSite=Lax/);
    expect(spanish.body).toContain('href="/programs?lang=es"');
    const heading = /<h1[^>]*>(?:<svg.*?<\/svg>)?([^<]+)/;
    const [title, titulo] = [english, spanish].map((answer) => heading.exec(answer.body)?.[1]);
    if (!url.includes("cedar")) expect(titulo).not.toBe(title);
    const kept = await get(url, { cookie: "stepwell_language=es" });
    expect(kept.body).toContain('<html lang="es">');
    const asked = await get(url, { "accept-language": "es-MX,es;q=0.9" });
    expect(asked.body).toBe(kept.body);
  });

  test("a page that has not changed is not sent again", async () => {
    const first = await get("/");
    expect(first.headers["cache-control"]).toBe("no-cache");
    expect(first.headers["vary"]).toContain("accept-language");
    const again = await get("/", { "if-none-match": String(first.headers["etag"]) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const other = await get("/?lang=es", { "if-none-match": String(first.headers["etag"]) });
    expect(other.statusCode).toBe(200);
  });
});

describe("the programs", () => {
  test("a listed program shows its numbers, its places that are open and their time zone", async () => {
    const body = (await get("/programs/cedar-house")).body.replace(/\s+/g, " ");
    for (const shown of [
      "Cedar House",
      "Pearl &lt;Street&gt;",
      "tel:+13035550100",
      "(303) 555-0101",
      "tel:+13035550199",
      "Boulder, CO 80301",
      "Mountain Time",
    ])
      expect(body).toContain(shown);
    expect(body).not.toContain("Closed corner");
  });

  test("what it offers reads by its name for the public, and else by its own", async () => {
    for (const [slug, name, publicName, isListed] of [
      ["sud", "Evening SUD IOP", "Evenings without alcohol", true],
      ["school", "After school", null, true],
      ["pilot", "Pilot IOP", "Not yet for anybody", false],
    ])
      await product.ownerPool.query(
        `insert into stepwell.program (organization_id, id, site_id, slug, name, public_name, ages, is_listed, created_at)
         select organization_id, $1, id, $2, $3, $4, 'adults', $5, now() from stepwell.site where name = 'Pearl <Street>'`,
        [newId(), slug, name, publicName, isListed],
      );
    const { body } = await get("/programs/cedar-house");
    const names = [...body.matchAll(/<li class="card" id="[^"]+">\s*<h3>([^<]+)<\/h3>/g)];
    expect(names.map(([, name]) => name)).toEqual(["After school", "Evenings without alcohol"]);
    expect(body).not.toMatch(/SUD IOP|Not yet for anybody| · Pearl/);
  });

  test("the list and the crisis page name listed programs and no other", async () => {
    for (const url of ["/programs", "/help"]) {
      const { body } = await get(url);
      expect(body).toContain("Cedar House");
      expect(body).not.toContain("Quiet");
      expect(body).not.toContain("555-011");
    }
  });

  test("an unlisted program cannot be told from one that does not exist", async () => {
    const [unlisted, unknown] = await Promise.all([
      get("/programs/quiet-house"),
      get("/programs/never-there"),
    ]);
    const same = ({ statusCode, body, headers }: typeof unlisted) => {
      const { date: _date, "x-request-id": _id, ...rest } = headers;
      return { statusCode, body, rest };
    };
    expect(same(unlisted)).toEqual(same(unknown));
    expect(unlisted.statusCode).toBe(404);
    expect(unlisted.headers["cache-control"]).toBe("no-store");
  });

  test("a list is read once for many visitors, and a change is seen seconds later", async () => {
    await product.ownerPool.query(
      "update stepwell.organization set is_listed = true where slug = $1",
      ["quiet-house"],
    );
    expect((await get("/programs")).body).not.toContain("Quiet House");
    product.clock.moveTo(product.clock.now().add({ seconds: 6 }).toString());
    expect((await get("/programs")).body).toContain("Quiet House");
    await product.ownerPool.query(
      "update stepwell.organization set is_listed = false where slug = $1",
      ["quiet-house"],
    );
  });
});

describe("letters of a demonstration", () => {
  test("newest first, for the typed address and no other", async () => {
    const { body } = await get("/demo/mail?to=%20Rosa@Cedar.example");
    expect(body).toContain("Letters for rosa@cedar.example");
    expect(body.indexOf("Second")).toBeLessThan(body.indexOf("First"));
    expect(body).not.toContain("Not for Rosa");
    expect(body).toContain("2 hours ago");
    expect(body).toContain('<meta name="robots" content="noindex"');
  });

  test("what is no address is said so, and comes back as it was typed", async () => {
    const { body } = await get(`/demo/mail?to=${encodeURIComponent('"><script>')}`);
    expect(body).toContain("That is not a whole e-mail address.");
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test("does not exist outside of a demonstration, nor does the link to it", async () => {
    const missing = await get("/demo/mail?to=rosa@cedar.example", {}, calm);
    expect(missing.statusCode).toBe(404);
    expect(missing.body).not.toContain("/demo/mail");
  });
});

describe("what else is served", () => {
  test("the style sheet names only our own files, and every file is kept for a year", async () => {
    const { body } = await get("/");
    const [style] = /\/assets-public\/pages\.[0-9a-f]{12}\.css/.exec(body) ?? [];
    const sheet = await get(String(style));
    const files = [...sheet.body.matchAll(/url\("([^"]+)"\)/g)].map((match) => String(match[1]));
    expect(files).toHaveLength(3);
    for (const file of [String(style), ...files]) {
      const answer = await get(file);
      expect(answer.statusCode, file).toBe(200);
      expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    }
    expect(sheet.body).not.toMatch(/https?:|@import/);
    const packed = await get(String(style), { "accept-encoding": "gzip, br" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.length).toBeLessThan(sheet.rawPayload.length / 3);
  });

  test("the scripts of all pages together stay far below their budget", async () => {
    const found = (
      await Promise.all(["/api/docs", "/demo/mail?to=a@b.example"].map((url) => get(url)))
    )
      .flatMap(({ body }) => [...body.matchAll(/<script src="([^"]+)" defer><\/script>/g)])
      .map((match) => String(match[1]));
    expect(found).toHaveLength(2);
    const files = await Promise.all(found.map((file) => get(file)));
    const bytes = files.reduce((sum, file) => sum + file.rawPayload.length, 0);
    expect(bytes).toBeLessThan(30_000);
  });

  test("the API's document and its page may be kept; the rest of the API may not", async () => {
    const document = await get("/api/openapi.json");
    expect(document.json()).toMatchObject({ openapi: "3.1.1", info: { version: "1.2.3" } });
    expect(document.headers["cache-control"]).toBe("no-cache");
    const again = await get("/api/openapi.json", {
      "if-none-match": String(document.headers["etag"]),
    });
    expect(again.statusCode).toBe(304);
    const page = await get("/api/docs", { "accept-encoding": "gzip" });
    expect(page.headers["content-encoding"]).toBe("gzip");
    expect((await get("/api/nothing")).headers["cache-control"]).toBe("no-store");
  });

  test("robots are shown the door to what is not for them", async () => {
    const { body, headers } = await get("/robots.txt");
    expect(headers["content-type"]).toContain("text/plain");
    expect(body).toContain("Disallow: /staff");
  });

  test("an unknown address is a page to a reader, and a line to a program", async () => {
    const page = await get("/no/such/page");
    expect([page.statusCode, page.headers["content-type"]]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
    const line = await get("/no/such/page", { accept: "*/*" });
    expect([line.statusCode, line.body]).toEqual([404, "Nothing here.\n"]);
  });
});
