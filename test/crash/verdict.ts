import { spawnSync } from "node:child_process";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import type pg from "pg";
import { openPool } from "#server/db/pool.ts";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { newId } from "#server/platform/ids.ts";
import { reviveErrands } from "#server/platform/outbox/revive.ts";
import { findPostgres } from "#server/platform/postgres/find-postgres.ts";
import { startPostgres } from "#server/platform/postgres/start-postgres.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import type { Afterwards, Check, Verdict } from "./afterwards.ts";
import { chargeCheck } from "./charge-check.ts";
import { claimCheck } from "./claim-check.ts";
import { ledgerChecks } from "./ledger-checks.ts";
import type { Model } from "./model.ts";
import type { ProductPlace, ProductProcess } from "./product-process.ts";
import { signatureCheck } from "./signature-check.ts";
import { trailChecks } from "./trail-checks.ts";
import type { World } from "./world.ts";
import { writeChecks } from "./write-checks.ts";

const insideWith =
  (pool: pg.Pool, organizationId: string, later: Temporal.DurationLike = { hours: 0 }) =>
  <Result>(act: (work: Work) => Promise<Result>): Promise<Result> =>
    inTransaction(pool, { organizationId, accountId: null }, (tx) =>
      act({
        tx,
        organizationId,
        actor: systemActor("Crash test"),
        now: Temporal.Now.instant().add(later),
        requestId: newId(),
        newId,
      }),
    );

/** What was due by a moment; what is to happen later waits for its time. */
const undelivered = `select count(*)::int as n from stepwell.outbox
  where delivered_at is null and failed_at is null and coalesce(next_attempt_at, created_at) <= $1`;
const lookEveryMs = 250;

const waitFor = async (owner: pg.Pool, dueBy: string, patienceMs: number): Promise<number> => {
  const begun = performance.now();
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(undelivered, [dueBy]);
    const left = rows[0]?.n ?? 0;
    if (left === 0 || performance.now() - begun > patienceMs) return left;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
};

/** Jobs are tried again now rather than after the pause that a failed attempt brings. */
const hurryJobs = "update graphile_worker._private_jobs set run_at = now() where locked_at is null";

/** What was put back is due at the later moment of whoever put it back: it is due now. */
const hurryErrands = `update stepwell.outbox set next_attempt_at = $1
  where delivered_at is null and failed_at is null and next_attempt_at between $1 and $2`;

/**
 * Waits until the product has delivered all that is due at this moment. What a killed worker held is put back after five
 * minutes; those are let pass by looking with a later clock, which the product's own sweep does with the true one.
 */
const letDeliver = async (
  place: ProductPlace,
): Promise<{ readonly revived: number; readonly dueBy: string }> => {
  const address = findPostgres(place.dataDir, place.binDir);
  if (address === undefined) throw new Error("the database does not run");
  const owner = openPool({ url: address.ownerUrl("stepwell"), most: 1 });
  const app = openPool({ url: address.appUrl("stepwell"), most: 1 });
  const now = Temporal.Now.instant();
  const dueBy = now.toString();
  try {
    if ((await waitFor(owner, dueBy, 4000)) === 0) return { revived: 0, dueBy };
    let revived = 0;
    for (const { organizationId } of await knownOrganizations(app))
      revived += await insideWith(app, organizationId, { minutes: 6 })(reviveErrands);
    await owner.query(hurryErrands, [dueBy, now.add({ minutes: 8 }).toString()]);
    await owner.query(hurryJobs);
    await waitFor(owner, dueBy, 60_000);
    return { revived, dueBy };
  } finally {
    await Promise.all([owner.end(), app.end()]);
  }
};

const cli = path.resolve(import.meta.dirname, "../../src/server/app/cli.ts");

/** `stepwell audit verify`, in a process of its own over the data of the run. */
const auditVerify = (place: ProductPlace): Check => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "audit", "verify"], {
    encoding: "utf8",
    env: {
      ...process.env,
      STEPWELL_DATA: place.dataDir,
      STEPWELL_POSTGRES_BIN: place.binDir ?? "",
      DATABASE_URL: "",
    },
  });
  const sealed = [...stdout.matchAll(/(\d+) events in/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
  return {
    name: "audit verify finds nothing altered, removed or slipped in",
    looked: sealed,
    problems: status === 0 ? [] : [`exit code ${String(status)}: ${stdout}${stderr}`],
  };
};

const examine = async (
  place: ProductPlace,
  told: Pick<Afterwards, "world" | "model" | "dueBy">,
) => {
  const postgres = await startPostgres({
    dataDir: place.dataDir,
    ...(place.binDir !== undefined && { binDir: place.binDir }),
  });
  const owner = openPool({ url: postgres.ownerUrl("stepwell"), most: 2 });
  const app = openPool({ url: postgres.appUrl("stepwell"), most: 2 });
  const inside = insideWith(app, told.world.organizationId);
  const afterwards: Afterwards = { ...told, owner, inside };
  try {
    return [
      ...(await writeChecks(afterwards)),
      await signatureCheck(afterwards),
      ...(await ledgerChecks(afterwards)),
      ...(await trailChecks(afterwards)),
      await chargeCheck(afterwards),
      await claimCheck(afterwards),
    ];
  } finally {
    await Promise.all([owner.end(), app.end()]);
    await postgres.stop();
  }
};

/** Lets the product finish, stops it, and holds what is there against what people were told. */
export const verifyAfterwards = async (
  place: ProductPlace,
  product: ProductProcess,
  told: { readonly world: World; readonly model: Model },
  say: (line: string) => void,
): Promise<Verdict> => {
  say("waiting for the last errands");
  const { revived, dueBy } = await letDeliver(place);
  await product.stop();
  say("looking at what is there");
  const checks = [...(await examine(place, { ...told, dueBy })), auditVerify(place)];
  return { checks, revived };
};
