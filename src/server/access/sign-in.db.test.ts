import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readSession, signIn } from "#domain/access/session.api.ts";
import { hashToken } from "#server/platform/session.ts";
import { areAlikeInTime } from "#test/support/alike-in-time.ts";
import { goodPassword, openAccess, type Access, type Browser } from "#test/support/access-door.ts";
import { later, testNow, type TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
let harbor: TestOrganization;
let denise: { accountId: string; email: string };

const wrong = "not-the-password-at-all";
const tryWith = (browser: Browser, email: string, password: string) =>
  browser.call(signIn, { email, password });

const failTimes = async (browser: Browser, email: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) await tryWith(browser, email, wrong);
};

beforeAll(async () => {
  access = await openAccess();
  river = await access.product.addOrganization("River House");
  harbor = await access.product.addOrganization("Harbor House");
});
afterAll(() => access.close());
beforeEach(async () => {
  access.product.clock.moveTo(testNow);
  denise = await access.addMember("Denise Okafor", [[river, ["therapist"]]]);
});

describe("signing in", () => {
  it("opens a session for one's organization and writes it into its trail", async () => {
    const browser = access.browser();
    expect(await tryWith(browser, denise.email, goodPassword)).toMatchObject({
      status: 200,
      body: {
        step: "signed-in",
        organization: { id: river.organizationId, name: "River House" },
        organizations: [{ name: "River House" }],
      },
    });
    expect(await browser.call(readSession, {})).toMatchObject({
      status: 200,
      body: {
        account: { id: denise.accountId, email: denise.email, locale: "en" },
        organization: { name: "River House", zone: "America/Denver", patientWord: "patient" },
        roles: ["therapist"],
        signingUntil: null,
        expiresAt: "2026-11-20T08:00:00Z",
      },
    });
    expect((await access.trail(river)).slice(0, 2)).toEqual([
      "read session.read",
      "done session.sign-in",
    ]);
  });

  it("keeps the session's secret out of the database and out of reach of scripts", async () => {
    const response = await access.product.app.inject({
      method: "POST",
      url: "/api/session",
      payload: { email: denise.email, password: goodPassword },
    });
    const cookie = response.cookies.find(({ name }) => name === "stepwell_session");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    expect(response.body).not.toContain(cookie?.value);
    const { rows } = await access.product.ownerPool.query(
      "select token_hash from global.login_session where account_id = $1",
      [denise.accountId],
    );
    expect(rows).toEqual([{ token_hash: hashToken(cookie?.value ?? "") }]);
  });

  it("never continues a session that was there before", async () => {
    const browser = access.browser();
    browser.cookies.set("stepwell_session", "planted-by-somebody-else");
    await tryWith(browser, denise.email, goodPassword);
    const first = browser.cookies.get("stepwell_session");
    expect(first).not.toBe("planted-by-somebody-else");
    await tryWith(browser, denise.email, goodPassword);
    expect(browser.cookies.get("stepwell_session")).not.toBe(first);
  });

  it("reads the address in any case", async () => {
    const answer = await tryWith(access.browser(), ` ${denise.email.toUpperCase()} `, goodPassword);
    expect(answer.status).toBe(200);
  });

  it("goes where one worked last, of several organizations", async () => {
    const both = await access.addMember("Mara Both", [
      [harbor, ["nurse"]],
      [river, ["nurse"]],
    ]);
    const first = await tryWith(access.browser(), both.email, goodPassword);
    expect(first.body).toMatchObject({ organization: { name: "Harbor House" } });
    await access.product.ownerPool.query(
      "update global.login_session set organization_id = $2 where account_id = $1",
      [both.accountId, river.organizationId],
    );
    const second = await tryWith(access.browser(), both.email, goodPassword);
    expect(second.body).toMatchObject({
      organization: { name: "River House" },
      organizations: [{ name: "Harbor House" }, { name: "River House" }],
    });
  });

  it("makes an old hash anew", async () => {
    const { ownerPool } = access.product;
    const reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    await ownerPool.query(
      "update global.account_credential set secret = $2 where account_id = $1",
      [denise.accountId, reference],
    );
    expect((await tryWith(access.browser(), denise.email, "password")).status).toBe(200);
    const { rows } = await ownerPool.query<{ secret: string }>(
      "select secret from global.account_credential where account_id = $1",
      [denise.accountId],
    );
    expect(rows[0]?.secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await tryWith(access.browser(), denise.email, "password")).status).toBe(200);
  });
});

