import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const reasons: Readonly<Record<string, MessageDescriptor>> = {
  "invalid-input": msg`what was sent was not filled in as it should be`,
  "signed-out": msg`the session had ended`,
  "confirmation-needed": msg`the password had to be confirmed first`,
  "not-allowed": msg`their role does not include it`,
  "not-found": msg`there is no such record here`,
  "changed-meanwhile": msg`someone else had changed it meanwhile`,
  "idempotency-key-missing": msg`the program that asked left out a key`,
  "idempotency-key-reused": msg`it had been sent before with other content`,
  "too-large": msg`the file was too large`,
  "wrong-media-type": msg`this kind of file cannot be read here`,
  "too-many-tries": msg`there had been too many tries`,
  "internal-error": msg`a fault of the system`,
  "not-ready": msg`the server was not ready`,
  "sign-in-refused": msg`e-mail address and password did not match`,
  "wrong-password": msg`the password was wrong`,
  "link-over": msg`the link of the letter had been used or was too old`,
  "belongs-already": msg`the person belonged here already`,
  "access-ended": msg`the person's access had ended`,
  "last-administrator": msg`nobody would be left to manage people`,
  "accepted-already": msg`the invitation had been accepted already`,
  "own-access": msg`nobody changes their own access`,
  "name-taken": msg`the name was in use already`,
  retired: msg`it was retired`,
  "not-retired": msg`it was in use`,
  "site-in-use": msg`the site had rooms or colleagues`,
  "site-retired": msg`the site was retired`,
  "email-taken": msg`another colleague had this e-mail address`,
  "npi-taken": msg`another colleague had this NPI`,
  "staff-retired": msg`the colleague had left`,
  "supervision-circle": msg`two colleagues would have supervised each other`,
  "supervises-others": msg`the colleague supervised others`,
  "errand-not-stuck": msg`the errand was done or on its way already`,
};

/** Why something was refused or failed, from the code of its problem. A code without words is named as it is. */
export const sayReason = (code: string): string => {
  const reason = reasons[code];
  return reason === undefined ? code : i18n._(reason);
};
