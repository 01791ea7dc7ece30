import type {
  acceptInvitation as acceptContract,
  readInvitation as readContract,
} from "#domain/access/invitation.api.ts";
import { notFound, Problem, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import {
  getAccount,
  getLetterhead,
  updateAccount,
  type AccountRow,
} from "#server/access/account.queries.ts";
import type { Apart } from "#server/access/apart.ts";
import { choosePassword } from "#server/access/choose-password.ts";
import { openLink } from "#server/access/link.ts";
import { closeLinks } from "#server/access/link.queries.ts";
import { verifyPassword } from "#server/access/password-hash.ts";
import { workAsOwner } from "#server/access/password.service.ts";
import { lockAffiliationOf, type AffiliationRow } from "#server/access/affiliation.queries.ts";
import { changeAffiliation } from "#server/access/change-affiliation.ts";
import { findPerson, type PersonRow } from "#server/access/people.queries.ts";
import {
  countedFor,
  openBelongings,
  openSession,
  type SignedIn,
} from "#server/access/sign-in.service.ts";
import { countTry, forgiveTry } from "#server/access/sign-in-tries.ts";
import type { Visitor } from "#server/access/start-session.ts";
import { enterOrganization } from "#server/db/transaction.ts";
import type { OpenWork } from "#server/platform/work.ts";

interface OpenInvitation {
  readonly account: AccountRow;
  readonly affiliation: AffiliationRow;
  readonly person: PersonRow;
  readonly organizationId: string;
  readonly organizationName: string;
}

/** What a link invites to. Goes inside its organization for the rest of the transaction. */
const openInvitation = async (work: OpenWork, token: string): Promise<OpenInvitation> => {
  const { tx } = work;
  const { accountId, organizationId } = await openLink(work, token, "invitation");
  await enterOrganization(tx, organizationId, accountId);
  const account = await getAccount(tx, accountId);
  const owned = workAsOwner(work, account, organizationId);
  const affiliation = await lockAffiliationOf(owned, accountId, "staff");
  const person = affiliation && (await findPerson(owned, affiliation.id));
  if (affiliation === undefined || person === undefined) throw notFound();
  const isOpen = affiliation.endedAt === null && affiliation.acceptedAt === null;
  if (!isOpen || account.disabledAt !== null) throw new Problem("link-over", 410);
  const { name } = await getLetterhead(tx, organizationId);
  return { account, affiliation, person, organizationId, organizationName: name };
};

export const readInvitation = async (
  work: OpenWork,
  token: string,
): Promise<Output<typeof readContract>> => {
  const { account, person, organizationName: name } = await openInvitation(work, token);
  const hasAccount = account.secret !== null;
  return {
    organizationName: name,
    email: account.email,
    name: hasAccount ? account.name : person.name,
    hasAccount,
  };
};

/** An account that has a password proves itself with it; whoever holds the letter alone must not take it over. */
const proveAccount = async (
  work: OpenWork,
  apart: Apart,
  account: AccountRow,
  password: string,
  visitor: Visitor,
): Promise<void> => {
  const counted = await countedFor(work.tx, account.email, account, visitor);
  await apart((tx) => countTry(tx, counted, work.now));
  const { matches } = await verifyPassword(password, account.secret);
  if (!matches)
    throw new Problem("wrong-password", 403, { fields: { password: { code: "wrong-password" } } });
  await forgiveTry(work.tx, counted, work.now);
};

const beginAccount = async (
  work: OpenWork,
  { account, organizationName: organization }: OpenInvitation,
  input: Parsed<typeof acceptContract>,
): Promise<string> => {
  const { name, password } = input;
  if (name === undefined) throw problem("invalid-input", { fields: { name: { code: "missing" } } });
  const owner = { email: account.email, name, organizationNames: [organization] };
  await choosePassword(work.tx, account.id, password, owner, work.now.toString());
  await updateAccount(work.tx, account.id, { name });
  return name;
};

/** Accepts an invitation and signs in for the organization that invited. The link is used up. */
export const acceptInvitation = async (
  work: OpenWork,
  apart: Apart,
  input: Parsed<typeof acceptContract>,
  visitor: Visitor,
): Promise<SignedIn> => {
  const { tx } = work;
  const invitation = await openInvitation(work, input.token);
  const { account, affiliation, organizationId } = invitation;
  let { name } = account;
  if (account.secret === null) name = await beginAccount(work, invitation, input);
  else await proveAccount(work, apart, account, input.password, visitor);
  const at = work.now.toString();
  const owned = workAsOwner(work, { id: account.id, name }, organizationId);
  await changeAffiliation(owned, affiliation, { acceptedAt: at }, { verb: "accept" });
  await closeLinks(tx, { accountId: account.id, purpose: "invitation", organizationId }, at);
  const belongings = await openBelongings(tx, account.id, "staff");
  const organization = belongings.find((one) => one.organizationId === organizationId);
  if (organization === undefined) throw notFound();
  return openSession(work, { id: account.id, name }, belongings, organization, visitor);
};
