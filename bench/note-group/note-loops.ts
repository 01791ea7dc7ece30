import pg from "pg";
import { noteRoutes } from "#server/charting/note.routes.ts";
import { buildServer } from "#server/app/build-server.ts";
import { openPool } from "#server/db/pool.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { systemClock } from "#server/platform/clock.ts";
import { rateLimiter } from "#server/platform/http/rate-limit.ts";
import { newId } from "#server/platform/ids.ts";
import { openLog } from "#server/platform/log.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { findGroups, insertBareNotes, sizes, type GroupSize } from "./group-ground.queries.ts";
import { connections, newSentence, signatureOf } from "./note-texts.ts";
import { sameRows } from "./same-rows.ts";
import { openSigners, signerOf } from "./signers.queries.ts";
import { sameStatements } from "./same-statements.ts";

/** Signatures before the first that is measured: a server that has just started compiles and plans, one that runs for months does not. */
const warmUps = 2400;
const openApp = (appUrl: string) => {
  const pool = openPool({ url: appUrl, most: connections });
  const services = {
    pool,
    doorPool: pool,
    filePool: pool,
    clock: systemClock,
    audit: auditWriter(pool),
    limiter: rateLimiter(),
    newId,
  };
  const logger = openLog({ level: "silent", stream: { write: () => {} } });
  return buildServer({ services, routes: noteRoutes, logger });
};

/** Signs one group after the other over the whole path of a request; every one is another session. */
const product =
  (size: GroupSize) =>
  async (place: LoopPlace): Promise<Loop> => {
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    const signers = await openSigners(owner, place);
    const groups = await findGroups(owner, place.organizationId, size);
    await owner.end();
    const app = await openApp(place.appUrl);
    let next = 0;
    const turn = async (): Promise<number> => {
      const { token } = signerOf(signers, next);
      const group = groups[next++];
      if (group === undefined) throw new Error(`all groups of ${size} are signed`);
      const response = await app.inject({
        method: "POST",
        url: `/api/sessions/${group.sessionId}/signature`,
        headers: { cookie: `stepwell_session=${token}`, "idempotency-key": newId() },
        payload: signatureOf(group),
      });
      if (response.statusCode !== 201) throw new Error(response.body.slice(0, 400));
      return 1;
    };
    for (let warm = 0; warm < warmUps; warm += connections)
      await Promise.all(Array.from({ length: connections }, turn));
    return { turn };
  };

/** The least that could be done: the rows in one statement, made durable. */
const bare =
  (size: GroupSize) =>
  async (place: LoopPlace): Promise<Loop> => {
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    const [group] = await findGroups(owner, place.organizationId, size);
    await owner.end();
    if (group === undefined) throw new Error(`no group of ${size}`);
    const { sessionId, rows } = group;
    const pool = new pg.Pool({ connectionString: place.appUrl, max: connections });
    const patients = rows.map(({ patientId }) => patientId);
    const objectives = rows.map(({ objectiveId }) => objectiveId);
    const turn = async (): Promise<number> => {
      const client = await pool.connect();
      await client.query("begin");
      await client.query({
        name: "bare-notes",
        text: insertBareNotes,
        values: [sessionId, patients, objectives, rows.map(newSentence)],
      });
      await client.query("commit");
      client.release();
      return 1;
    };
    return { turn };
  };

export const noteLoops: Readonly<Record<string, (place: LoopPlace) => Promise<Loop>>> =
  Object.fromEntries(
    sizes.flatMap((size) => [
      [`notes-product-${size}`, product(size)],
      [`notes-bare-${size}`, bare(size)],
      [`notes-rows-${size}`, sameRows(size)],
      [`notes-same-${size}`, sameStatements(size)],
    ]),
  );
