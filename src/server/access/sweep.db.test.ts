import { afterAll, beforeAll, expect, it } from "vitest";
import { Temporal } from "temporal-polyfill";
import { askPasswordReset } from "#domain/access/password.api.ts";
import { readSession, signIn } from "#domain/access/session.api.ts";
import { sweepAccounts } from "#server/access/sweep.service.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { goodPassword, openAccess, type Access } from "#test/support/access-door.ts";
import { later } from "#test/support/test-product.ts";

let access: Access;
beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.close());

const sweepAt = (duration: Temporal.DurationLike) =>
  inGlobalTransaction(access.product.pool, (tx) =>
    sweepAccounts(tx, Temporal.Instant.from(later(duration))),
  );

it("clears away what is long over, each thing in its time, and nothing that is in use", async () => {
  const river = await access.product.addOrganization("River House");
  const { email } = await access.addMember("Denise Okafor", [[river, ["nurse"]]]);
  const browser = access.browser();
  await browser.call(signIn, { email, password: goodPassword });
  await access.browser().call(signIn, { email: "nobody@test.example", password: goodPassword });
  await access.browser().call(askPasswordReset, { email });
  await access.deliverLetters();

  const nothing = { links: 0, sessions: 0, pauses: 0, devices: 0 };
  expect(await sweepAt({ hours: 1 })).toEqual(nothing);
  expect((await browser.call(readSession, {})).ok).toBe(true);
  // The pauses: of the account and the address that failed, of the address that succeeded, and of the letter.
  expect(await sweepAt({ hours: 49 })).toEqual({ ...nothing, pauses: 4 });
  expect(await sweepAt({ hours: 8 * 24 })).toEqual({ ...nothing, links: 1 });
  expect(await sweepAt({ hours: 30 * 24 })).toEqual(nothing);
  expect(await sweepAt({ hours: 31 * 24 })).toEqual({ ...nothing, sessions: 1 });
  expect(await sweepAt({ hours: 401 * 24 })).toEqual({ ...nothing, devices: 1 });
});
