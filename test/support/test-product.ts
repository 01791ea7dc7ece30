import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { sideOf, type Role, type Side } from "#domain/access/roles.ts";
import { toRequest } from "#domain/contract/client.ts";
import type { ProblemBody } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute, type Input, type Output } from "#domain/contract/route.ts";
import { buildServer } from "#server/app/build-server.ts";
import type { StatementHook } from "#server/db/exchange.ts";
import { openPool } from "#server/db/pool.ts";
import { settleSoon } from "#server/db/soon.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { fixedClock } from "#server/platform/clock.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import { rateLimiter } from "#server/platform/http/rate-limit.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { newId } from "#server/platform/ids.ts";
import { openLog } from "#server/platform/log.ts";
import { hashToken, newToken } from "#server/platform/session.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";
import { refuseWithoutOrganization } from "#test/support/statement-guard.ts";

/** The moment every test stands at, until it moves the clock: a Thursday evening. */
export const testNow = "2026-11-19T20:00:00Z";

export interface TestOrganization {
  readonly organizationId: string;
  readonly name: string;
}

export interface TestPerson {
  readonly accountId: string;
  readonly email: string;
  readonly sessionId: string;
  readonly token: string;
  readonly organizationId: string;
}

export type TestAnswer<R extends AnyRoute> =
  | { readonly ok: true; readonly status: number; readonly body: Output<R> }
  | { readonly ok: false; readonly status: number; readonly body: ProblemBody };

/** The whole server in this process over a database of its own, with people who are signed in already. */
export class TestProduct {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  /** Connects as the application: bound by row-level security, every statement looked at. */
  readonly pool: pg.Pool;
  /** Connects as the owner: for preparing and for tampering. */
  readonly ownerPool: pg.Pool;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly logLines: string[];
  readonly services: HttpServices;

  constructor(parts: {
    app: FastifyInstance;
    database: TestDatabase;
    pool: pg.Pool;
    ownerPool: pg.Pool;
    clock: ReturnType<typeof fixedClock>;
    logLines: string[];
    services: HttpServices;
  }) {
    this.app = parts.app;
    this.database = parts.database;
    this.pool = parts.pool;
    this.ownerPool = parts.ownerPool;
    this.clock = parts.clock;
    this.logLines = parts.logLines;
    this.services = parts.services;
  }

  async addOrganization(name: string): Promise<TestOrganization> {
    const organizationId = newId();
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    await this.ownerPool.query(
      "insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ($1, $2, $3, 'America/Denver', $4)",
      [organizationId, name, slug, this.clock.now().toString()],
    );
    return { organizationId, name };
  }

  /** An account with these roles in the organization, signed in. */
  async addPerson(
    organization: TestOrganization,
    roles: readonly Role[],
    name = "Test Person",
  ): Promise<TestPerson> {
    const accountId = newId();
    const email = `${accountId}@test.example`;
    const now = this.clock.now().toString();
    await this.ownerPool.query(
      "insert into global.account (id, email, name, created_at) values ($1, $2, $3, $4)",
      [accountId, email, name, now],
    );
    await this.affiliate(accountId, organization, roles);
    return { accountId, email, ...(await this.signIn(accountId, organization, sideOf(roles))) };
  }

  async affiliate(
    accountId: string,
    organization: TestOrganization,
    roles: readonly Role[],
  ): Promise<void> {
    const now = this.clock.now().toString();
    await this.ownerPool.query(
      "insert into stepwell.affiliation (organization_id, id, account_id, roles, invited_at, invited_by, accepted_at) values ($1, $2, $3, $4, $5, 'Test', $5)",
      [organization.organizationId, newId(), accountId, roles, now],
    );
  }

  /** One more session of an account, as after another sign-in. */
  async signIn(
    accountId: string,
    organization: TestOrganization,
    side: Side = "staff",
  ): Promise<Pick<TestPerson, "sessionId" | "token" | "organizationId">> {
    const token = newToken();
    const sessionId = newId();
    const now = this.clock.now();
    await this.ownerPool.query(
      "insert into global.login_session (id, account_id, organization_id, token_hash, device, address, created_at, last_seen_at, expires_at, side) values ($1, $2, $3, $4, 'Chrome, Linux', '127.0.0.1', $5, $5, $6, $7)",
      [
        sessionId,
        accountId,
        organization.organizationId,
        hashToken(token),
        now.toString(),
        now.add({ hours: 12 }).toString(),
        side,
      ],
    );
    return { sessionId, token, organizationId: organization.organizationId };
  }

