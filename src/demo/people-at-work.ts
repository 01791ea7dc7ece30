import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { createCredential } from "#domain/practice/credential.api.ts";
import { createStaff } from "#domain/practice/staff.api.ts";
import type { DemoOrganization, DemoPerson } from "#demo/cast.ts";
import { demoPassword, emailOf } from "#demo/sign-ins.ts";
import { createUser, hashForMany } from "#server/access/people.service.ts";
import type { Work } from "#server/platform/work.ts";
import * as credentials from "#server/practice/credential.service.ts";
import * as staff from "#server/practice/staff.service.ts";

/** Everybody has been here for so long; what a colleague may do is older or younger than that. */
const startedDaysAgo = 1020;

/** Adds a colleague with credentials and an account to sign in with. Answers the id of the colleague. */
export const addPerson = async (
  work: Work,
  demo: DemoOrganization,
  person: DemoPerson,
  places: { sites: ReadonlyMap<string, string>; staff: ReadonlyMap<string, string> },
  hashed = hashForMany(demoPassword),
): Promise<string> => {
  const email = emailOf(demo, person);
  const { givenName, familyName, credentialsShown, position, npi } = person;
  const facts = { givenName, familyName, credentialsShown, position, npi, email };
  const homeSiteId = places.sites.get(person.site) ?? null;
  const phone = demo.sites.find((site) => site.key === person.site)?.phone ?? null;
  const supervisorId = places.staff.get(person.supervisor ?? "") ?? null;
  const today = Temporal.PlainDate.from(dateAt(work.now, demo.zone));
  const daysAgo = (days: number): string => today.subtract({ days }).toString();
  const member = await staff.createStaff(
    work,
    createStaff.input.parse({
      ...facts,
      homeSiteId,
      supervisorId,
      phone,
      startedOn: daysAgo(startedDaysAgo),
    }),
  );
  for (const { issuedDaysAgo, expiresInDays, ...credential } of person.credentials) {
    const issuedOn = daysAgo(issuedDaysAgo);
    const expiresOn = expiresInDays === null ? null : daysAgo(-expiresInDays);
    const input = { staffId: member.id, ...credential, issuedOn, expiresOn };
    await credentials.createCredential(work, createCredential.input.parse(input));
  }
  const name = `${givenName} ${familyName}`;
  await createUser(work, {
    email,
    name,
    roles: person.roles,
    staffId: member.id,
    password: demoPassword,
    hashed,
  });
  return member.id;
};
