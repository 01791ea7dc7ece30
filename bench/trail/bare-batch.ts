import type pg from "pg";
import { newId } from "#server/platform/ids.ts";
import { tellMany } from "./bare-trail.queries.ts";

interface Line {
  readonly recordId: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface TrailOwner {
  readonly organizationId: string;
  readonly accountId: string;
  readonly sessionId: string;
}

/** Writes the lines of one turn of the event loop in one statement; each is answered when it is durable. */
export const bareBatch = (pool: pg.Pool, owner: TrailOwner): ((id: string) => Promise<void>) => {
  let waiting: Line[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    const now = new Date();
    const values = [
      owner.organizationId,
      owner.accountId,
      owner.sessionId,
      batch.map(newId),
      batch.map(() => now),
      batch.map(newId),
      batch.map((line) => line.recordId),
    ];
    pool.query({ name: "tell-many", text: tellMany, values }).then(
      () => batch.forEach((line) => line.resolve()),
      (error: unknown) => batch.forEach((line) => line.reject(error)),
    );
  };
  return (recordId) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ recordId, resolve, reject });
    });
};
