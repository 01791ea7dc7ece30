import { createHash } from "node:crypto";
import pg from "pg";
import { newId } from "#server/platform/ids.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { findGroups, findSigner, type GroupSize } from "./group-ground.queries.ts";
import { connections, newSentence, shared } from "./note-texts.ts";
import { insertPlainRows } from "./same-rows.queries.ts";

const hash = createHash("sha256").update("any").digest();

/**
 * The limit of one statement: every row a signature leaves, with the same columns and indexes, in one durable statement and one
 * round trip. Nothing is read before it, nothing judged, and the tables have neither keys to others nor walls.
 */
export const sameRows =
  (size: GroupSize) =>
  async (place: LoopPlace): Promise<Loop> => {
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    const groups = await findGroups(owner, place.organizationId, size);
    const staffId = await findSigner(owner, place);
    await owner.end();
    const pool = new pg.Pool({ connectionString: place.appUrl, max: connections });
    let next = 0;
    const turn = async (): Promise<number> => {
      const group = groups[next++ % groups.length];
      if (group === undefined) throw new Error(`no group of ${size}`);
      const { rows } = group;
      // No key leads to the session, and it may be signed once.
      const sessionId = newId();
      const ids = () => rows.map(newId);
      const members = ids();
      const patients = rows.map(({ patientId }) => patientId);
      const objectives = rows.map(({ objectiveId }) => objectiveId);
      const answer = JSON.stringify({ sessionId, notes: members });
      await pool.query({
        name: "same-rows",
        text: insertPlainRows,
        values: [
          place.organizationId,
          sessionId,
          place.accountId,
          staffId,
          shared.whatWeDid,
          members,
          patients,
          ids(),
          ids(),
          objectives,
          rows.map(newSentence),
          hash,
          answer,
        ],
      });
      return 1;
    };
    return { turn };
  };
