import { hash } from "node:crypto";
import { isId } from "#domain/basics/ids.ts";
import { problem } from "#domain/contract/problem.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { findKey } from "#server/platform/http/idempotency.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface Replay {
  readonly status: number;
  readonly body: unknown;
}

/** A request that is carried out once, however often it comes: its key, and what tells it from others that use the same. */
export interface Once {
  readonly id: string;
  readonly requestHash: Buffer;
}

/** Never hashed without salt: whoever holds a copy of the database would guess them at full speed. */
const secrets: ReadonlySet<string> = new Set(["password", "currentPassword"]);

const sortedJson = (value: unknown): string => {
  try {
    return JSON.stringify(value, (name, inner: unknown) => {
      if (secrets.has(name)) return undefined;
      return inner !== null && typeof inner === "object" && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner;
    });
  } catch {
    // What was read can be written, unless it goes deeper than anything that is ever asked.
    throw problem("invalid-input");
  }
};

/** What makes a state change safe to repeat; undefined where it came without a key. */
export const onceOf = (
  contract: AnyRoute,
  raw: unknown,
  header: string | string[] | undefined,
): Once | undefined =>
  typeof header === "string" && isId(header)
    ? {
        id: header,
        requestHash: hash(
          "sha256",
          `${contract.method} ${contract.path} ${sortedJson(raw)}`,
          "buffer",
        ),
      }
    : undefined;

/** The kept answer of a request whose key was claimed before; the same key for another request or by another person is refused. */
export const replayOf = async (
  { tx, organizationId }: Work,
  contract: AnyRoute,
  { id, requestHash }: Once,
  accountId: string,
): Promise<Replay> => {
  const kept = await findKey(tx, organizationId, id);
  if (kept === undefined || kept.accountId !== accountId || !kept.requestHash.equals(requestHash))
    throw problem("idempotency-key-reused");
  return { status: kept.status ?? contract.status, body: kept.response };
};
