import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { openAnchorFile, type AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { sealBatch } from "#server/platform/audit/audit-seals.queries.ts";
import { sealOnce, type Sealed } from "#server/platform/audit/audit-sealer.ts";
import { verifyTrail, type TrailReport } from "#server/platform/audit/audit-verification.ts";
import { insertAuditAlone } from "#server/platform/audit/audit.queries.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { refuseWithoutOrganization } from "#test/support/statement-guard.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";

export type MadeEvent = Partial<Omit<AuditEvent, "organizationId" | "id">>;

/** A database with one organization whose trail is written, sealed, tampered with and verified. */
export class TestTrail {
  readonly database: TestDatabase;
  readonly pool: pg.Pool;
  /** The owner is not bound by row-level security: whoever tampers comes this way. */
  readonly ownerPool: pg.Pool;
  readonly folder: string;
  organizationId = "";
  anchors: AnchorFile;

  constructor(database: TestDatabase) {
    this.database = database;
    this.pool = openPool({ url: database.appUrl, most: 4, hook: refuseWithoutOrganization });
    this.ownerPool = openPool({ url: database.ownerUrl, most: 2 });
    this.folder = mkdtempSync(path.join(tmpdir(), "stepwell-trail-"));
    this.anchors = openAnchorFile(this.anchorFile);
  }

  get anchorFile(): string {
    return path.join(this.folder, `anchors-${this.organizationId}.jsonl`);
  }

  /** Begins an empty trail in an organization of its own, with an anchor file of its own. */
  async begin(): Promise<void> {
    this.organizationId = newId();
    this.reopenAnchors();
    await this.ownerPool.query(
      "insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ($1::uuid, 'Trail House', 'trail-' || $1::text, 'America/Denver', now())",
      [this.organizationId],
    );
  }

  /** Reads the anchors as a new process would. */
  reopenAnchors(): void {
    this.anchors = openAnchorFile(this.anchorFile);
  }

  /** Writes events through the door; answers their ids, oldest first. */
  async write(made: readonly MadeEvent[]): Promise<string[]> {
    const events = made.map((one) => this.event(one));
    await insertAuditAlone(this.pool, events);
    return events.map((event) => event.id).toSorted();
  }

  event(made: MadeEvent): AuditEvent {
    return {
      organizationId: this.organizationId,
      id: newId(),
      at: Temporal.Now.instant().toString(),
      outcome: "read",
      verb: "site.read",
      purpose: "operations",
      actorKind: "staff",
      accountId: newId(),
      actorName: "Denise Okafor",
      sessionId: newId(),
      requestId: newId(),
      address: "10.0.0.4",
      record: { kind: "site", id: newId() },
      subjects: [],
      details: {},
      ...made,
    };
  }

  /** Begins anew, writes the batches and seals each; answers the ids by number of seal. */
  async sealAll(batches: readonly (readonly MadeEvent[])[]): Promise<string[][]> {
    await this.begin();
    const ids: string[][] = [];
    for (const batch of batches) {
      ids.push(await this.write(batch));
      await this.seal();
    }
    return ids;
  }

  get services() {
    return { pool: this.pool, clock: systemClock, newId, anchors: this.anchors };
  }

  seal(): Promise<Sealed> {
    return sealOnce(this.services, "waiting");
  }

  /** Seals at most so many events and anchors nothing, as a sealer that is killed in between. */
  sealWithoutAnchor(most: number) {
    return sealBatch(this.pool, {
      organizationId: this.organizationId,
      id: newId(),
      sealedAt: Temporal.Now.instant().toString(),
      most,
    });
  }

  verify(
    options: { anchors?: AnchorFile | null; newest?: number; later?: Temporal.DurationLike } = {},
  ): Promise<TrailReport> {
    const { organizationId } = this;
    const anchors = options.anchors === undefined ? this.anchors : options.anchors;
    const now = Temporal.Now.instant().add(options.later ?? { seconds: 0 });
    return inTransaction(this.pool, { organizationId, accountId: null }, (tx) =>
      verifyTrail({ tx, organizationId, now }, anchors, options.newest),
    );
  }

  /** Changes what nobody may change. */
  async tamper(statement: string, values: readonly unknown[] = []): Promise<void> {
    const { rowCount } = await this.ownerPool.query(statement, [...values]);
    if (rowCount === 0) throw new Error(`nothing was tampered with: ${statement}`);
  }

  changeEvent(id: string, change: string): Promise<void> {
    return this.tamper(
      `update stepwell.audit_event set ${change} where organization_id = $1 and id = $2`,
      [this.organizationId, id],
    );
  }

  async deleteEvent(id: string): Promise<void> {
    for (const table of ["audit_subject", "audit_unsealed"])
      await this.ownerPool.query(
        `delete from stepwell.${table} where organization_id = $1 and audit_id = $2`,
        [this.organizationId, id],
      );
    await this.tamper("delete from stepwell.audit_event where organization_id = $1 and id = $2", [
      this.organizationId,
      id,
    ]);
  }

  /** An event that did not come through the door; answers its id. */
  async insertAround(): Promise<string> {
    const id = newId();
    await this.tamper(
      "insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, actor_name, request_id) values ($1, $2, now(), 'read', 'site.read', 'operations', 'staff', 'Nobody', $2)",
      [this.organizationId, id],
    );
    return id;
  }

  changeSeal(number: number, change: string): Promise<void> {
    return this.tamper(
      `update stepwell.audit_seal set ${change} where organization_id = $1 and number = $2`,
      [this.organizationId, number],
    );
  }

  deleteSeals(numbers: readonly number[]): Promise<void> {
    return this.tamper(
      "delete from stepwell.audit_seal where organization_id = $1 and number = any($2::bigint[])",
      [this.organizationId, [...numbers]],
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.ownerPool.end()]);
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The element at a place, counted round and round. */
export const pick = <T>(list: readonly T[], place: number): T => {
  const chosen = list[place % list.length];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
};

export const openTestTrail = async (): Promise<TestTrail> =>
  new TestTrail(await openTestDatabase());
