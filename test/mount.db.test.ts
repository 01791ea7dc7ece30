import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#server/platform/ids.ts";
import {
  fileProbe,
  makeProbe,
  openProbe,
  probeRoutes,
  readProbe,
  signProbe,
} from "#test/probe.api.ts";
import {
  later,
  openTestProduct,
  testNow,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let director: TestPerson;
let biller: TestPerson;
let patient: TestPerson;
const probe = probeRoutes();

interface Line {
  verb: string;
  outcome: string;
  record_id: string | null;
  details: Record<string, unknown>;
}

const trail = async (organizationId: string): Promise<Line[]> => {
  const { rows } = await product.ownerPool.query<Line>(
    "select verb, outcome, record_id, details from stepwell.audit_event where organization_id = $1 order by id desc",
    [organizationId],
  );
  return rows;
};

beforeAll(async () => {
  product = await openTestProduct(() => probe.routes);
  const organization = await product.addOrganization("Probe House");
  director = await product.addPerson(organization, ["director"]);
  biller = await product.addPerson(organization, ["biller"]);
  patient = await product.addPerson(organization, ["patient"]);
});
afterAll(() => product.close());

describe("the path of a request", () => {
  it("stops without a session, with a made-up one and after its end", async () => {
    const input = { probeId: newId() };
    expect((await product.call(undefined, readProbe, input)).status).toBe(401);
    expect((await product.call({ token: "made-up" }, readProbe, input)).status).toBe(401);
    product.clock.moveTo(later({ minutes: 31 }));
    expect((await product.call(director, readProbe, input)).status).toBe(401);
    product.clock.moveTo(testNow);
  });

  it("parses before it asks for permission, and names every field", async () => {
    const answer = await product.call(director, makeProbe, { name: "far too long a name" });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: "invalid-input",
        fields: { name: { code: "too-big", values: { maximum: 10 } } },
      },
    });
  });

  it("refuses a role without the permission and writes that down", async () => {
    expect((await product.call(patient, readProbe, { probeId: newId() })).status).toBe(403);
    const [line] = await trail(patient.organizationId);
    expect(line).toMatchObject({
      verb: "probe.read",
      outcome: "refused",
      details: { problem: "not-allowed" },
    });
  });

  it("lets nothing undeclared leave, and no answer before its line in the trail", async () => {
    const probeId = newId();
    const subjects = [newId(), newId()];
    const answer = await product.call(director, readProbe, { probeId, subjects });
    expect(answer.body).toEqual({ subjects });
    const [line] = await trail(director.organizationId);
    expect(line).toMatchObject({ verb: "probe.read", outcome: "read", record_id: probeId });
    const { rows } = await product.ownerPool.query(
      "select patient_id from stepwell.audit_subject where organization_id = $1",
      [director.organizationId],
    );
    expect(rows.map((row) => row.patient_id).toSorted()).toEqual(subjects.toSorted());
  });

  it("collapses refetches of one visit into one line", async () => {
    const before = (await trail(director.organizationId)).length;
    const probeId = newId();
    const visit = { headers: { "x-visit-id": newId() } };
    await Promise.all(
      Array.from({ length: 5 }, () => product.call(director, readProbe, { probeId }, visit)),
    );
    expect((await trail(director.organizationId)).length).toBe(before + 1);
    await product.call(director, readProbe, { probeId }, { headers: { "x-visit-id": newId() } });
    expect((await trail(director.organizationId)).length).toBe(before + 2);
  });

  it("answers a failure without its inside, and logs it without its message", async () => {
    const answer = await product.call(director, makeProbe, { name: "Quillon", fail: "crash" });
    expect(answer).toMatchObject({ status: 500, body: { code: "internal-error" } });
    expect(JSON.stringify(answer.body)).not.toContain("Quillon");
    expect(product.logLines.join("")).toContain("unexpected error");
    expect(product.logLines.join("")).not.toContain("Quillon");
    expect((await trail(director.organizationId))[0]).toMatchObject({ outcome: "failed" });
  });

  it("gives a file as a download", async () => {
    const response = await product.app.inject({
      method: "GET",
      url: "/api/probe/export",
      headers: { cookie: `stepwell_session=${director.token}` },
    });
    expect(response.body).toBe("a,b\n1,2\n");
    expect(response.headers["content-disposition"]).toBe('attachment; filename="a_b.csv"');
    expect((await trail(director.organizationId))[0]?.verb).toBe(fileProbe.audit.verb);
  });

  it("answers unknown addresses as a problem", async () => {
    const response = await product.app.inject({ method: "GET", url: "/api/nowhere" });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: "not-found", requestId: expect.any(String) });
  });
});

