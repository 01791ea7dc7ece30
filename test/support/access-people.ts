import type { Role } from "#domain/access/roles.ts";
import { invitePerson, listPeople, type Person } from "#domain/access/people.api.ts";
import { readSession, signIn } from "#domain/access/session.api.ts";
import { goodPassword, type Access, type Browser } from "#test/support/access-door.ts";
import { testNow, type TestOrganization } from "#test/support/test-product.ts";

/** Two organizations that know nothing of each other, each with an administrator who is signed in. */
export interface TwoHouses {
  readonly river: TestOrganization;
  readonly harbor: TestOrganization;
  readonly admin: Browser;
  readonly adminOfHarbor: Browser;
}

let serial = 0;

/** An address nobody has used yet. */
export const newEmail = (): string => `nia${++serial}@test.example`;

/** A browser in which this account signed in. */
export const signedIn = async (
  access: Access,
  email: string,
  password = goodPassword,
): Promise<Browser> => {
  const browser = access.browser();
  await browser.call(signIn, { email, password });
  return browser;
};

export const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.call(readSession, {})).ok;

/** Opens both houses anew, at the moment tests stand at and with no letter waiting. */
export const openHouses = async (access: Access): Promise<TwoHouses> => {
  access.product.clock.moveTo(testNow);
  await access.deliverLetters();
  serial++;
  const river = await access.product.addOrganization(`River House ${serial}`);
  const harbor = await access.product.addOrganization(`Harbor House ${serial}`);
  const ada = await access.addMember("Ada Admin", [[river, ["administrator"]]]);
  const hal = await access.addMember("Hal Admin", [[harbor, ["administrator"]]]);
  return {
    river,
    harbor,
    admin: await signedIn(access, ada.email),
    adminOfHarbor: await signedIn(access, hal.email),
  };
};

export const invite = async (
  by: Browser,
  email: string,
  roles: readonly Role[] = ["therapist"],
  name = "Nia Fontaine",
): Promise<Person> => {
  const answer = await by.call(invitePerson, { email, name, roles: [...roles] });
  if (!answer.ok) throw new Error(answer.body.code);
  return answer.body;
};

/** Delivers what waits and answers the secret of the last letter's link. */
export const invitedToken = async (access: Access, email: string): Promise<string> => {
  await access.deliverLetters();
  return (await access.lastLetter(email))?.token ?? "";
};

export const people = async (by: Browser): Promise<Person[]> => {
  const answer = await by.call(listPeople, { limit: 200 });
  return answer.ok ? answer.body.rows : [];
};

export const personWith = async (by: Browser, email: string): Promise<Person | undefined> =>
  (await people(by)).find((person) => person.email === email);