describe("a refusal", () => {
  it("is the same for a wrong password, an unknown address, an invited, ended and disabled account", async () => {
    const { ownerPool } = access.product;
    const change = async (name: string, statement: string) => {
      const member = await access.addMember(name, [[river, ["nurse"]]]);
      await ownerPool.query(statement, [member.accountId]);
      return member.email;
    };
    const ended = "update stepwell.affiliation set ended_at = now() where account_id = $1";
    const invited = "update stepwell.affiliation set accepted_at = null where account_id = $1";
    const disabled = "update global.account set disabled_at = now() where id = $1";
    const fresh = "delete from global.account_credential where account_id = $1";
    const answers = await Promise.all([
      tryWith(access.browser(), denise.email, wrong),
      tryWith(access.browser(), "nobody@nowhere.example", goodPassword),
      tryWith(access.browser(), await change("Ended One", ended), goodPassword),
      tryWith(access.browser(), await change("Invited One", invited), goodPassword),
      tryWith(access.browser(), await change("Disabled One", disabled), goodPassword),
      tryWith(access.browser(), await change("Fresh One", fresh), goodPassword),
    ]);
    const shown = answers.map(({ status, body }) => ({ ...body, status, requestId: "" }));
    for (const one of shown) expect(one).toEqual(shown[0]);
    expect(shown[0]).toMatchObject({
      status: 401,
      code: "sign-in-refused",
      values: {},
      fields: {},
    });
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const isAlike = await areAlikeInTime(
      () => tryWith(access.browser(), denise.email, wrong),
      (run) => tryWith(access.browser(), `nobody${run}@nowhere.example`, wrong),
    );
    expect(isAlike).toBe(true);
  });

  it("is witnessed in every organization the account belongs to, and nowhere else", async () => {
    const bridge = await access.product.addOrganization("Bridge House");
    const both = await access.addMember("Mara Both", [
      [harbor, ["nurse"]],
      [river, ["nurse"]],
    ]);
    await tryWith(access.browser("203.0.113.7"), both.email, wrong);
    for (const organization of [river, harbor])
      expect((await access.trail(organization))[0]).toBe("refused session.sign-in");
    expect(await access.trail(bridge)).toEqual([]);
    const { rows } = await access.product.ownerPool.query(
      "select account_id, actor_name, address, details from stepwell.audit_event where organization_id = $1 order by id desc limit 1",
      [harbor.organizationId],
    );
    expect(rows[0]).toEqual({
      account_id: both.accountId,
      actor_name: "Mara Both",
      address: "203.0.113.7",
      details: {},
    });
  });

  it("leaves neither address nor password in the log", async () => {
    await tryWith(access.browser(), "quillon@nowhere.example", "quillon-secret-quillon");
    expect(access.product.logLines.join("")).not.toContain("quillon");
  });
});

