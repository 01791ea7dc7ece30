import type { Actor } from "#domain/access/actor.ts";
import { Problem } from "#domain/contract/problem.ts";
import { keptDays, type ExportFile, type OrganizationGround } from "#domain/exports/export-run.ts";
import { recipientSchema, type Recipient } from "#domain/privacy/disclosure.ts";
import { noticeOn, type Notice } from "#domain/privacy/redisclosure-notice.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { manifestOf } from "#server/exports/export-manifest.ts";
import * as queries from "#server/exports/export-run.queries.ts";
import { HeldBack } from "#server/exports/held-back.ts";
import * as files from "#server/exports/organization-files.ts";
import { PartWriter } from "#server/exports/part-writer.ts";
import { inSnapshot, type Pool } from "#server/exports/snapshot.queries.ts";
import { countRows } from "#server/exports/table-rows.queries.ts";
import {
  everybody,
  keptFrom,
  stillGoing,
  tellOf,
  type Chosen,
  type Person,
} from "#server/exports/transfer-door.ts";
import type { Clock } from "#server/platform/clock.ts";
import { announce } from "#server/platform/live/announce.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

export interface ExportServices {
  readonly pool: Pool;
  readonly clock: Clock;
  newId(): string;
}

const groundOf = ({ ground }: queries.ExportRow): OrganizationGround =>
  ground === "successor" ? "successor" : "own-keeping";

/** The steps of one export, each in a transaction of its own, so that everybody sees how far it is and can stop it. */
class Run {
  readonly #services: ExportServices;
  readonly #organizationId: string;
  readonly #actor: Actor;
  readonly id: string;

  constructor(services: ExportServices, organizationId: string, id: string, actor: Actor) {
    this.#services = services;
    this.#organizationId = organizationId;
    this.#actor = actor;
    this.id = id;
  }

