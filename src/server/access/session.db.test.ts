import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  changeAccount,
  changeOrganization,
  confirmSession,
  endConfirmation,
  endSession,
  listSessions,
  readSession,
  signIn,
  signOut,
} from "#domain/access/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import { goodPassword, openAccess, type Access, type Browser } from "#test/support/access-door.ts";
import { later, testNow, type TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
let harbor: TestOrganization;
let mara: { accountId: string; email: string };

const signedIn = async (email = mara.email): Promise<Browser> => {
  const browser = access.browser();
  await browser.call(signIn, { email, password: goodPassword });
  return browser;
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.call(readSession, {})).ok;
const at = (duration: Parameters<typeof later>[0]) => access.product.clock.moveTo(later(duration));

beforeAll(async () => {
  access = await openAccess();
  river = await access.product.addOrganization("River House");
  harbor = await access.product.addOrganization("Harbor House");
});
afterAll(() => access.close());
beforeEach(async () => {
  access.product.clock.moveTo(testNow);
  mara = await access.addMember("Mara Both", [
    [harbor, ["nurse"]],
    [river, ["director"]],
  ]);
});

describe("a session", () => {
  it("ends after thirty minutes without a request", async () => {
    const browser = await signedIn();
    for (const minutes of [29, 58, 87]) {
      at({ minutes });
      expect(await isIn(browser)).toBe(true);
    }
    at({ minutes: 117, seconds: 1 });
    expect(await isIn(browser)).toBe(false);
  });

  it("ends twelve hours after signing in, however busy", async () => {
    const browser = await signedIn();
    for (let minutes = 20; minutes < 720; minutes += 20) {
      at({ minutes });
      expect(await isIn(browser)).toBe(true);
    }
    at({ hours: 11, minutes: 59, seconds: 59 });
    expect(await isIn(browser)).toBe(true);
    at({ hours: 12 });
    expect(await isIn(browser)).toBe(false);
  });

  it("is one for all tabs: signing out in one signs out the other", async () => {
    const tab = await signedIn();
    const other = tab.copy();
    expect(await isIn(other)).toBe(true);
    expect((await tab.call(signOut, {})).status).toBe(200);
    expect(tab.cookies.has("stepwell_session")).toBe(false);
    expect(await isIn(other)).toBe(false);
  });

  it("of another device goes on when this one signs out", async () => {
    const [desk, phone] = [await signedIn(), await signedIn()];
    await desk.call(signOut, {});
    expect(await isIn(phone)).toBe(true);
  });

  it("remembers its device when it is over", async () => {
    const tab = await signedIn();
    await tab.call(signOut, {});
    expect(tab.cookies.has("stepwell_device")).toBe(true);
  });
});

describe("one's own sessions", () => {
  it("are listed with device, address and place, this one marked", async () => {
    const desk = await signedIn();
    at({ minutes: 5 });
    const phone = await signedIn();
    const answer = await phone.call(listSessions, {});
    expect(answer.body).toEqual({
      rows: [
        expect.objectContaining({ current: true, address: phone.address }),
        {
          id: expect.any(String),
          current: false,
          device: "Chrome, Linux",
          address: desk.address,
          organizationName: "Harbor House",
          startedAt: testNow,
          lastSeenAt: testNow,
        },
      ],
    });
  });

  it("leave out those that are over", async () => {
    await signedIn();
    at({ minutes: 31 });
    const phone = await signedIn();
    const answer = await phone.call(listSessions, {});
    expect(answer.ok && answer.body.rows.length).toBe(1);
  });

  it("are ended at once from another device", async () => {
    const [lost, desk] = [await signedIn(), await signedIn()];
    const list = await desk.call(listSessions, {});
    const other = list.ok ? list.body.rows.find((row) => !row.current) : undefined;
    expect((await desk.call(endSession, { sessionId: other?.id ?? "" })).status).toBe(200);
    expect(await isIn(lost)).toBe(false);
    expect(await isIn(desk)).toBe(true);
  });

  it("are nobody else's: another person's session is not found and goes on", async () => {
    const other = await access.addMember("Denise Okafor", [[harbor, ["administrator"]]]);
    const [hers, mine] = [await signedIn(other.email), await signedIn()];
    const list = await mine.call(listSessions, {});
    const sessionId = list.ok ? (list.body.rows[0]?.id ?? "") : "";
    const refused = await hers.call(endSession, { sessionId });
    const unknown = await hers.call(endSession, { sessionId: newId() });
    expect([refused.status, unknown.status]).toEqual([404, 404]);
    expect(await isIn(mine)).toBe(true);
  });
});

describe("changing the organization", () => {
  it("begins a new session with a new token, the same end and no signing grant", async () => {
    const browser = await signedIn();
    await browser.call(confirmSession, { password: goodPassword });
    const before = browser.copy();
    at({ minutes: 15 });
    const answer = await browser.call(changeOrganization, { organizationId: river.organizationId });
    expect(answer.body).toEqual({
      organization: { id: river.organizationId, name: "River House" },
    });
    expect(await isIn(before)).toBe(false);
    expect((await browser.call(readSession, {})).body).toMatchObject({
      organization: { name: "River House" },
      roles: ["director"],
      signingUntil: null,
      expiresAt: "2026-11-20T08:00:00Z",
    });
    const list = await browser.call(listSessions, {});
    expect(list.ok && list.body.rows.map((row) => row.organizationName)).toEqual(["River House"]);
  });

  it("is written into both trails, neither naming the other", async () => {
    const browser = await signedIn();
    await browser.call(changeOrganization, { organizationId: river.organizationId });
    for (const organization of [river, harbor])
      expect((await access.trail(organization))[0]).toBe("done session.change-organization");
    const { rows } = await access.product.ownerPool.query<{ line: string }>(
      "select e::text as line from stepwell.audit_event e where organization_id = $1",
      [harbor.organizationId],
    );
    expect(rows.map((row) => row.line).join("")).not.toContain(river.organizationId);
  });

  it("to one where somebody does not belong is not found, like one that does not exist", async () => {
    const bridge = await access.product.addOrganization(`Bridge ${newId()}`);
    const browser = await signedIn();
    const answers = [
      await browser.call(changeOrganization, { organizationId: bridge.organizationId }),
      await browser.call(changeOrganization, { organizationId: newId() }),
    ];
    const shown = answers.map(({ body }) => ({ ...body, requestId: "" }));
    expect(shown[0]).toMatchObject({ code: "not-found" });
    expect(shown[1]).toEqual(shown[0]);
    expect(await isIn(browser)).toBe(true);
  });

  it("to the one at hand changes nothing", async () => {
    const browser = await signedIn();
    const token = browser.cookies.get("stepwell_session");
    await browser.call(changeOrganization, { organizationId: harbor.organizationId });
    expect(browser.cookies.get("stepwell_session")).toBe(token);
  });
});

describe("confirming who is at the keyboard", () => {
  it("grants ten minutes to this session alone, in all its tabs", async () => {
    const [tab, phone] = [await signedIn(), await signedIn()];
    const answer = await tab.call(confirmSession, { password: goodPassword });
    expect(answer.body).toEqual({ signingUntil: "2026-11-19T20:10:00Z" });
    const grant = async (browser: Browser) => {
      const read = await browser.call(readSession, {});
      return read.ok ? read.body.signingUntil : "signed out";
    };
    expect(await grant(tab.copy())).toBe("2026-11-19T20:10:00Z");
    expect(await grant(phone)).toBeNull();
    await tab.call(endConfirmation, {});
    expect(await grant(tab)).toBeNull();
  });

  it("needs the password, and counts wrong ones against this session alone", async () => {
    const [tab, phone] = [await signedIn(), await signedIn()];
    const wrong = { password: "not-the-password-at-all" };
    for (let time = 0; time < 6; time++)
      expect(await tab.call(confirmSession, wrong)).toMatchObject({
        status: 403,
        body: { code: "wrong-password", fields: { password: { code: "wrong-password" } } },
      });
    expect((await tab.call(confirmSession, { password: goodPassword })).status).toBe(429);
    expect((await phone.call(confirmSession, { password: goodPassword })).status).toBe(200);
    at({ seconds: 1 });
    expect((await tab.call(confirmSession, { password: goodPassword })).status).toBe(200);
  });

  it("may be repeated with its key after a wrong password", async () => {
    const tab = await signedIn();
    const key = newId();
    expect(
      (await tab.call(confirmSession, { password: "wrong-wrong-wrong" }, { key })).status,
    ).toBe(403);
    expect(
      (await tab.call(confirmSession, { password: "wrong-wrong-wrong" }, { key })).status,
    ).toBe(403);
  });
});

describe("one's own account", () => {
  it("takes a name and a language", async () => {
    const browser = await signedIn();
    const answer = await browser.call(changeAccount, { name: "  Mara  Lindqvist ", locale: "es" });
    expect(answer.body).toEqual({ name: "Mara Lindqvist", locale: "es" });
    expect((await browser.call(readSession, {})).body).toMatchObject({
      account: { name: "Mara Lindqvist", locale: "es" },
    });
  });

  it("keeps in the history what it was called before, and by whom it was changed", async () => {
    const browser = await signedIn();
    await browser.call(changeAccount, { name: "Denise Okafor", locale: "en" });
    await browser.call(changeAccount, { name: "Denise Okafor", locale: "es" });
    const { rows } = await access.product.ownerPool.query(
      "select verb, record_kind, version, changes from stepwell.revision where account_id = $1",
      [mara.accountId],
    );
    const changes = { name: { from: "Mara Both", to: "Denise Okafor" } };
    expect(rows).toEqual([{ verb: "rename", record_kind: "affiliation", version: 2, changes }]);
  });
});
