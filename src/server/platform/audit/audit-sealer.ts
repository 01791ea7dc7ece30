import type pg from "pg";
import { inTransaction } from "#server/db/transaction.ts";
import type { Anchor, AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import {
  sealBatch,
  selectHeadsAfter,
  selectOrganizationIds,
  selectOrganizationsToSeal,
  type SealHead,
} from "#server/platform/audit/audit-seals.queries.ts";
import type { Clock } from "#server/platform/clock.ts";

export interface SealerServices {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly anchors: AnchorFile;
  newId(): string;
}

/** What one pass did, over all organizations. */
export interface Sealed {
  readonly seals: number;
  readonly events: number;
}

const mostEvents = 1000;
const mostHeads = 1000;

const toAnchor = (organizationId: string, head: SealHead): Anchor => ({
  organizationId,
  number: head.number,
  hash: head.hash.toString("hex"),
  sealedAt: head.sealedAt,
});

/** Seals until nothing waits; a batch that is not full is the last. */
const sealWaiting = async (services: SealerServices, organizationId: string) => {
  const heads: (SealHead & { readonly events: number })[] = [];
  for (;;) {
    const head = await sealBatch(services.pool, {
      organizationId,
      id: services.newId(),
      sealedAt: services.clock.now().toString(),
      most: mostEvents,
    });
    if (head === undefined) return heads;
    heads.push(head);
    if (head.events < mostEvents) return heads;
  }
};

/**
 * Anchors every seal that is not anchored yet, whoever made it: another sealer, or this one before it was
 * killed between seal and anchor. A seal that repeats an anchored number is written down all the same: the
 * two lines together are the proof that seals were removed.
 */
const anchorHeads = async (
  services: SealerServices,
  organizationId: string,
  sealed: readonly SealHead[],
): Promise<void> => {
  const { anchors, pool } = services;
  let last = await anchors.lastNumber(organizationId);
  const repeated = sealed.filter((head) => head.number <= last);
  await anchors.append(repeated.map((head) => toAnchor(organizationId, head)));
  for (;;) {
    const heads = await inTransaction(pool, { organizationId, accountId: null }, (tx) =>
      selectHeadsAfter(tx, organizationId, last, mostHeads),
    );
    await anchors.append(heads.map((head) => toAnchor(organizationId, head)));
    last = heads.at(-1)?.number ?? last;
    if (heads.length < mostHeads) return;
  }
};

/**
 * One pass of the sealer. `waiting` visits organizations in which events wait; `all` visits every one and also
 * anchors what an interrupted pass left. A failure in one organization does not hold up the others; they are
 * thrown together at the end.
 */
export const sealOnce = async (
  services: SealerServices,
  scope: "all" | "waiting" = "all",
): Promise<Sealed> => {
  const { pool } = services;
  const organizations =
    scope === "all" ? await selectOrganizationIds(pool) : await selectOrganizationsToSeal(pool);
  const failures: unknown[] = [];
  let seals = 0;
  let events = 0;
  for (const organizationId of organizations) {
    try {
      const sealed = await sealWaiting(services, organizationId);
      seals += sealed.length;
      events += sealed.reduce((sum, head) => sum + head.events, 0);
      await anchorHeads(services, organizationId, sealed);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, "the sealer could not finish its pass");
  return { seals, events };
};

export interface RunningSealer {
  /** Waits for the pass under way and seals once more, so that nothing waits while nobody runs. */
  stop(): Promise<void>;
}

/** Seals now and then every `everySeconds`, one pass after the other, never two at once. */
export const startSealer = (
  services: SealerServices & {
    readonly onError: (error: unknown) => void;
    readonly everySeconds?: number;
  },
): RunningSealer => {
  const pauseMs = (services.everySeconds ?? 15) * 1000;
  let scope: "all" | "waiting" = "all";
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const pass = async (): Promise<void> => {
    try {
      await sealOnce(services, scope);
      scope = "waiting";
    } catch (error) {
      scope = "all";
      services.onError(error);
    }
  };
  const round = async (): Promise<void> => {
    await pass();
    if (isStopped) return;
    timer = setTimeout(() => {
      running = round();
    }, pauseMs).unref();
  };
  let running = round();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await pass();
    },
  };
};
