import type { DemoOrganization, DemoPerson } from "#demo/cast.ts";
import { cedarBridge, cedarBridgeMember } from "#demo/cedar-bridge.ts";
import { harborSteps } from "#demo/harbor-steps.ts";

/** Everybody in the demo signs in with this; it is printed, so it protects nothing. */
export const demoPassword = "down the steps to water";

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");

/** `imani.delacroix@cedarbridge.example`. */
export const emailOf = (
  demo: Pick<DemoOrganization, "domain">,
  person: Pick<DemoPerson, "givenName" | "familyName">,
): string => `${plain(person.givenName)}.${plain(person.familyName)}@${demo.domain}`;

export interface SignIn {
  readonly as: string;
  readonly email: string;
}

const personWith = (role: string): SignIn[] =>
  cedarBridge.people
    .filter((person) => person.roles.some((held) => held === role))
    .slice(0, 1)
    .map((person) => ({ as: role.replaceAll("-", " "), email: emailOf(cedarBridge, person) }));

/** One sign-in for each view of the product, to be printed at the start. */
export const demoSignIns = (): readonly SignIn[] => [
  ...["director", "therapist", "supervisor", "admissions", "biller", "privacy-officer"].flatMap(
    personWith,
  ),
  { as: "member, at /my by a code (its letter: /demo/mail)", email: cedarBridgeMember.email },
  ...harborSteps.people.slice(0, 1).map((person) => ({
    as: "director of another organization",
    email: emailOf(harborSteps, person),
  })),
];
