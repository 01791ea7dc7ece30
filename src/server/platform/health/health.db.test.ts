import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openPool } from "#server/db/pool.ts";
import { registerHealth } from "#server/platform/health/health.routes.ts";
import { openMetrics, type Metrics } from "#server/platform/health/metrics.ts";
import { logRequests, measureRequests } from "#server/platform/health/request-watch.ts";
import { openLog } from "#server/platform/log.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

const token = "a-token-of-a-made-up-prometheus";

let database: TestDatabase;
let pool: pg.Pool;
let app: FastifyInstance;
let metrics: Metrics;
let isWorkerRunning: boolean;
let lines: string[];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  pool = openPool({ url: database.appUrl, most: 2 });
  isWorkerRunning = true;
  lines = [];
  metrics = openMetrics({ pool, auditWaiting: () => 7, version: "1.2.3" });
  const stream = { write: (line: string) => void lines.push(line) };
  const loggerInstance: FastifyBaseLogger = openLog({ level: "info", stream });
  const disableRequestLogging = true;
  app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging, requestIdLogLabel: "requestId" }),
  });
  measureRequests(app, metrics);
  logRequests(app);
  registerHealth(app, {
    pool,
    isWorkerRunning: () => isWorkerRunning,
    metrics,
    metricsToken: token,
  });
  app.get("/sites/:siteId", (_request, reply) => reply.code(201).send("done"));
  app.get("/events", (_request, reply) => reply.type("text/event-stream").send("data: {}\n\n"));
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  if (!pool.ended) await pool.end();
});

const onOwner = async (statement: string): Promise<void> => {
  const owner = openPool({ url: database.ownerUrl, most: 1 });
  await owner.query(statement);
  await owner.end();
};

const ready = async () => {
  vi.advanceTimersByTime(1500);
  const { statusCode, body } = await app.inject("/ready");
  return [statusCode, (JSON.parse(body) as { codes: string[] }).codes];
};

describe("/health and /ready", () => {
  test("the process lives, whatever the database does", async () => {
    await pool.end();
    const { statusCode, body } = await app.inject("/health");
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: "alive" }]);
  });

  test("ready with an up-to-date database and a running worker", async () => {
    expect(await ready()).toEqual([200, []]);
    isWorkerRunning = false;
    expect(await ready()).toEqual([503, ["worker-stopped"]]);
  });

  test("not ready while migrations wait, or are of another version", async () => {
    await onOwner("create table global.kept as select * from global.migration");
    await onOwner("delete from global.migration where name like '0005%'");
    expect(await ready()).toEqual([503, ["migrations-waiting"]]);
    await onOwner("update global.migration set name = '9999-newer.sql' where name like '0004%'");
    expect(await ready()).toEqual([503, ["migrations-differ"]]);
    await onOwner(
      "delete from global.migration; insert into global.migration select * from global.kept; drop table global.kept",
    );
    expect(await ready()).toEqual([200, []]);
  });

  test("not ready without a database; looked at once a second, however often it is asked", async () => {
    const asked = vi.spyOn(pool, "connect");
    await Promise.all([app.inject("/ready"), app.inject("/ready"), app.inject("/ready")]);
    expect(asked).toHaveBeenCalledTimes(1);
    await pool.end();
    expect(await ready()).toEqual([503, ["database-unreachable"]]);
    await app.inject("/ready");
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

describe("/metrics", () => {
  const read = (options: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    app.inject({ url: "/metrics", ...options });

  test.each([
    ["this machine", { remoteAddress: "127.0.0.1" }, 200],
    ["this machine by IPv6", { remoteAddress: "::1" }, 200],
    ["elsewhere", { remoteAddress: "10.0.0.7" }, 404],
    ["elsewhere through a proxy here", { headers: { "x-forwarded-for": "10.0.0.7" } }, 404],
    [
      "elsewhere with the token",
      { remoteAddress: "10.0.0.7", headers: { authorization: `Bearer ${token}` } },
      200,
    ],
    [
      "elsewhere with another token",
      { remoteAddress: "10.0.0.7", headers: { authorization: "Bearer x" } },
      404,
    ],
  ])("from %s", async (_name, options, status) => {
    expect((await read(options)).statusCode).toBe(status);
  });

  test("counts by pattern and never by address; a stream of events is not timed", async () => {
    await app.inject("/sites/0190a-secret-id?name=Priya");
    await app.inject("/nowhere/Priya");
    await app.inject({ url: "/events", headers: { accept: "text/event-stream" } });
    metrics.delivery("failed");
    const { body, headers } = await read();
    expect(headers["content-type"]).toContain("text/plain");
    expect(body).toContain(
      'stepwell_http_request_seconds_count{method="GET",route="/sites/:siteId",status="201"} 1',
    );
    expect(body).toContain('route="(none)",status="404"');
    expect(body).not.toContain("/events");
    expect(body).not.toMatch(/Priya|secret-id/);
    expect(body).toContain('stepwell_deliveries_total{outcome="failed"} 1');
    expect(body).toContain('stepwell_deliveries_total{outcome="delivered"} 0');
    expect(body).toContain("stepwell_audit_waiting 7");
    expect(body).toContain('stepwell_database_connections{state="waiting"} 0');
    expect(body).toContain('stepwell_version{version="1.2.3"} 1');
    expect(body).toContain("nodejs_eventloop_lag_seconds");
  });
});

describe("the line of a request", () => {
  test("has the pattern of its route, and nothing of its address, its query or its sender", async () => {
    await app.inject({
      url: "/sites/0190a-secret-id?name=Priya",
      remoteAddress: "10.9.8.7",
      headers: { "user-agent": "Priya's phone" },
    });
    const [line = ""] = lines;
    expect(JSON.parse(line)).toMatchObject({
      level: "info",
      requestId: "req-1",
      msg: "request",
      method: "GET",
      route: "/sites/:siteId",
      status: 201,
      bytes: 4,
    });
    expect(line).not.toMatch(/secret-id|Priya|10\.9\.8\.7/);
  });

  test("an address that fits no route, and a method nobody knows, are not written down", async () => {
    await app.inject("/Priya/Raman");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ route: "(none)", status: 404 });
  });
});