  /** Calls a contract over HTTP; without a person, signed out. `key` repeats an earlier state change. */
  async call<R extends AnyRoute>(
    person: Pick<TestPerson, "token"> | undefined,
    contract: R,
    input: Input<R>,
    options: { key?: string; headers?: Record<string, string> } = {},
  ): Promise<TestAnswer<R>> {
    const outgoing = toRequest(contract, input);
    const response = await this.app.inject({
      method: contract.method,
      url: outgoing.url,
      headers: {
        ...(person !== undefined && { cookie: `stepwell_session=${person.token}` }),
        ...(changesState(contract) && { "idempotency-key": options.key ?? newId() }),
        ...(contract.body === "upload" && {
          "content-type": `multipart/form-data; boundary=${border}`,
        }),
        ...options.headers,
      },
      ...(outgoing.body !== undefined && {
        payload: contract.body === "upload" ? emptyFile : outgoing.body,
      }),
    });
    await settleSoon(this.pool);
    const { statusCode: status } = response;
    const isJson = String(response.headers["content-type"]).includes("json");
    const body: never = isJson && response.body !== "" ? response.json() : (response.body as never);
    return status < 400 ? { ok: true, status, body } : { ok: false, status, body };
  }

  /** Calls and expects it to go through. */
  async done<R extends AnyRoute>(
    person: Pick<TestPerson, "token"> | undefined,
    contract: R,
    input: Input<R>,
  ): Promise<Output<R>> {
    const answer = await this.call(person, contract, input);
    if (!answer.ok)
      throw new Error(`${contract.path}: ${JSON.stringify(answer.body)} ${this.logLines.at(-1)}`);
    return answer.body;
  }

  /** Calls and expects a refusal: its status, code, values and fields. */
  async refused<R extends AnyRoute>(
    person: Pick<TestPerson, "token"> | undefined,
    contract: R,
    input: Input<R>,
  ) {
    const answer = await this.call(person, contract, input);
    if (answer.ok) throw new Error(`${contract.path} went through`);
    const { status, code, values, fields } = answer.body;
    return { status, code, values, fields };
  }

  /** Runs `act` inside the organization as the system, as a job would; what it leaves for after the commit is done, too. */
  async inside<Result>(
    organization: TestOrganization,
    act: (work: Work) => Promise<Result>,
  ): Promise<Result> {
    const { organizationId } = organization;
    const result = await inTransaction(this.pool, { organizationId, accountId: null }, (tx) =>
      act({
        tx,
        organizationId,
        actor: systemActor("Test"),
        now: this.clock.now(),
        requestId: newId(),
        newId,
      }),
    );
    await settleSoon(this.pool);
    return result;
  }

  async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.pool.end(), this.ownerPool.end()]);
    await this.database.close();
  }
}

const border = "end-of-part";
/** What a file without a letter looks like on its way. */
const emptyFile = `--${border}\r\nContent-Disposition: form-data; name="file"; filename="empty"\r\n\r\n\r\n--${border}--\r\n`;

/** Opens the server with these routes over a fresh copy of the migrated database. */
export const openTestProduct = async (
  routes: (services: HttpServices) => readonly MountedRoute[],
  options: { hook?: StatementHook; watch?: (app: FastifyInstance) => void } = {},
): Promise<TestProduct> => {
  const database = await openTestDatabase();
  const pool = openPool({
    url: database.appUrl,
    most: 6,
    hook: options.hook ?? refuseWithoutOrganization,
  });
  const ownerPool = openPool({ url: database.ownerUrl, most: 2 });
  const clock = fixedClock(testNow);
  const logLines: string[] = [];
  const stream = { write: (line: string) => void logLines.push(line) };
  const logger = openLog({ level: "debug", stream });
  const services: HttpServices = {
    pool,
    doorPool: pool,
    filePool: pool,
    clock,
    audit: auditWriter(pool),
    limiter: rateLimiter(),
    newId,
  };
  const watch = options.watch ?? (() => {});
  const app = await buildServer({ services, routes: routes(services), logger, watch });
  return new TestProduct({ app, database, pool, ownerPool, clock, logLines, services });
};

/** An instant some time after the moment tests stand at. */
export const later = (duration: Temporal.DurationLike): string =>
  Temporal.Instant.from(testNow).add(duration).toString();
