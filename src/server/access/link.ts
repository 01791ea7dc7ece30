import { linkEnd, type LinkPurpose } from "#domain/access/link-lifetime.ts";
import { Problem } from "#domain/contract/problem.ts";
import { closeLinks, findOpenLink, insertLink, type LinkRow } from "#server/access/link.queries.ts";
import { hashToken, newToken } from "#server/platform/session.ts";
import type { OpenWork } from "#server/platform/work.ts";

/** Makes the secret of a link and voids the ones sent before. It stands in the letter and nowhere else. */
export const writeLink = async (
  work: OpenWork,
  link: LinkRow & { readonly purpose: LinkPurpose },
): Promise<{ token: string; expiresAt: string }> => {
  const { tx, now } = work;
  const { accountId, organizationId, purpose } = link;
  const token = newToken();
  const expiresAt = linkEnd(purpose, now).toString();
  await closeLinks(
    tx,
    purpose === "invitation" ? { accountId, purpose, organizationId } : { accountId, purpose },
    now.toString(),
  );
  const row = { accountId, organizationId, purpose, expiresAt, createdAt: now.toString() };
  await insertLink(tx, { ...row, tokenHash: hashToken(token) });
  return { token, expiresAt };
};

/** Whom a link is for. Made up, used, voided and run out answer alike: `link-over`. */
export const openLink = async (
  work: OpenWork,
  token: string,
  purpose: LinkPurpose,
): Promise<LinkRow> => {
  const link = await findOpenLink(work.tx, hashToken(token), purpose, work.now.toString());
  if (link === undefined) throw new Problem("link-over", 410);
  return link;
};
