import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, readInvitation } from "#domain/access/invitation.api.ts";
import {
  changeRoles,
  endAccess,
  invitePerson,
  listPeople,
  readPerson,
  sendInvitation,
  type Person,
} from "#domain/access/people.api.ts";
import { changeOrganization, readSession, signIn } from "#domain/access/session.api.ts";
import type { Role } from "#domain/access/roles.ts";
import { createUser } from "#server/access/people.service.ts";
import { newId } from "#server/platform/ids.ts";
import { goodPassword, openAccess, type Access, type Browser } from "#test/support/access-door.ts";
import { later, testNow, type TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
let harbor: TestOrganization;
let admin: Browser;
let adminOfHarbor: Browser;
let serial = 0;

const at = (duration: Parameters<typeof later>[0]) => access.product.clock.moveTo(later(duration));
const signedIn = async (email: string, password = goodPassword): Promise<Browser> => {
  const browser = access.browser();
  await browser.call(signIn, { email, password });
  return browser;
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.call(readSession, {})).ok;

const invite = async (
  by: Browser,
  email: string,
  roles: readonly Role[] = ["therapist"],
  name = "Nia Fontaine",
): Promise<Person> => {
  const answer = await by.call(invitePerson, { email, name, roles: [...roles] as ["therapist"] });
  if (!answer.ok) throw new Error(answer.body.code);
  return answer.body;
};
const newEmail = (): string => `nia${++serial}@test.example`;
const invitedToken = async (email: string): Promise<string> => {
  await access.deliverLetters();
  return (await access.lastLetter(email))?.token ?? "";
};
const people = async (by: Browser): Promise<Person[]> => {
  const answer = await by.call(listPeople, { limit: 200 });
  return answer.ok ? answer.body.rows : [];
};
const personNamed = async (by: Browser, email: string): Promise<Person | undefined> =>
  (await people(by)).find((person) => person.email === email);

beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.close());
beforeEach(async () => {
  access.product.clock.moveTo(testNow);
  await access.deliverLetters();
  serial++;
  river = await access.product.addOrganization(`River House ${serial}`);
  harbor = await access.product.addOrganization(`Harbor House ${serial}`);
  const first = await access.addMember("Ada Admin", [[river, ["administrator"]]]);
  const other = await access.addMember("Hal Admin", [[harbor, ["administrator"]]]);
  admin = await signedIn(first.email);
  adminOfHarbor = await signedIn(other.email);
});

