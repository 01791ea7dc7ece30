import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, readInvitation } from "#domain/access/invitation.api.ts";
import {
  changeRoles,
  endAccess,
  listPeople,
  readPerson,
  sendInvitation,
} from "#domain/access/people.api.ts";
import { changeOrganization, readSession } from "#domain/access/session.api.ts";
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
import { testNow, type TestOrganization } from "#test/support/test-product.ts";

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

describe("ending access", () => {
  it("ends the sessions here at once, and nothing elsewhere", async () => {
    const both = await access.addMember("Mara Both", [
      [harbor, ["nurse"]],
      [river, ["nurse"]],
    ]);
    const [here, there] = [await signedIn(access, both.email), await signedIn(access, both.email)];
    await here.call(changeOrganization, { organizationId: river.organizationId });
    const person = await personWith(admin, both.email);
    const answer = await admin.call(endAccess, {
      affiliationId: person?.id ?? "",
      reason: "Left the program",
    });
    expect(answer.body).toMatchObject({ state: "ended", endedAt: testNow });
    expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
    const again = await signedIn(access, both.email);
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
    const token = await invitedToken(access, email);
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
    const person = await personWith(admin, member.email);
    await admin.call(endAccess, { affiliationId: person?.id ?? "", reason: "Leave" });
    const back = await invite(admin, member.email, ["therapist"], "Mara One");
    expect(back).toMatchObject({ id: person?.id, state: "invited", roles: ["therapist"] });
    expect(await isIn(await signedIn(access, member.email))).toBe(false);
    const token = await invitedToken(access, member.email);
    await access.browser().call(acceptInvitation, { token, password: goodPassword });
    expect(await isIn(await signedIn(access, member.email))).toBe(true);
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
    const secondBrowser = await signedIn(access, second.email);
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
    const theo = await signedIn(access, member.email);
    const person = await personWith(admin, member.email);
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
    const person = await personWith(admin, member.email);
    const answer = await admin.call(changeRoles, {
      affiliationId: person?.id ?? "",
      version: 1,
      roles: ["biller"],
    });
    expect(answer.body).toMatchObject({ roles: ["biller"] });
    const { rows } = await access.product.ownerPool.query(
      "select roles from stepwell.affiliation where id = $1",
      [person?.id],
    );
    expect(rows).toEqual([{ roles: ["biller", "family"] }]);
  });
});
