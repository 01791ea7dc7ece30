import { localeOf } from "#domain/access/account.ts";
import { getAccount, getLetterhead, type AccountRow } from "#server/access/account.queries.ts";
import { lockAffiliationOf } from "#server/access/affiliation.queries.ts";
import { passedOnLetter, type Addressee } from "#server/access/letters.ts";
import type { Mailer } from "#server/platform/mail/mailer.ts";
import type { Work } from "#server/platform/work.ts";

export interface LetterServices {
  readonly mailer: Mailer;
  /** Where browsers reach us, without a path: `https://care.example.org`. */
  readonly publicUrl: string;
}

/** To whom a letter about an account goes. */
export const addresseeOf = async (
  work: Work,
  account: AccountRow,
  name: string,
): Promise<Addressee> => {
  const { name: organizationName, zone } = await getLetterhead(work.tx, work.organizationId);
  const locale = localeOf(account.locale);
  return { email: account.email, name, locale, organizationName, zone };
};

/** True while this account has a place here as staff. */
export const worksHere = async (work: Work, accountId: string): Promise<boolean> => {
  const affiliation = await lockAffiliationOf(work, accountId, "staff");
  return affiliation !== undefined && affiliation.endedAt === null;
};

/** Tells somebody who works here that a task was passed on to them: no name, no reason, nothing of what it is about. */
export const sendPassedOn = async (
  work: Work,
  accountId: string,
  { mailer, publicUrl }: LetterServices,
): Promise<void> => {
  if (!(await worksHere(work, accountId))) return;
  const account = await getAccount(work.tx, accountId);
  const to = await addresseeOf(work, account, account.name);
  await mailer.send(passedOnLetter(to, { address: new URL("/staff/tasks", publicUrl).href }));
};
