import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation } from "#domain/access/invitation.api.ts";
import { changeRoles, listPeople, readPerson } from "#domain/access/people.api.ts";
import { readSession } from "#domain/access/session.api.ts";
import { createUser } from "#server/access/people.service.ts";
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
import { type TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
let harbor: TestOrganization;
let admin: Browser;

beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.close());
beforeEach(async () => {
  ({ river, harbor, admin } = await openHouses(access));
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

describe("whoever manages people", () => {
  it("is not told who is or was a patient", async () => {
    const both = await access.addMember("Both Ways", [[river, ["therapist", "patient"]]]);
    const person = await personWith(admin, both.email);
    expect(person?.roles).toEqual(["therapist"]);
    const affiliationId = person?.id ?? "";
    const changed = await admin.call(changeRoles, { affiliationId, version: 1, roles: ["nurse"] });
    expect(changed.body).toMatchObject({ roles: ["nurse"] });
    const read = await admin.call(readPerson, { affiliationId });
    expect(JSON.stringify(read.body)).toContain("therapist");
    expect(JSON.stringify(read.body)).not.toContain("patient");
    const { rows } = await access.product.ownerPool.query(
      "select roles from stepwell.affiliation where id = $1",
      [affiliationId],
    );
    expect(rows).toEqual([{ roles: ["nurse", "patient"] }]);
  });

  it("learns the account of somebody invited only once they have accepted", async () => {
    const known = await access.addMember("Nia Known", [[harbor, ["nurse"]]]);
    expect((await invite(admin, known.email)).accountId).toBeNull();
    expect((await personWith(admin, known.email))?.accountId).toBeNull();
    const token = await invitedToken(access, known.email);
    await access.browser().call(acceptInvitation, { token, password: goodPassword });
    expect((await personWith(admin, known.email))?.accountId).toBe(known.accountId);
  });

  it("sees in the history which account acted", async () => {
    const person = await invite(admin, newEmail());
    const read = await admin.call(readPerson, { affiliationId: person.id });
    const ada = (await people(admin)).find(({ name }) => name === "Ada Admin");
    expect(read.ok && read.body.history.map(({ accountId }) => accountId)).toEqual([
      ada?.accountId,
    ]);
  });
});

describe("somebody added from the machine", () => {
  it("with a password may sign in at once", async () => {
    const email = newEmail();
    await access.product.inside(river, (work) =>
      createUser(work, { email, name: "Nia", roles: ["administrator"], password: goodPassword }),
    );
    expect(await isIn(await signedIn(access, email))).toBe(true);
    expect(await personWith(admin, email)).toMatchObject({ state: "active", invitedBy: "Test" });
  });

  it("without one is invited by letter", async () => {
    const email = newEmail();
    await access.product.inside(river, (work) =>
      createUser(work, { email, name: "Nia", roles: ["nurse"] }),
    );
    expect(await invitedToken(access, email)).not.toBe("");
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
    const browser = await signedIn(access, email);
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
