import { createHash } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import {
  findSigning,
  signatureStep,
  type SignedMember,
  type SignedShared,
} from "#server/charting/note-signature.queries.ts";
import { openPool } from "#server/db/pool.ts";
import { inTransaction, writeLast } from "#server/db/transaction.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { findGroups, type GroupSize, type GroupToSign } from "./group-ground.queries.ts";
import { connections, newSentence, shared } from "./note-texts.ts";
import { openSigners, signerOf } from "./signers.queries.ts";

/** Of what was read, only what has to be written again. */
const readAgain = z.object({
  people: z.array(
    z.object({
      patientId: z.string(),
      attendance: z.object({ id: z.string() }),
    }),
  ),
});

const hash = createHash("sha256").update("any").digest("hex");
const startsAt = "2026-11-19T01:00:00Z";
const endsAt = "2026-11-19T02:30:00Z";

type Read = z.output<typeof readAgain>;

/** Every row as it stands in the table, of made-up words and a hash of nothing. */
const membersOf = ({ people }: Read, objectives: ReadonlyMap<string, string>): SignedMember[] =>
  people.map(({ patientId, attendance }) => ({
    id: newId(),
    attendance_id: attendance.id,
    attendance_version: 1,
    objective_id: objectives.get(patientId) ?? "",
    participation: "some",
    response: "shared",
    progress: "steady",
    risk: "none-noted",
    next_step: null,
    sentence: newSentence(),
    starts_at: startsAt,
    ends_at: endsAt,
    acknowledged: [],
    hash,
    label: "part-2",
  }));

const sharedPart = (id: string, attendedCount: number): SignedShared => {
  const { whatWeDid, howItWent, nextTime, ...rest } = shared;
  return {
    ...rest,
    id,
    what_we_did: whatWeDid,
    how_it_went: howItWent,
    next_time: nextTime,
    attended_count: attendedCount,
    acknowledged: [],
    hash,
    label: "part-2",
  };
};

const sign = async (work: Work, { sessionId, rows }: GroupToSign, staffId: string) => {
  const objectives = new Map(rows.map((row) => [row.patientId, row.objectiveId]));
  const read = readAgain.parse(await findSigning(work, sessionId, staffId));
  const sessionNoteId = newId();
  const step = signatureStep(work, {
    sessionId,
    serviceDate: "2026-11-18",
    staffId,
    authorName: "Maya Torres",
    needsCosignature: false,
    supervisorStaffId: null,
    corrects: null,
    shared: sharedPart(sessionNoteId, rows.length),
    sessionNoteId,
    members: membersOf(read, objectives),
    errand: { id: newId(), kind: "bench", payload: { sessionId } },
  });
  writeLast(work.tx, step, (error) => error);
};

/**
 * The same two statements over the same tables, keys, walls and event, in one durable transaction, with nothing judged: no HTTP,
 * no session, no guard, no hash of what is signed, no key against repetition, no line of the trail.
 */
export const sameStatements =
  (size: GroupSize) =>
  async (place: LoopPlace): Promise<Loop> => {
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    // From the end: the product signs from the beginning.
    const groups = (await findGroups(owner, place.organizationId, size)).toReversed();
    const signers = await openSigners(owner, place);
    await owner.end();
    const { organizationId } = place;
    const pool = openPool({ url: place.appUrl, most: connections });
    let next = 0;
    const turn = async (): Promise<number> => {
      const { accountId, staffId } = signerOf(signers, next);
      const actor = { ...systemActor("Bench"), accountId };
      const group = groups[next++];
      if (group === undefined) throw new Error(`all groups of ${size} are signed`);
      await inTransaction(pool, { organizationId, accountId }, (tx) => {
        const now = systemClock.now();
        const work = { tx, organizationId, actor, now, requestId: newId(), newId };
        return sign(work, group, staffId);
      });
      return 1;
    };
    return { turn };
  };
