import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** What managing people may answer. */
export const peopleWords: ProblemWords = {
  "belongs-already": msg`This address belongs to somebody here already. Look for it in the list.`,
  "access-ended": msg`This access has ended. Invite the person again to open it.`,
  "accepted-already": msg`The invitation was accepted already.`,
  "own-access": msg`Nobody ends their own access. Another administrator can.`,
  "last-administrator": msg`This is the last administrator. Make somebody else an administrator first, or nobody could let anyone in.`,
  "name.required": msg`Write the name that stands in the list until the invitation is accepted.`,
  "roles.too-small": msg`Choose at least one role.`,
  "email.invalid-email": msg`Write an e-mail address, like name@example.org.`,
};
