import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  askPasswordReset,
  changePassword,
  readPasswordReset,
  resetPassword,
} from "#domain/access/password.api.ts";
import { confirmSession, readSession, signIn } from "#domain/access/session.api.ts";
import { areAlikeInTime } from "#test/support/alike-in-time.ts";
import { goodPassword, openAccess, type Access, type Browser } from "#test/support/access-door.ts";
import { later, testNow, type TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
let harbor: TestOrganization;
let mara: { accountId: string; email: string };

const newPassword = "lantern-over-still-water";
const signedIn = async (password = goodPassword): Promise<Browser> => {
  const browser = access.browser();
  await browser.call(signIn, { email: mara.email, password });
  return browser;
};
const isIn = async (browser: Browser): Promise<boolean> => (await browser.call(readSession, {})).ok;
const at = (duration: Parameters<typeof later>[0]) => access.product.clock.moveTo(later(duration));

/** Asks for a reset and answers the secret of the letter's link. */
const askedToken = async (): Promise<string> => {
  await access.browser().call(askPasswordReset, { email: mara.email });
  await access.deliverLetters();
  return (await access.lastLetter(mara.email))?.token ?? "";
};

beforeAll(async () => {
  access = await openAccess();
  river = await access.product.addOrganization("River House");
  harbor = await access.product.addOrganization("Harbor House");
});
afterAll(() => access.close());
beforeEach(async () => {
  access.product.clock.moveTo(testNow);
  await access.deliverLetters();
  mara = await access.addMember("Mara Both", [
    [harbor, ["nurse"]],
    [river, ["director"]],
  ]);
});

describe("asking for a reset", () => {
  it("answers alike for everybody, and writes a letter only to an account", async () => {
    const answers = [
      await access.browser().call(askPasswordReset, { email: mara.email }),
      await access.browser().call(askPasswordReset, { email: "nobody@nowhere.example" }),
    ];
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([
      { status: 202, body: {} },
      { status: 202, body: {} },
    ]);
    expect(await access.deliverLetters()).toBe(1);
    expect(await access.lastLetter("nobody@nowhere.example")).toBeUndefined();
    expect((await access.lastLetter(mara.email))?.body).toContain("Hello Mara,");
  });

  it("takes as long for an unknown address", async () => {
    const ask = (email: string) => access.browser().call(askPasswordReset, { email });
    const members: string[] = [];
    for (let run = 0; run <= 48; run++)
      members.push((await access.addMember("Some Body", [[river, ["nurse"]]])).email);
    const isAlike = await areAlikeInTime(
      (run) => ask(members[run] ?? ""),
      (run) => ask(`nobody${run}@nowhere.example`),
    );
    expect(isAlike).toBe(true);
  });

  it("is witnessed in every organization, and its errand names ids only", async () => {
    await access.browser().call(askPasswordReset, { email: mara.email });
    for (const organization of [river, harbor])
      expect((await access.trail(organization))[0]).toBe("done password.ask-reset");
    const { rows } = await access.product.ownerPool.query(
      "select organization_id, kind, record_id, payload from stepwell.outbox order by id desc limit 1",
    );
    expect(rows[0]).toEqual({
      organization_id: harbor.organizationId,
      kind: "send-password-reset",
      record_id: mara.accountId,
      payload: {},
    });
  });

  it("does not fill a mailbox: after three letters the next ones wait, unseen by whoever asks", async () => {
    const ask = () => access.browser().call(askPasswordReset, { email: mara.email });
    for (let time = 0; time < 8; time++) expect((await ask()).status).toBe(202);
    expect(await access.deliverLetters()).toBe(4);
    at({ minutes: 1 });
    await ask();
    expect(await access.deliverLetters()).toBe(1);
  });
});

describe("the link of the letter", () => {
  it("sets a new password once, ends every session everywhere, and says so by letter", async () => {
    const [desk, phone] = [await signedIn(), await signedIn()];
    const token = await askedToken();
    const visitor = access.browser();
    expect((await visitor.call(readPasswordReset, { token })).body).toEqual({ email: mara.email });
    expect((await visitor.call(resetPassword, { token, password: newPassword })).status).toBe(200);
    expect([await isIn(desk), await isIn(phone), await isIn(visitor)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await isIn(await signedIn())).toBe(false);
    expect(await isIn(await signedIn(newPassword))).toBe(true);
    for (const organization of [river, harbor])
      expect(await access.trail(organization)).toContain("done password.reset");

    expect(
      await visitor.call(resetPassword, { token, password: "another-one-entirely" }),
    ).toMatchObject({ status: 410, body: { code: "link-over" } });
    await access.deliverLetters();
    expect((await access.lastLetter(mara.email))?.subject).toBe("Your password was changed");
  });

  it("stays good when the new password is refused", async () => {
    const token = await askedToken();
    const refusal = async (password: string) => {
      const answer = await access.browser().call(resetPassword, { token, password });
      return answer.ok ? "taken" : answer.body.fields["password"]?.code;
    };
    expect(await refusal("too-short")).toBe("too-short");
    expect(await refusal("Sunshine2026!!!!")).toBe("known-bad");
    expect(await refusal("mara-both-forever")).toBe("holds-own-name");
    expect(await refusal("my-harbor-house-key")).toBe("holds-own-name");
    expect(await refusal("aaaaaaaaaaaaaaaa")).toBe("too-even");
    expect(await refusal(newPassword)).toBe("taken");
  });

  it("is over after an hour", async () => {
    const token = await askedToken();
    at({ minutes: 59, seconds: 59 });
    expect((await access.browser().call(readPasswordReset, { token })).status).toBe(200);
    at({ hours: 1 });
    const answer = await access.browser().call(resetPassword, { token, password: newPassword });
    expect(answer.status).toBe(410);
  });

  it("is voided by the next one", async () => {
    const first = await askedToken();
    const second = await askedToken();
    expect(second).not.toBe(first);
    expect((await access.browser().call(readPasswordReset, { token: first })).status).toBe(410);
    expect((await access.browser().call(readPasswordReset, { token: second })).status).toBe(200);
  });

  it("that was made up or meant for something else answers like one that is over", async () => {
    const { token } = { token: await askedToken() };
    await access.product.ownerPool.query(
      "update global.account_token set purpose = 'invitation' where account_id = $1",
      [mara.accountId],
    );
    const answers = [
      await access.browser().call(readPasswordReset, { token }),
      await access.browser().call(readPasswordReset, { token: "made-up" }),
    ];
    const shown = answers.map(({ status, body }) => ({ ...body, status, requestId: "" }));
    expect(shown[0]).toMatchObject({ status: 410, code: "link-over" });
    expect(shown[1]).toEqual(shown[0]);
  });

  it("of two who follow it at once lets one in", async () => {
    const token = await askedToken();
    const answers = await Promise.all(
      [newPassword, "another-one-entirely"].map((password) =>
        access.browser().call(resetPassword, { token, password }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it("lies nowhere but in the letter", async () => {
    const token = await askedToken();
    const { rows } = await access.product.ownerPool.query<{ text: string }>(
      "select t::text as text from global.account_token t union all select o::text from stepwell.outbox o",
    );
    expect(rows.map((row) => row.text).join("")).not.toContain(token);
    expect(access.product.logLines.join("")).not.toContain(token);
  });
});

describe("changing one's own password", () => {
  const change = (browser: Browser, currentPassword: string, password: string) =>
    browser.call(changePassword, { currentPassword, password });

  it("gives this session a new token and ends the others", async () => {
    const [desk, phone] = [await signedIn(), await signedIn()];
    await desk.call(confirmSession, { password: goodPassword });
    const stolen = desk.copy();
    expect((await change(desk, goodPassword, newPassword)).status).toBe(200);
    expect([await isIn(desk), await isIn(phone), await isIn(stolen)]).toEqual([true, false, false]);
    const read = await desk.call(readSession, {});
    expect(read.ok && read.body.signingUntil).toBeNull();
    await access.deliverLetters();
    expect((await access.lastLetter(mara.email))?.subject).toBe("Your password was changed");
  });

  it("voids a reset that was asked for", async () => {
    const token = await askedToken();
    await change(await signedIn(), goodPassword, newPassword);
    expect((await access.browser().call(readPasswordReset, { token })).status).toBe(410);
  });

  it("needs the old one, and a good new one", async () => {
    const desk = await signedIn();
    expect(await change(desk, "not-the-old-password", newPassword)).toMatchObject({
      status: 403,
      body: { code: "wrong-password", fields: { currentPassword: { code: "wrong-password" } } },
    });
    expect(await change(desk, goodPassword, "password12345678")).toMatchObject({
      status: 400,
      body: { fields: { password: { code: "known-bad", values: { least: 15, most: 256 } } } },
    });
    expect(await isIn(desk)).toBe(true);
  });
});
