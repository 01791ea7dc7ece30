import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** What the acts of the practice may answer, and what may stand beside their fields. */
export const practiceWords: ProblemWords = {
  "name-taken": msg`This name is in use already.`,
  "email-taken": msg`Another colleague has this e-mail address.`,
  "npi-taken": msg`Another colleague has this NPI.`,
  retired: msg`This was retired meanwhile. Bring it back to change it.`,
  "not-retired": msg`This is in use already.`,
  "site-in-use": msg({
    message:
      "Still in use: {rooms, plural, =0 {} one {# room. } other {# rooms. }}{staff, plural, =0 {} one {# colleague is based here. } other {# colleagues are based here. }}Retire the rooms and base the colleagues elsewhere first.",
  }),
  "site-retired": msg`This site is retired. Choose another, or bring the site back first.`,
  "staff-retired": msg`This colleague has left. Choose another, or bring them back first.`,
  "supervises-others": msg({
    message:
      "Still supervises {count, plural, one {# colleague} other {# colleagues}}. Give them another supervisor first.",
  }),
  "supervision-circle": msg`They are supervised by this colleague, directly or through others.`,
  "own-supervisor": msg`Nobody supervises themselves.`,
  taken: msg`This is in use already.`,
  "changed-meanwhile": msg`Not saved yet: somebody else changed this meanwhile. Look below, then save again.`,
  "changed-by-both": msg`Somebody else changed this too. Choose which to keep.`,
  "npi-check-digit": msg`These are not the ten digits of an NPI: the check digit does not fit.`,
  "dea-check-digit": msg`The check digit of this DEA number does not fit.`,
  "before-issued": msg`The last day lies before the first.`,
  "needed-for-listing": msg`Needed while the organization is shown to the public.`,
  "phone.invalid-regex": msg`Write ten digits, like (503) 555-0100.`,
  "crisisPhone.invalid-regex": msg`Write ten digits, like (503) 555-0100.`,
  "postalCode.invalid-regex": msg`Write five digits, or nine: 97209 or 97209-0188.`,
  "taxId.invalid-regex": msg`Write nine digits, like 93-1234567.`,
  "email.invalid-email": msg`Write an e-mail address, like name@example.org.`,
  "seats.too-small": msg`A room holds at least one person.`,
  "seats.too-big": msg`A room holds at most 500 people.`,
};