  inside<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
    const { pool, clock, newId } = this.#services;
    const organizationId = this.#organizationId;
    return inTransaction(pool, { organizationId, accountId: this.#actor.accountId }, (tx) =>
      act({ tx, organizationId, actor: this.#actor, now: clock.now(), requestId: newId(), newId }),
    );
  }

  /** Holds it, and throws where somebody stopped it meanwhile. */
  async hold(work: Work): Promise<queries.ExportRow> {
    const row = await queries.lockRun(work, this.id);
    if (row?.state !== "running" && row?.state !== "waiting")
      throw new Problem("export-stopped", 409);
    return row;
  }

  /** Begins, or begins anew what a killed process left behind. */
  begin(): Promise<{ row: queries.ExportRow; people: number }> {
    return this.inside(async (work) => {
      const row = await this.hold(work);
      await queries.deleteParts(work, this.id);
      const people = await countRows(work, "patient");
      await queries.updateRun(work, this.id, {
        state: "running",
        done: 0,
        total: people + files.tablesFor(groundOf(row)).length,
        touchedAt: work.now.toString(),
      });
      announce(work, "export", this.id);
      return { row, people };
    });
  }

  step(done: number): Promise<void> {
    return this.inside(async (work) => {
      await this.hold(work);
      await queries.updateRun(work, this.id, { done, touchedAt: work.now.toString() });
      announce(work, "export", this.id);
    });
  }

  keep(file: string, number: number, content: Buffer): Promise<void> {
    return this.inside(async (work) => {
      await this.hold(work);
      await queries.insertPart(work, { exportRunId: this.id, file, number, content });
    });
  }

  /** Ends it without files. The reason is a code: messages may quote a record. */
  fail(problem: string): Promise<void> {
    return this.inside(async (work) => {
      const row = await queries.lockRun(work, this.id);
      if (row?.state !== "running" && row?.state !== "waiting") return;
      await queries.deleteParts(work, this.id);
      const touchedAt = work.now.toString();
      await queries.updateRun(work, this.id, { state: "failed", problem, touchedAt });
      const changes = { state: { from: row.state, to: "failed" } };
      const after = { id: this.id, version: row.version + 1 };
      await recordChange(work, "export", after, { verb: "fail", changes, reason: problem });
    });
  }
}

/** Who goes: everybody where the organization keeps its own, else those whom the door lets pass. */
const choose = async (
  run: Run,
  ground: OrganizationGround,
  recipient: Recipient,
): Promise<Chosen> => {
  if (ground === "own-keeping") return { going: [], hidden: new Set() };
  const going: Person[] = [];
  const hidden = new Set<string>();
  await run.inside(async (work) => {
    for await (const people of everybody(work)) {
      for (const id of await keptFrom(work, people, recipient)) hidden.add(id);
      going.push(...people.filter(({ id }) => !hidden.has(id)));
    }
  });
  return { going, hidden };
};

const isNoticeDue = ({ going }: Chosen): boolean =>
  going.some(({ label }) => label === "part-2" || label === "restricted");

const todayOf = async (work: Work): Promise<string> => {
  const { zone } = await getOrganization(work);
  return work.now.toZonedDateTimeISO(zone).toPlainDate().toString();
};

interface Written {
  readonly chosen: Chosen;
  readonly files: readonly ExportFile[];
  readonly manifest: string;
}

const writeAll = async (
  services: ExportServices,
  organizationId: string,
  run: Run,
  told: Omit<Parameters<typeof manifestOf>[0], "exportId" | "organization" | "at" | "heldBack"> & {
    readonly chosen: Chosen;
  },
): Promise<Written> =>
  inSnapshot(services.pool, organizationId, async (place) => {
    const isForOthers = told.ground === "successor";
    const chosen = isForOthers ? await stillGoing(place, told.chosen) : told.chosen;
    const heldBack = await HeldBack.of(place, chosen.hidden);
    const keep = run.keep.bind(run);
    const making: files.Making = {
      place,
      ground: told.ground,
      heldBack,
      keep,
      step: run.step.bind(run),
    };
    const written = [
      ...(await files.writeResources(making)),
      ...(await files.writeTables(making, told.people)),
      ...(await files.writeOwnFiles(making)),
    ];
    const manifest = await run.inside(async (work) => {
      const { name } = await getOrganization(work);
      const at = work.now.toString();
      const people = isForOthers ? chosen.going.length : told.people;
      const all = { ...told, exportId: run.id, organization: name, at, people };
      return manifestOf({ ...all, heldBack: heldBack.told() }, written);
    });
    const file = new PartWriter("MANIFEST.json", keep);
    await file.write(manifest);
    return { files: [await file.end(), ...written], manifest, chosen };
  });

/** Ready from here on: the accounting is written in the same transaction, or there is nothing to fetch. */
const finish = (run: Run, recipient: Recipient, written: Written): Promise<void> =>
  run.inside(async (work) => {
    const row = await run.hold(work);
    const { manifest, chosen } = written;
    const told = { recipient, exportId: run.id, manifest };
    const stopped = chosen.going.length === 0 ? 0 : await tellOf(work, chosen.going, told);
    if (stopped > 0) throw new Problem("consent-changed-meanwhile", 409);
    await queries.updateRun(work, run.id, {
      state: "ready",
      files: JSON.stringify(written.files),
      heldBack: chosen.hidden.size,
      done: row.total,
      touchedAt: work.now.toString(),
      finishedAt: work.now.toString(),
      expiresAt: work.now.add({ hours: 24 * keptDays }).toString(),
    });
    const changes = { state: { from: row.state, to: "ready" } };
    await recordChange(
      work,
      "export",
      { id: run.id, version: row.version + 1 },
      { verb: "finish", changes },
    );
  });

/**
 * Makes the files of an export that was asked for. It reads the organization at one moment, writes portion by portion with
 * little memory, and is ready as a whole or not at all: a process that dies leaves one that is begun anew.
 */
export const makeExport = async (
  services: ExportServices,
  organizationId: string,
  exportId: string,
  actor: Actor,
): Promise<void> => {
  const run = new Run(services, organizationId, exportId, actor);
  try {
    const { row, people } = await run.begin();
    const recipient = recipientSchema.parse(row.recipient);
    const ground = groundOf(row);
    const chosen = await choose(run, ground, recipient);
    const notice: Notice | null = isNoticeDue(chosen) ? noticeOn(await run.inside(todayOf)) : null;
    const told = { ground, people, notice, recipient: recipient.name, chosen } as const;
    await finish(run, recipient, await writeAll(services, organizationId, run, told));
  } catch (error) {
    if (!(error instanceof Problem)) {
      await run.fail("unexpected");
      throw error;
    }
    if (error.code !== "export-stopped") await run.fail(error.code);
  }
};
