import { createHash } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import pg from "pg";
import { newId } from "#server/platform/ids.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { findGroups, findSigner, type GroupSize } from "./group-ground.queries.ts";
import { connections, shared, signatureOf, type SentSignature } from "./note-texts.ts";
import { insertPlainRows } from "./same-rows.queries.ts";

const hash = createHash("sha256").update("any").digest();

/** Writes the rows of one signature with one statement, and answers what the product answers. */
const writeRows = async (
  pool: pg.Pool,
  place: LoopPlace,
  staffId: string,
  { rows }: SentSignature,
) => {
  // No key leads to the session, and it may be signed once.
  const sessionId = newId();
  const ids = rows.map(newId);
  const answer = {
    sessionId,
    notes: rows.map(({ patientId }, at) => ({
      id: ids[at],
      patientId,
      state: "signed",
      contentHash: hash.toString("hex"),
    })),
  };
  await pool.query({
    name: "same-rows",
    text: insertPlainRows,
    values: [
      place.organizationId,
      sessionId,
      place.accountId,
      staffId,
      shared.whatWeDid,
      ids,
      rows.map(({ patientId }) => patientId),
      rows.map(newId),
      rows.map(newId),
      rows.map(({ objectiveId }) => objectiveId),
      rows.map(({ sentence }) => sentence),
      hash,
      JSON.stringify(answer),
    ],
  });
  return answer;
};

const openApp = (pool: pg.Pool, place: LoopPlace, staffId: string): FastifyInstance => {
  const app = Fastify();
  app.post<{ Body: SentSignature }>("/sessions/:id/signature", async ({ body }, reply) =>
    reply.code(201).send(await writeRows(pool, place, staffId, body)),
  );
  return app;
};

/**
 * The limit of one statement: the same request through the same framework and driver, and every row a signature leaves, with the
 * same columns and indexes, in one durable statement and one round trip. Nothing is read before it, nothing parsed beyond JSON,
 * nothing judged, and the tables have neither keys to others nor walls.
 */
export const sameRows =
  (size: GroupSize) =>
  async (place: LoopPlace): Promise<Loop> => {
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    const groups = await findGroups(owner, place.organizationId, size);
    const staffId = await findSigner(owner, place);
    await owner.end();
    const pool = new pg.Pool({ connectionString: place.appUrl, max: connections });
    const app = openApp(pool, place, staffId);
    let next = 0;
    const turn = async (): Promise<number> => {
      const group = groups[next++ % groups.length];
      if (group === undefined) throw new Error(`no group of ${size}`);
      const response = await app.inject({
        method: "POST",
        url: `/sessions/${group.sessionId}/signature`,
        payload: signatureOf(group),
      });
      if (response.statusCode !== 201) throw new Error(response.body.slice(0, 400));
      return 1;
    };
    return { turn };
  };