describe("a state change", () => {
  it("needs a key", async () => {
    const response = await product.app.inject({
      method: "POST",
      url: "/api/probe",
      headers: { cookie: `stepwell_session=${director.token}` },
      payload: { name: "x" },
    });
    expect(response.json()).toMatchObject({ code: "idempotency-key-missing" });
  });

  it("happens once, however often and however simultaneously it is sent", async () => {
    const key = newId();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => product.call(director, makeProbe, { name: "once" }, { key })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const lines = (await trail(director.organizationId)).filter((line) => line.outcome === "done");
    expect(lines.length).toBe(1);
    const { rows: made } = await product.ownerPool.query(
      "select id from stepwell.outbox where organization_id = $1 and kind = 'probe-made'",
      [director.organizationId],
    );
    expect(made).toHaveLength(1);
  });

  it("refuses a key that was used for something else or by somebody else", async () => {
    const key = newId();
    await product.call(director, makeProbe, { name: "one" }, { key });
    const other = await product.call(director, makeProbe, { name: "two" }, { key });
    expect(other.body).toMatchObject({ code: "idempotency-key-reused" });
  });

  it("may be tried again with its key after a refusal", async () => {
    const key = newId();
    const refused = await product.call(
      director,
      makeProbe,
      { name: "a", fail: "problem" },
      { key },
    );
    expect(refused).toMatchObject({
      status: 409,
      body: { fields: { name: { code: "name-taken" } } },
    });
    expect((await product.call(director, makeProbe, { name: "a" }, { key })).status).toBe(201);
  });

  it("of another site's page is refused", async () => {
    const foreign = { headers: { origin: "https://elsewhere.example" } };
    expect((await product.call(director, makeProbe, { name: "x" }, foreign)).status).toBe(403);
    const crossSite = { headers: { "sec-fetch-site": "cross-site" } };
    expect((await product.call(director, makeProbe, { name: "x" }, crossSite)).status).toBe(403);
  });

  it("that needs a confirmation is refused until the session holds a grant", async () => {
    const refused = await product.call(biller, signProbe, { name: "x" });
    expect(refused.body).toMatchObject({ code: "confirmation-needed" });
    await product.ownerPool.query(
      "update global.login_session set signing_until = $2 where id = $1",
      [biller.sessionId, later({ minutes: 10 })],
    );
    expect((await product.call(biller, signProbe, { name: "x" })).status).toBe(201);
    product.clock.moveTo(later({ minutes: 11 }));
    expect((await product.call(biller, signProbe, { name: "x" })).status).toBe(403);
    product.clock.moveTo(testNow);
  });
});

describe("open routes", () => {
  it("limit how often one address may call", async () => {
    const statuses = [];
    for (let call = 0; call < 5; call++)
      statuses.push((await product.call(undefined, openProbe, { name: "x" })).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
  });
});

let listened: Promise<string> | undefined;
const listening = (): Promise<string> =>
  (listened ??= product.app.listen({ port: 0, host: "127.0.0.1" }));

describe("server-sent events", () => {
  it("reach a listener and end with the connection", async () => {
    const address = await listening();
    const abort = new AbortController();
    const response = await fetch(`${address}/api/probe/events`, {
      headers: { cookie: `stepwell_session=${director.token}` },
      signal: abort.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("connected");
    for (const [name, value] of [
      ["x-content-type-options", "nosniff"],
      ["x-frame-options", "DENY"],
      [
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()",
      ],
      ["strict-transport-security", "max-age=31536000; includeSubDomains"],
      ["cache-control", "no-store"],
      ["content-type", "text/event-stream"],
    ] as const)
      expect(response.headers.get(name)).toEqual(value);
    for (const tell of probe.seen.listeners) tell({ kind: "site" });
    expect((await reader?.read())?.value).toBe('data: {"kind":"site"}\n\n');
    abort.abort();
    await expect.poll(() => probe.seen.listeners.size).toBe(0);
  });

  it("are as many as one person has windows, and a closed one makes room", async () => {
    const address = `${await listening()}/api/probe/events`;
    const headers = { cookie: `stepwell_session=${biller.token}` };
    const aborts: AbortController[] = [];
    const open = async (): Promise<number> => {
      const abort = new AbortController();
      const response = await fetch(address, { headers, signal: abort.signal });
      if (response.status === 200) aborts.push(abort);
      else await response.body?.cancel();
      return response.status;
    };
    for (let n = 0; n < 30; n++) expect(await open()).toBe(200);
    expect(await open()).toBe(429);
    aborts.pop()?.abort();
    await expect.poll(open).toBe(200);
    for (const abort of aborts) abort.abort();
    await expect.poll(() => probe.seen.listeners.size).toBe(0);
  });
});
