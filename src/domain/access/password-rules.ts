import { z } from "zod";

/**
 * In characters as a person counts them (code points). Length and a list of known-bad passwords decide, not a
 * mixture of signs (NIST SP 800-63B-4, 3.1.1.2). That paragraph asks fifteen of a password that stands alone,
 * and eight of one beside a second factor.
 */
export const passwordLength = { least: 15, most: 256 } as const;

export type PasswordFault = "too-short" | "too-long" | "too-even" | "known-bad" | "holds-own-name";

/** Whom the password is for: what others know of them must not be in it. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  readonly organizationNames: readonly string[];
}

const fewestDifferent = 5;
const longestSuffix = 8;
const shortestName = 4;
const shortestNamePart = 5;

/** The form in which passwords are hashed: the same on every keyboard (NIST SP 800-63B-4: NFKC before hashing). */
export const canonicalPassword = (password: string): string => password.normalize("NFKC");

const fold = (text: string): string => canonicalPassword(text).toLowerCase();

/** Letters and digits only: `Denise.Okafor` and `denise okafor` are the same name. */
const squeeze = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

/** The password and what is left of it without up to eight digits and signs at its end: `sunshine2026!` is `sunshine`. */
export const knownBadForms = (password: string): readonly string[] => {
  const letters = [...fold(password)];
  const forms = [letters.join("")];
  for (let cut = 1; cut <= longestSuffix && cut < letters.length; cut++) {
    if (!/[\d\p{P}\p{S}\s]/u.test(letters.at(-cut) ?? "")) break;
    forms.push(letters.slice(0, -cut).join(""));
  }
  return forms;
};

const isRun = (codes: readonly number[]): boolean => {
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return (
    Math.abs(step) <= 1 &&
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step)
  );
};

/** `aaaaaaaaaaaaaaa`, `abababababababa`, `abcdefghijklmno`: long, but guessed among the first. */
const isEven = (password: string): boolean => {
  const letters = [...fold(password)];
  return (
    new Set(letters).size < fewestDifferent || isRun(letters.map((one) => one.codePointAt(0) ?? 0))
  );
};

/** The smallest piece whose repetition is the whole: `password` in `passwordpassword`. */
const repeated = (text: string): string => {
  const again = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, again);
};

const ownNames = (owner: PasswordOwner): readonly string[] => {
  const local = owner.email.split("@", 1)[0] ?? "";
  const whole = [local, owner.name, ...owner.organizationNames].map(squeeze);
  const parts = owner.name.split(/\s+/).map(squeeze);
  return [
    ...whole.filter((name) => name.length >= shortestName),
    ...parts.filter((part) => part.length >= shortestNamePart),
  ];
};

/**
 * The first reason against a new password, or undefined. `isKnownBad` looks a text in lower case up in the list of
 * passwords that attackers try first.
 */
export const passwordFault = (
  password: string,
  owner: PasswordOwner,
  isKnownBad: (text: string) => boolean,
): PasswordFault | undefined => {
  const { length } = [...canonicalPassword(password)];
  if (length < passwordLength.least) return "too-short";
  if (length > passwordLength.most) return "too-long";
  if (isEven(password)) return "too-even";
  if (knownBadForms(password).some((form) => isKnownBad(form) || isKnownBad(repeated(form))))
    return "known-bad";
  const squeezed = squeeze(password);
  if (ownNames(owner).some((name) => squeezed.includes(name))) return "holds-own-name";
  return undefined;
};

/** A password as it arrives. What makes a new one good is asked by the service, which knows whose it is. */
export const passwordSchema = z.string().min(1).max(1024);
