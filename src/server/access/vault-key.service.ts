import { randomBytes } from "node:crypto";
import type { openVaultKey as contract } from "#domain/access/vault-key.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { findVaultKey, insertVaultKey } from "#server/access/vault-key.queries.ts";
import { sessionLimits, type Session } from "#server/platform/session.ts";
import type { Work } from "#server/platform/work.ts";

/** The key of this account in this organization, made when it is first asked for. Only a living session comes here. */
export const openVaultKey = async (
  work: Work,
  session: Session,
): Promise<Output<typeof contract>> => {
  const { organizationId, expiresAt } = session;
  const { accountId } = session.actor;
  const place = { accountId, organizationId };
  const answer = (secret: Buffer) => ({
    ...place,
    secret: secret.toString("base64url"),
    expiresAt,
    idleMinutes: sessionLimits.idleMinutes,
  });
  const known = await findVaultKey(work.tx, place);
  if (known !== undefined) return answer(known);
  const fresh = { ...place, secret: randomBytes(32), createdAt: work.now.toString() };
  await insertVaultKey(work.tx, fresh);
  return answer((await findVaultKey(work.tx, place)) ?? fresh.secret);
};
