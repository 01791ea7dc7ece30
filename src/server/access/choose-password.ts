import {
  passwordFault,
  passwordLength,
  type PasswordOwner,
} from "#domain/access/password-rules.ts";
import { problem } from "#domain/contract/problem.ts";
import { putPassword } from "#server/access/account.queries.ts";
import { knownBadPasswords } from "#server/access/known-bad-passwords.ts";
import { hashPassword } from "#server/access/password-hash.ts";
import type { Tx } from "#server/db/transaction.ts";

/** Throws `invalid-input` at `password` where a new password breaks the rules. */
export const assertGoodPassword = async (password: string, owner: PasswordOwner): Promise<void> => {
  const knownBad = await knownBadPasswords();
  const code = passwordFault(password, owner, (text) => knownBad.has(text));
  if (code === undefined) return;
  const values = { least: passwordLength.least, most: passwordLength.most };
  throw problem("invalid-input", { fields: { password: { code, values } } });
};

/** Stores a new password after asking the rules. */
export const choosePassword = async (
  tx: Tx,
  accountId: string,
  password: string,
  owner: PasswordOwner,
  at: string,
): Promise<void> => {
  await assertGoodPassword(password, owner);
  await putPassword(tx, accountId, await hashPassword(password), at);
};
