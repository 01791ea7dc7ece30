import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, readInvitation } from "#domain/access/invitation.api.ts";
import {
  changeRoles,
  endAccess,
  invitePerson,
  listPeople,
  readPerson,
  sendInvitation,
} from "#domain/access/people.api.ts";
import { readSession } from "#domain/access/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import { goodPassword, openAccess, type Access, type Browser } from "#test/support/access-door.ts";
import {
  invite,
  invitedToken,
  isIn,
  newEmail,
  openHouses,
  people,
  personWith,
  signedIn,
} from "#test/support/access-people.ts";
import { later, testNow, type TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
let harbor: TestOrganization;
let admin: Browser;
let adminOfHarbor: Browser;

beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.close());
beforeEach(async () => {
  ({ river, harbor, admin, adminOfHarbor } = await openHouses(access));
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
    const token = await invitedToken(access, email);
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
    expect(await personWith(admin, email)).toMatchObject({
      state: "active",
      name: "Nia Fontaine-Reyes",
      lastSeenAt: testNow,
    });
    expect(await access.trail(river)).toContain("done invitation.accept");
  });

  it("is good once", async () => {
    const email = newEmail();
    await invite(admin, email);
    const token = await invitedToken(access, email);
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
    const token = await invitedToken(access, email);
    access.product.clock.moveTo(later({ hours: 7 * 24 }));
    expect((await access.browser().call(readInvitation, { token })).status).toBe(410);
    admin = await signedIn(
      access,
      (await access.addMember("Second Admin", [[river, ["administrator"]]])).email,
    );
    expect((await personWith(admin, email))?.state).toBe("invitation-over");
    const again = await admin.call(sendInvitation, { affiliationId: id });
    expect(again.body).toMatchObject({ state: "invited", version: 2, invitedBy: "Second Admin" });
    const next = await invitedToken(access, email);
    expect((await access.browser().call(readInvitation, { token: next })).status).toBe(200);
  });

  it("sent again voids the one before", async () => {
    const email = newEmail();
    const { id } = await invite(admin, email);
    const first = await invitedToken(access, email);
    await admin.call(sendInvitation, { affiliationId: id });
    const second = await invitedToken(access, email);
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
    const token = await invitedToken(access, email);
    const refused = await access
      .browser()
      .call(acceptInvitation, { token, name: "Nia", password: "password12345678" });
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
    const [theo, dana] = [
      await signedIn(access, therapist.email),
      await signedIn(access, director.email),
    ];
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
      token: await invitedToken(access, email),
      name: "Antonia Fontaine",
      password: goodPassword,
    });
    // The other organization sees what it typed, and nothing of the account that is there.
    expect(await invite(adminOfHarbor, email, ["biller"], "N. Fontaine")).toMatchObject({
      name: "N. Fontaine",
      state: "invited",
      lastSeenAt: null,
    });
    const token = await invitedToken(access, email);
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
    expect(await personWith(adminOfHarbor, email)).toMatchObject({
      name: "Antonia Fontaine",
      state: "active",
    });
  });

  it("an invitation alone does not open an account that has a password", async () => {
    const email = newEmail();
    await invite(admin, email);
    await access.browser().call(acceptInvitation, {
      token: await invitedToken(access, email),
      name: "Nia",
      password: goodPassword,
    });
    await invite(adminOfHarbor, email);
    const token = await invitedToken(access, email);
    const thief = access.browser();
    const taking = { token, name: "Mine Now", password: "lantern-over-still-water" };
    for (let time = 0; time < 6; time++)
      expect((await thief.call(acceptInvitation, taking)).body).toMatchObject({
        code: "wrong-password",
      });
    expect((await thief.call(acceptInvitation, taking)).status).toBe(429);
    expect(await isIn(await signedIn(access, email))).toBe(true);
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
