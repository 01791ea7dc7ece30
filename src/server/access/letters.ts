import { Temporal } from "temporal-polyfill";
import { firstNameOf, type Locale } from "#domain/access/account.ts";
import type { Letter } from "#server/platform/mail/mailer.ts";
import { letterWords } from "#server/platform/words/letter-words.ts";

/** To whom a letter goes and for whom. Of the person nothing but the address and the first name stands in it. */
export interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly organizationName: string;
  /** The wall clock of the organization. */
  readonly zone: string;
}

const paragraphs = (...lines: readonly string[]): string => `${lines.join("\n\n")}\n`;

const momentIn = (instant: string, { zone, locale }: Addressee): string => {
  const tag = locale === "es" ? "es-US" : "en-US";
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toLocaleString(tag, {
    weekday: "long",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
};

export const invitationLetter = (
  to: Addressee,
  link: { readonly address: string; readonly expiresAt: string },
): Letter => {
  const say = letterWords(to.locale);
  const organization = to.organizationName;
  return {
    to: to.email,
    subject: say("invitation.subject", { organization }),
    text: paragraphs(
      say("greeting", { firstName: firstNameOf(to.name) }),
      say("invitation.what", { organization }),
      link.address,
      say("invitation.until", { until: momentIn(link.expiresAt, to) }),
      say("invitation.otherwise", { organization }),
      say("foot", { organization }),
    ),
  };
};

export const resetLetter = (to: Addressee, link: { readonly address: string }): Letter => {
  const say = letterWords(to.locale);
  return {
    to: to.email,
    subject: say("reset.subject"),
    text: paragraphs(
      say("greeting", { firstName: firstNameOf(to.name) }),
      say("reset.what"),
      link.address,
      say("reset.until"),
      say("reset.otherwise"),
      say("foot", { organization: to.organizationName }),
    ),
  };
};

/** The code stands in the body alone: subjects are shown on locked screens. Nothing in it tells what kind of place it is. */
export const codeLetter = (to: Addressee, code: string): Letter => {
  const say = letterWords(to.locale);
  return {
    to: to.email,
    subject: say("code.subject"),
    text: paragraphs(
      say("code.greeting"),
      say("code.what"),
      `    ${code}`,
      say("code.until"),
      say("code.otherwise"),
      say("code.foot"),
    ),
  };
};

/** Tells somebody in care where they sign in. */
export const careWelcomeLetter = (to: Addressee, link: { readonly address: string }): Letter => {
  const say = letterWords(to.locale);
  return {
    to: to.email,
    subject: say("care.subject"),
    text: paragraphs(
      say("greeting", { firstName: firstNameOf(to.name) }),
      say("care.what"),
      link.address,
      say("care.how"),
      say("code.foot"),
    ),
  };
};

/** Tells the owner that a password was changed, so that a stranger's change does not stay unseen. */
export const passwordChangedLetter = (
  to: Addressee,
  change: { readonly at: string; readonly forgottenAddress: string },
): Letter => {
  const say = letterWords(to.locale);
  const organization = to.organizationName;
  return {
    to: to.email,
    subject: say("changed.subject"),
    text: paragraphs(
      say("greeting", { firstName: firstNameOf(to.name) }),
      say("changed.what", { at: momentIn(change.at, to) }),
      say("changed.otherwise", { organization }),
      change.forgottenAddress,
      say("foot", { organization }),
    ),
  };
};

/** Says that a task waits and nothing of what it is about: a letter is read on locked screens and over shoulders. */
export const passedOnLetter = (to: Addressee, link: { readonly address: string }): Letter => {
  const say = letterWords(to.locale);
  return {
    to: to.email,
    subject: say("passed-on.subject"),
    text: paragraphs(
      say("greeting", { firstName: firstNameOf(to.name) }),
      say("passed-on.what"),
      link.address,
      say("foot", { organization: to.organizationName }),
    ),
  };
};