describe("pauses after failed tries", () => {
  it("come after five, grow, and are said in seconds", async () => {
    const browser = access.browser();
    await failTimes(browser, denise.email, 5);
    expect((await tryWith(browser, denise.email, wrong)).status).toBe(401);
    expect(await tryWith(browser, denise.email, goodPassword)).toMatchObject({
      status: 429,
      body: { code: "too-many-tries", values: { seconds: 1 } },
    });
    access.product.clock.moveTo(later({ seconds: 1 }));
    expect((await tryWith(browser, denise.email, wrong)).status).toBe(401);
    expect((await tryWith(browser, denise.email, wrong)).body).toMatchObject({
      values: { seconds: 2 },
    });
    access.product.clock.moveTo(later({ seconds: 3 }));
    expect((await tryWith(browser, denise.email, goodPassword)).status).toBe(200);
  });

  it("say nothing of whether the account exists", async () => {
    const email = "nobody.at.all@nowhere.example";
    const browser = access.browser();
    await failTimes(browser, email, 6);
    expect((await tryWith(browser, email, wrong)).body).toMatchObject({
      code: "too-many-tries",
      values: { seconds: 1 },
    });
  });

  it("cannot be outrun by sending many tries at once", async () => {
    const browser = access.browser();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => tryWith(browser.copy(), denise.email, wrong)),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBe(6);
    expect(answers.filter(({ status }) => status === 429).length).toBe(24);
  });

  it("of an attacker elsewhere do not touch the owner, on a known device nor on a new one", async () => {
    const owner = access.browser();
    await tryWith(owner, denise.email, goodPassword);
    const attacker = access.browser();
    await failTimes(attacker, denise.email, 40);
    expect((await tryWith(attacker, denise.email, goodPassword)).status).toBe(429);
    expect((await tryWith(owner, denise.email, goodPassword)).status).toBe(200);
    expect((await tryWith(access.browser(), denise.email, goodPassword)).status).toBe(200);
  });

  it("of an attacker behind the same address do not touch a device the owner has used", async () => {
    const clinic = "192.0.2.44";
    const owner = access.browser(clinic);
    await tryWith(owner, denise.email, goodPassword);
    const attacker = access.browser(clinic);
    await failTimes(attacker, denise.email, 20);
    expect((await tryWith(attacker, denise.email, goodPassword)).status).toBe(429);
    owner.cookies.delete("stepwell_session");
    expect((await tryWith(owner, denise.email, goodPassword)).status).toBe(200);
  });

  it("hold on a known device too, for that device alone", async () => {
    const owner = access.browser();
    await tryWith(owner, denise.email, goodPassword);
    await failTimes(owner, denise.email, 6);
    expect((await tryWith(owner, denise.email, goodPassword)).status).toBe(429);
    expect((await tryWith(access.browser(owner.address), denise.email, goodPassword)).status).toBe(
      200,
    );
  });

  it("of one person on a shared tablet do not touch the next", async () => {
    const ray = await access.addMember("Ray Coleman", [[river, ["facilitator"]]]);
    const tablet = access.browser();
    await tryWith(tablet, denise.email, goodPassword);
    await tryWith(tablet, ray.email, goodPassword);
    await failTimes(tablet, ray.email, 8);
    expect((await tryWith(tablet, ray.email, goodPassword)).status).toBe(429);
    expect((await tryWith(tablet, denise.email, goodPassword)).status).toBe(200);
  });

  it("slow one address that tries many accounts, softly", async () => {
    const sprayer = access.browser();
    let refused = 0;
    for (let account = 0; account < 51; account++) {
      const { status } = await tryWith(
        sprayer,
        `person${account}@nowhere.example`,
        "Spring2026-Denver",
      );
      if (status === 401) refused++;
    }
    expect(refused).toBe(51);
    expect((await tryWith(sprayer, denise.email, goodPassword)).status).toBe(429);
    access.product.clock.moveTo(later({ seconds: 60 }));
    expect((await tryWith(sprayer, denise.email, goodPassword)).status).toBe(200);
  });

  it("are kept under hashes: neither address nor account can be read from them", async () => {
    await failTimes(access.browser(), denise.email, 2);
    const { rows } = await access.product.ownerPool.query<{ key_hash: Buffer }>(
      "select * from global.sign_in_pause",
    );
    expect(new Set(rows.map(({ key_hash: hash }) => hash.length))).toEqual(new Set([32]));
    expect(JSON.stringify(rows)).not.toContain("okafor");
  });
});
