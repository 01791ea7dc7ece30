import { createHash } from "node:crypto";
import { isId } from "#domain/basics/ids.ts";
import { problem } from "#domain/contract/problem.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { claimKey, findKey } from "#server/platform/http/idempotency.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface Replay {
  readonly status: number;
  readonly body: unknown;
}

export const readKey = (header: string | string[] | undefined): string => {
  if (typeof header !== "string" || !isId(header)) throw problem("idempotency-key-missing");
  return header;
};

/** Never hashed without salt: whoever holds a copy of the database would guess them at full speed. */
const secrets: ReadonlySet<string> = new Set(["password", "currentPassword"]);

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (name, inner: unknown) => {
    if (secrets.has(name)) return undefined;
    return inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  });

/**
 * Makes a state change safe to repeat: the first request with a key goes on (answers undefined); a repetition
 * gets the kept answer; the same key for another request or by another person is refused.
 */
export const beginOnce = async (
  work: Work,
  contract: AnyRoute,
  key: string,
  accountId: string,
  raw: unknown,
): Promise<Replay | undefined> => {
  const requestHash = createHash("sha256")
    .update(`${contract.method} ${contract.path} ${sortedJson(raw)}`)
    .digest();
  const { tx, organizationId } = work;
  const at = work.now.toString();
  if (await claimKey(tx, { organizationId, id: key, accountId, requestHash, at })) return undefined;
  const kept = await findKey(tx, organizationId, key);
  if (kept === undefined || kept.accountId !== accountId || !kept.requestHash.equals(requestHash))
    throw problem("idempotency-key-reused");
  return { status: kept.status ?? contract.status, body: kept.response };
};