describe("an invitation", () => {
  it("goes by letter, and who follows it chooses name and password and is in", async () => {
    const email = newEmail();
    const person = await invite(admin, email, ["therapist", "supervisor"]);
    expect(person).toMatchObject({
      email,
      name: "Nia Fontaine",
      roles: ["therapist", "supervisor"],
      state: "invited",
      invitedBy: "Ada Admin",
      lastSeenAt: null,
    });
    const token = await invitedToken(email);
    const nia = access.browser();
    expect((await nia.call(readInvitation, { token })).body).toEqual({
      organizationName: river.name,
      email,
      name: "Nia Fontaine",
      hasAccount: false,
    });
    const answer = await nia.call(acceptInvitation, {
      token,
      name: "Nia Fontaine-Reyes",
      password: goodPassword,
    });
    expect(answer.body).toMatchObject({ step: "signed-in", organization: { name: river.name } });
    expect((await nia.call(readSession, {})).body).toMatchObject({
      account: { name: "Nia Fontaine-Reyes" },
      roles: ["therapist", "supervisor"],
    });
    expect(await personNamed(admin, email)).toMatchObject({
      state: "active",
      name: "Nia Fontaine-Reyes",
      lastSeenAt: testNow,
    });
    expect(await access.trail(river)).toContain("done invitation.accept");
  });

  it("is good once", async () => {
    const email = newEmail();
    await invite(admin, email);
    const token = await invitedToken(email);
    const input = { token, name: "Nia", password: goodPassword };
    expect((await access.browser().call(acceptInvitation, input)).status).toBe(200);
    expect((await access.browser().call(acceptInvitation, input)).body).toMatchObject({
      code: "link-over",
    });
    expect((await access.browser().call(readInvitation, { token })).status).toBe(410);
  });

  it("is over after seven days, is shown so, and can be sent again", async () => {
    const email = newEmail();
    const { id } = await invite(admin, email);
    const token = await invitedToken(email);
    at({ hours: 7 * 24 });
    expect((await access.browser().call(readInvitation, { token })).status).toBe(410);
    admin = await signedIn(
      (await access.addMember("Second Admin", [[river, ["administrator"]]])).email,
    );
    expect((await personNamed(admin, email))?.state).toBe("invitation-over");
    const again = await admin.call(sendInvitation, { affiliationId: id });
    expect(again.body).toMatchObject({ state: "invited", version: 2, invitedBy: "Second Admin" });
    const next = await invitedToken(email);
    expect((await access.browser().call(readInvitation, { token: next })).status).toBe(200);
  });

  it("sent again voids the one before", async () => {
    const email = newEmail();
    const { id } = await invite(admin, email);
    const first = await invitedToken(email);
    await admin.call(sendInvitation, { affiliationId: id });
    const second = await invitedToken(email);
    expect((await access.browser().call(readInvitation, { token: first })).status).toBe(410);
    expect((await access.browser().call(readInvitation, { token: second })).status).toBe(200);
  });

  it("happens once, however often it is sent with its key", async () => {
    const email = newEmail();
    const key = newId();
    const input = { email, name: "Nia Fontaine", roles: ["nurse" as const] };
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => admin.copy().call(invitePerson, input, { key })),
    );
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(await access.deliverLetters()).toBe(1);
    expect((await admin.call(invitePerson, input)).body).toMatchObject({
      code: "belongs-already",
      fields: { email: { code: "belongs-already" } },
    });
  });

  it("of a bad password stays open", async () => {
    const email = newEmail();
    await invite(admin, email);
    const token = await invitedToken(email);
    const refused = await access
      .browser()
      .call(acceptInvitation, { token, name: "Nia", password: "password12345" });
    expect(refused.body).toMatchObject({ fields: { password: { code: "known-bad" } } });
    const nameless = await access
      .browser()
      .call(acceptInvitation, { token, password: goodPassword });
    expect(nameless.body).toMatchObject({ fields: { name: { code: "missing" } } });
    const done = await access
      .browser()
      .call(acceptInvitation, { token, name: "Nia", password: goodPassword });
    expect(done.status).toBe(200);
  });

  it("names only staff of this organization as whose sign-in it is", async () => {
    const input = { email: newEmail(), name: "Nia", roles: ["nurse" as const], staffId: newId() };
    expect((await admin.call(invitePerson, input)).body).toMatchObject({
      code: "invalid-input",
      fields: { staffId: { code: "not-a-choice" } },
    });
  });

  it("gives roles of the staff only", async () => {
    for (const roles of [["patient"], ["owner"], []])
      expect(
        (
          await admin.call(invitePerson, {
            email: newEmail(),
            name: "Nia",
            roles: roles as ["nurse"],
          })
        ).status,
      ).toBe(400);
  });

  it("is for those who manage people", async () => {
    const therapist = await access.addMember("Theo Marsh", [[river, ["therapist"]]]);
    const director = await access.addMember("Dana Director", [[river, ["director"]]]);
    const input = { email: newEmail(), name: "Nia", roles: ["nurse" as const] };
    const [theo, dana] = [await signedIn(therapist.email), await signedIn(director.email)];
    expect((await theo.call(listPeople, {})).status).toBe(403);
    expect((await dana.call(listPeople, {})).status).toBe(200);
    expect((await dana.call(invitePerson, input)).status).toBe(403);
  });
});

