import type pg from "pg";
import { openMailer } from "#server/connectors/email/open-mailer.ts";
import { openPool } from "#server/db/pool.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { accessJobs } from "#server/access/access.jobs.ts";
import type { Apart } from "#server/access/apart.ts";
import { hashPassword } from "#server/access/password-hash.ts";
import { passwordRoutes } from "#server/access/password.routes.ts";
import { peopleRoutes } from "#server/access/people.routes.ts";
import { sessionRoutes } from "#server/access/session.routes.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import type { ProblemBody } from "#domain/contract/problem.ts";
import { toRequest } from "#domain/contract/client.ts";
import { changesState } from "#domain/contract/route.ts";
import type { Role } from "#domain/access/roles.ts";
import { deliver } from "#server/platform/outbox/deliver.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

/** A password that breaks no rule. */
export const goodPassword = "kettle-marble-orchard";

let hashed: Promise<string> | undefined;

/** A browser: keeps cookies as one does and comes from one network address. */
export class Browser {
  readonly product: TestProduct;
  readonly address: string;
  readonly cookies = new Map<string, string>();

  constructor(product: TestProduct, address: string) {
    this.product = product;
    this.address = address;
  }

  /** Another tab or a copy of this browser: the same cookies at this moment, kept apart from now on. */
  copy(): Browser {
    const other = new Browser(this.product, this.address);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  async call<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    options: { readonly key?: string } = {},
  ): Promise<
    { status: number } & (
      | { readonly ok: true; readonly body: Output<R> }
      | { readonly ok: false; readonly body: ProblemBody }
    )
  > {
    const outgoing = toRequest(contract, input);
    const response = await this.product.app.inject({
      method: contract.method,
      url: outgoing.url,
      remoteAddress: this.address,
      cookies: Object.fromEntries(this.cookies),
      headers: {
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
        ...(changesState(contract) && { "idempotency-key": options.key ?? newId() }),
      },
      ...(outgoing.body !== undefined && { payload: outgoing.body }),
    });
    for (const { name, value } of response.cookies) {
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const { statusCode: status } = response;
    return status < 400
      ? { ok: true, status, body: response.json() }
      : { ok: false, status, body: response.json() };
  }
}

/** The whole of access over a fresh database: routes, letters, and browsers at addresses of their own. */
export const openAccess = async () => {
  let doorPool: pg.Pool | undefined;
  const product = await openTestProduct(({ pool }) => {
    const door = openPool({ url: pool.options.connectionString ?? "", most: 2 });
    doorPool = door;
    const apart: Apart = (step) => inGlobalTransaction(door, step);
    return [...sessionRoutes(apart), ...passwordRoutes(apart), ...peopleRoutes];
  });
  const { clock, pool, ownerPool } = product;
  const mailer = openMailer(
    { smtpUrl: undefined, publicUrl: "https://well.example" },
    { keep: (step) => inGlobalTransaction(pool, step), clock, newId },
  );
  const jobs = accessJobs({ mailer, publicUrl: "https://well.example" });
  const handlers = new Map(jobs.map((job) => [job.kind, job]));
  let browsers = 0;

  return {
    product,
    /** A browser at an address nobody else has. */
    browser: (address = `198.51.100.${++browsers}`): Browser => new Browser(product, address),

    /** An account with a password and a place in each organization. */
    async addMember(
      name: string,
      places: readonly (readonly [TestOrganization, readonly Role[]])[],
    ): Promise<{ accountId: string; email: string; name: string }> {
      const accountId = newId();
      const email = `${name.toLowerCase().replaceAll(" ", ".")}.${accountId.slice(-6)}@test.example`;
      const now = clock.now().toString();
      hashed ??= hashPassword(goodPassword);
      await ownerPool.query(
        "insert into global.account (id, email, name, created_at) values ($1, $2, $3, $4)",
        [accountId, email, name, now],
      );
      await ownerPool.query(
        "insert into global.account_credential (account_id, kind, secret, created_at) values ($1, 'password', $2, $3)",
        [accountId, await hashed, now],
      );
      for (const [organization, roles] of places)
        await product.affiliate(accountId, organization, roles);
      return { accountId, email, name };
    },

    /** Delivers every letter that waits, and answers how many there were. */
    async deliverLetters(): Promise<number> {
      const { rows } = await ownerPool.query<{ organization_id: string; id: string }>(
        "select organization_id, id from stepwell.outbox where delivered_at is null order by id",
      );
      for (const row of rows)
        await deliver(product.services, handlers, row.organization_id, row.id);
      return rows.length;
    },

    /** The last letter to an address, with the secret of its link. */
    async lastLetter(
      email: string,
    ): Promise<{ subject: string; body: string; token: string } | undefined> {
      const { rows } = await ownerPool.query<{ subject: string; body: string }>(
        "select subject, body from global.caught_mail where to_address = $1 order by id desc limit 1",
        [email],
      );
      const letter = rows[0];
      const token = /\/staff\/(?:invitation|reset)\/([\w-]{43})/.exec(letter?.body ?? "")?.[1];
      return letter && { ...letter, token: token ?? "" };
    },

    /** The trail of an organization, newest first, as `outcome verb`. */
    async trail(organization: TestOrganization): Promise<string[]> {
      const { rows } = await ownerPool.query<{ line: string }>(
        "select outcome || ' ' || verb as line from stepwell.audit_event where organization_id = $1 order by id desc",
        [organization.organizationId],
      );
      return rows.map((row) => row.line);
    },

    async close(): Promise<void> {
      await doorPool?.end();
      await product.close();
    },
  };
};
export type Access = Awaited<ReturnType<typeof openAccess>>;
