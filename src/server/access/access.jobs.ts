import { getAccount } from "#server/access/account.queries.ts";
import {
  careWelcomeLetter,
  codeLetter,
  invitationLetter,
  passwordChangedLetter,
  resetLetter,
} from "#server/access/letters.ts";
import { addresseeOf, worksHere, type LetterServices } from "#server/access/letter.service.ts";
import { writeLink } from "#server/access/link.ts";
import { lockAffiliation, lockAffiliationOf } from "#server/access/affiliation.queries.ts";
import { writeCode } from "#server/access/sign-in-code.service.ts";
import { findPerson } from "#server/access/people.queries.ts";
import type { Errand, ErrandHandler } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";

const recordIdOf = (errand: Errand): string => {
  if (errand.recordId === null) throw new Error(`${errand.kind} names no record`);
  return errand.recordId;
};

// A letter is overtaken when meanwhile the invitation was accepted or the access ended: then none is sent.
const sendInvitation = async (
  work: Work,
  errand: Errand,
  { mailer, publicUrl }: LetterServices,
): Promise<void> => {
  const { tx, organizationId } = work;
  const affiliation = await lockAffiliation(work, recordIdOf(errand));
  if (affiliation === undefined) return;
  const { accountId, acceptedAt, endedAt } = affiliation;
  const person = await findPerson(work, affiliation.id);
  if (person === undefined || acceptedAt !== null || endedAt !== null) return;
  const account = await getAccount(tx, accountId);
  const link = await writeLink(work, { accountId, organizationId, purpose: "invitation" });
  const address = new URL(`/staff/invitation/${link.token}`, publicUrl).href;
  const to = await addresseeOf(work, account, person.name);
  await mailer.send(invitationLetter(to, { address, expiresAt: link.expiresAt }));
};

const sendPasswordReset = async (
  work: Work,
  errand: Errand,
  { mailer, publicUrl }: LetterServices,
): Promise<void> => {
  const accountId = recordIdOf(errand);
  if (!(await worksHere(work, accountId))) return;
  const account = await getAccount(work.tx, accountId);
  const { organizationId } = work;
  const link = await writeLink(work, { accountId, organizationId, purpose: "password-reset" });
  const address = new URL(`/staff/reset/${link.token}`, publicUrl).href;
  await mailer.send(resetLetter(await addresseeOf(work, account, account.name), { address }));
};

const sendPasswordChanged = async (
  work: Work,
  errand: Errand,
  { mailer, publicUrl }: LetterServices,
): Promise<void> => {
  const account = await getAccount(work.tx, recordIdOf(errand));
  const to = await addresseeOf(work, account, account.name);
  const forgottenAddress = new URL("/staff/forgotten", publicUrl).href;
  const at = account.passwordAt ?? work.now.toString();
  await mailer.send(passwordChangedLetter(to, { at, forgottenAddress }));
};

const isInCare = async (work: Work, accountId: string): Promise<boolean> => {
  const affiliation = await lockAffiliationOf(work, accountId, "care");
  return affiliation !== undefined && affiliation.endedAt === null;
};

const sendSignInCode = async (
  work: Work,
  errand: Errand,
  { mailer }: LetterServices,
): Promise<void> => {
  const accountId = recordIdOf(errand);
  if (!(await isInCare(work, accountId))) return;
  const account = await getAccount(work.tx, accountId);
  const to = await addresseeOf(work, account, account.name);
  await mailer.send(codeLetter(to, await writeCode(work, accountId)));
};

const sendCareWelcome = async (
  work: Work,
  errand: Errand,
  { mailer, publicUrl }: LetterServices,
): Promise<void> => {
  const accountId = recordIdOf(errand);
  if (!(await isInCare(work, accountId))) return;
  const account = await getAccount(work.tx, accountId);
  const to = await addresseeOf(work, account, account.name);
  await mailer.send(careWelcomeLetter(to, { address: new URL("/my", publicUrl).href }));
};

/**
 * The letters about accounts. The secret of a link is made while its letter is written, so neither outbox nor queue ever
 * holds one; a repeated delivery voids the link of the attempt before.
 */
export const accessJobs = (services: LetterServices): readonly ErrandHandler[] => [
  {
    kind: "send-invitation",
    handle: (work, errand) => sendInvitation(work, errand, services),
  },
  {
    kind: "send-password-reset",
    handle: (work, errand) => sendPasswordReset(work, errand, services),
  },
  { kind: "send-sign-in-code", handle: (work, errand) => sendSignInCode(work, errand, services) },
  { kind: "send-care-welcome", handle: (work, errand) => sendCareWelcome(work, errand, services) },
  {
    kind: "send-password-changed",
    handle: (work, errand) => sendPasswordChanged(work, errand, services),
  },
];