describe("two organizations", () => {
  it("share an account without learning of each other", async () => {
    const email = newEmail();
    await invite(admin, email, ["nurse"], "Nia Fontaine");
    const nia = access.browser();
    await nia.call(acceptInvitation, {
      token: await invitedToken(email),
      name: "Antonia Fontaine",
      password: goodPassword,
    });
    // The other organization sees what it typed, and nothing of the account that is there.
    expect(await invite(adminOfHarbor, email, ["biller"], "N. Fontaine")).toMatchObject({
      name: "N. Fontaine",
      state: "invited",
      lastSeenAt: null,
    });
    const token = await invitedToken(email);
    const letter = await access.lastLetter(email);
    expect(letter?.body).toContain("Hello N.,");
    expect(letter?.body).not.toContain(river.name);

    const visitor = access.browser();
    expect((await visitor.call(readInvitation, { token })).body).toMatchObject({
      hasAccount: true,
    });
    const answer = await visitor.call(acceptInvitation, { token, password: goodPassword });
    expect(answer.body).toMatchObject({
      organization: { name: harbor.name },
      organizations: [{ name: harbor.name }, { name: river.name }],
    });
    expect(await personNamed(adminOfHarbor, email)).toMatchObject({
      name: "Antonia Fontaine",
      state: "active",
    });
  });

  it("an invitation alone does not open an account that has a password", async () => {
    const email = newEmail();
    await invite(admin, email);
    await access.browser().call(acceptInvitation, {
      token: await invitedToken(email),
      name: "Nia",
      password: goodPassword,
    });
    await invite(adminOfHarbor, email);
    const token = await invitedToken(email);
    const thief = access.browser();
    const taking = { token, name: "Mine Now", password: "lantern-over-still-water" };
    for (let time = 0; time < 6; time++)
      expect((await thief.call(acceptInvitation, taking)).body).toMatchObject({
        code: "wrong-password",
      });
    expect((await thief.call(acceptInvitation, taking)).status).toBe(429);
    expect(await isIn(await signedIn(email))).toBe(true);
  });

  it("do not find each other's people", async () => {
    const { id } = await invite(admin, newEmail());
    const answers = [
      await adminOfHarbor.call(readPerson, { affiliationId: id }),
      await adminOfHarbor.call(endAccess, { affiliationId: id, reason: "Left" }),
      await adminOfHarbor.call(sendInvitation, { affiliationId: id }),
      await adminOfHarbor.call(changeRoles, { affiliationId: id, version: 1, roles: ["nurse"] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await people(adminOfHarbor)).map((person) => person.name)).toEqual(["Hal Admin"]);
  });
});

describe("ending access", () => {
  it("ends the sessions here at once, and nothing elsewhere", async () => {
    const both = await access.addMember("Mara Both", [
      [harbor, ["nurse"]],
      [river, ["nurse"]],
    ]);
    const [here, there] = [await signedIn(both.email), await signedIn(both.email)];
    await here.call(changeOrganization, { organizationId: river.organizationId });
    const person = await personNamed(admin, both.email);
    const answer = await admin.call(endAccess, {
      affiliationId: person?.id ?? "",
      reason: "Left the program",
    });
    expect(answer.body).toMatchObject({ state: "ended", endedAt: testNow });
    expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
    const again = await signedIn(both.email);
    const read = await again.call(readSession, {});
    expect(read.ok && read.body.organizations.map((one) => one.name)).toEqual([harbor.name]);
    const { rows } = await access.product.ownerPool.query(
      "select verb, reason, changes from stepwell.revision where record_id = $1",
      [person?.id],
    );
    expect(rows).toEqual([
      {
        verb: "end",
        reason: "Left the program",
        changes: { endedAt: { from: null, to: testNow } },
      },
    ]);
  });

  it("ends an open invitation too", async () => {
    const email = newEmail();
    const { id } = await invite(admin, email);
    const token = await invitedToken(email);
    await admin.call(endAccess, { affiliationId: id, reason: "Did not start" });
    expect((await access.browser().call(readInvitation, { token })).status).toBe(410);
    expect((await admin.call(sendInvitation, { affiliationId: id })).body).toMatchObject({
      code: "access-ended",
    });
  });

  it("overtakes a letter that was not written yet", async () => {
    const email = newEmail();
    const { id } = await invite(admin, email);
    await admin.call(endAccess, { affiliationId: id, reason: "Wrong address" });
    await access.deliverLetters();
    expect(await access.lastLetter(email)).toBeUndefined();
  });

  it("is never one's own, and asks for a reason", async () => {
    const own = (await people(admin)).find((person) => person.name === "Ada Admin");
    const affiliationId = own?.id ?? "";
    expect((await admin.call(endAccess, { affiliationId, reason: "Bye" })).body).toMatchObject({
      code: "own-access",
    });
    expect((await admin.call(endAccess, { affiliationId, reason: "  " })).status).toBe(400);
  });

  it("can be taken back by inviting again, which asks for acceptance anew", async () => {
    const member = await access.addMember("Mara One", [[river, ["nurse"]]]);
    const person = await personNamed(admin, member.email);
    await admin.call(endAccess, { affiliationId: person?.id ?? "", reason: "Leave" });
    const back = await invite(admin, member.email, ["therapist"], "Mara One");
    expect(back).toMatchObject({ id: person?.id, state: "invited", roles: ["therapist"] });
    expect(await isIn(await signedIn(member.email))).toBe(false);
    const token = await invitedToken(member.email);
    await access.browser().call(acceptInvitation, { token, password: goodPassword });
    expect(await isIn(await signedIn(member.email))).toBe(true);
    const read = await admin.call(readPerson, { affiliationId: back.id });
    expect(read.ok && read.body.history.map(({ verb }) => verb)).toEqual([
      "accept",
      "invite",
      "end",
    ]);
  });
});

describe("the last administrator", () => {
  it("can neither step down nor be ended; one of two can", async () => {
    const own = (await people(admin)).find((person) => person.name === "Ada Admin");
    const affiliationId = own?.id ?? "";
    const stepDown = { affiliationId, version: 1, roles: ["nurse" as const] };
    expect((await admin.call(changeRoles, stepDown)).body).toMatchObject({
      code: "last-administrator",
    });
    // One who never accepted does not count.
    await invite(admin, newEmail(), ["administrator"]);
    expect((await admin.call(changeRoles, stepDown)).body).toMatchObject({
      code: "last-administrator",
    });
    await access.addMember("Second Admin", [[river, ["administrator"]]]);
    expect((await admin.call(changeRoles, stepDown)).status).toBe(200);
    expect((await admin.call(listPeople, {})).status).toBe(403);
  });

  it("is there even when two end each other at the same moment", async () => {
    const second = await access.addMember("Second Admin", [[river, ["administrator"]]]);
    const secondBrowser = await signedIn(second.email);
    const all = await people(admin);
    const idOf = (name: string) => all.find((person) => person.name === name)?.id ?? "";
    const answers = await Promise.all([
      admin.call(endAccess, { affiliationId: idOf("Second Admin"), reason: "Left the program" }),
      secondBrowser.call(endAccess, {
        affiliationId: idOf("Ada Admin"),
        reason: "Left the program",
      }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200).length).toBe(1);
    const { rows } = await access.product.ownerPool.query(
      "select count(*)::int as administrators from stepwell.affiliation where organization_id = $1 and ended_at is null",
      [river.organizationId],
    );
    expect(rows[0]).toEqual({ administrators: 1 });
  });
});

describe("changing roles", () => {
  it("holds from the next request on, and keeps what was before", async () => {
    const member = await access.addMember("Theo Marsh", [[river, ["therapist"]]]);
    const theo = await signedIn(member.email);
    const person = await personNamed(admin, member.email);
    const affiliationId = person?.id ?? "";
    const answer = await admin.call(changeRoles, {
      affiliationId,
      version: 1,
      roles: ["director", "therapist", "therapist"],
    });
    expect(answer.body).toMatchObject({ roles: ["therapist", "director"], version: 2 });
    expect((await theo.call(listPeople, {})).status).toBe(200);
    const read = await admin.call(readPerson, { affiliationId });
    expect(read.ok && read.body.history).toMatchObject([
      {
        version: 2,
        verb: "change-roles",
        actorName: "Ada Admin",
        changes: { roles: { from: ["therapist"], to: ["therapist", "director"] } },
      },
    ]);
  });

  it("is refused where somebody else changed them meanwhile", async () => {
    const { id } = await invite(admin, newEmail());
    const change = (roles: "nurse" | "biller") =>
      admin.copy().call(changeRoles, { affiliationId: id, version: 1, roles: [roles] });
    const answers = await Promise.all([change("nurse"), change("biller")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("leaves roles that are given elsewhere", async () => {
    const member = await access.addMember("Mara Mixed", [[river, ["nurse", "family"]]]);
    const person = await personNamed(admin, member.email);
    const answer = await admin.call(changeRoles, {
      affiliationId: person?.id ?? "",
      version: 1,
      roles: ["biller"],
    });
    expect(answer.body).toMatchObject({ roles: ["biller", "family"] });
  });
});

describe("the list of people", () => {
  it("finds by name and address, by state and role, and comes in pages", async () => {
    await access.addMember("Denise Okafor", [[river, ["therapist"]]]);
    await access.addMember("Émile Zuberi", [[river, ["nurse"]]]);
    await access.addMember("Paz Ortega", [[river, ["patient"]]]);
    const email = newEmail();
    await invite(admin, email, ["nurse"]);
    const names = async (input: Parameters<typeof admin.call<typeof listPeople>>[1]) => {
      const answer = await admin.call(listPeople, input);
      return answer.ok ? answer.body.rows.map((person) => person.name) : [answer.body.code];
    };
    expect(await names({})).toEqual(["Ada Admin", "Denise Okafor", "Nia Fontaine", "Émile Zuberi"]);
    expect(await names({ q: "OKAF" })).toEqual(["Denise Okafor"]);
    expect(await names({ q: email.slice(0, 5) })).toEqual(["Nia Fontaine"]);
    expect(await names({ q: "%" })).toEqual([]);
    expect(await names({ role: "nurse" })).toEqual(["Nia Fontaine", "Émile Zuberi"]);
    expect(await names({ state: "invited" })).toEqual(["Nia Fontaine"]);
    expect(await names({ state: "active", role: "nurse" })).toEqual(["Émile Zuberi"]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await admin.call(listPeople, { limit: 1, cursor });
      if (!answer.ok) throw new Error(answer.body.code);
      expect(answer.body.total).toBe(4);
      seen.push(...answer.body.rows.map((person) => person.name));
      cursor = answer.body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(["Ada Admin", "Denise Okafor", "Nia Fontaine", "Émile Zuberi"]);
    expect(await names({ cursor: "made-up" })).toEqual(["invalid-input"]);
  });
});

describe("somebody added from the machine", () => {
  it("with a password may sign in at once", async () => {
    const email = newEmail();
    await access.product.inside(river, (work) =>
      createUser(work, { email, name: "Nia", roles: ["administrator"], password: goodPassword }),
    );
    expect(await isIn(await signedIn(email))).toBe(true);
    expect(await personNamed(admin, email)).toMatchObject({ state: "active", invitedBy: "Test" });
  });

  it("without one is invited by letter", async () => {
    const email = newEmail();
    await access.product.inside(river, (work) =>
      createUser(work, { email, name: "Nia", roles: ["nurse"] }),
    );
    expect(await invitedToken(email)).not.toBe("");
  });

  it("with an account elsewhere needs its password, not a new one", async () => {
    const email = newEmail();
    const add = (organization: TestOrganization, password: string) =>
      access.product.inside(organization, (work) =>
        createUser(work, { email, name: "Nia", roles: ["nurse"], password }),
      );
    await add(river, goodPassword);
    await expect(add(harbor, "another-password-x")).rejects.toMatchObject({
      code: "wrong-password",
    });
    await add(harbor, goodPassword);
    const browser = await signedIn(email);
    const read = await browser.call(readSession, {});
    expect(read.ok && read.body.organizations.length).toBe(2);
  });

  it("is held to the rules for passwords", async () => {
    const adding = access.product.inside(river, (work) =>
      createUser(work, { email: newEmail(), name: "Nia", roles: ["nurse"], password: "nia-nia" }),
    );
    await expect(adding).rejects.toMatchObject({ fields: { password: { code: "too-short" } } });
  });
});
