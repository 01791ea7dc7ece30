import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestSignInCode, signInWithCode } from "#domain/access/sign-in-code.api.ts";
import { readSession, signIn } from "#domain/access/session.api.ts";
import {
  endPatientAccount,
  openPatientAccount,
  readPatientAccount,
} from "#domain/patients/patient-account.api.ts";
import { invitePerson } from "#domain/access/people.api.ts";
import { writeCode } from "#server/access/sign-in-code.service.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { newId } from "#server/platform/ids.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";
import { later, type TestPerson } from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let house: MeasureHouse;
let therapist: TestPerson;

beforeAll(async () => {
  house = await openMeasureHouse(testRoutes);
  therapist = await house.worker("therapist", "Denise", "Okafor");
});
afterAll(() => house.product.close());

const opened = async () => {
  const { patientId } = await house.stay("Juniper", "Ellsworth", null);
  const email = `${newId()}@member.example`;
  await house.done(therapist, openPatientAccount, { patientId, email });
  const { rows } = await house.product.ownerPool.query(
    "select id from global.account where email = $1",
    [email],
  );
  const accountId: string = rows[0].id;
  const code = () =>
    inGlobalTransaction(house.product.pool, (tx) =>
      writeCode({ tx, now: house.product.clock.now() }, accountId),
    );
  return { patientId, email, code };
};

const wrong = (code: string): string => (code === "000000" ? "000001" : "000000");
const refusal = { status: 401, code: "code-refused" };

describe("the code of a letter", () => {
  it("signs a person in care in, once, on the side of care", async () => {
    const { email, code } = await opened();
    const sent = await code();
    const spoken = `${sent.slice(0, 3)} ${sent.slice(3)}`;
    const answer = await house.product.call(undefined, signInWithCode, { email, code: spoken });
    expect(answer.ok).toBe(true);
    expect(await house.refused(undefined, signInWithCode, { email, code: sent })).toMatchObject(
      refusal,
    );
  });

  it("is void after five tries, after ten minutes, and when the next one is sent", async () => {
    const { email, code } = await opened();
    const tried = await code();
    for (let n = 0; n < 5; n++) {
      const input = { email, code: wrong(tried) };
      expect(await house.refused(undefined, signInWithCode, input)).toMatchObject(refusal);
    }
    expect((await house.refused(undefined, signInWithCode, { email, code: tried })).status).toBe(
      401,
    );
    const other = await opened();
    const old = await other.code();
    house.product.clock.moveTo(later({ minutes: 10, seconds: 1 }));
    const late = { email: other.email, code: old };
    expect(await house.refused(undefined, signInWithCode, late)).toMatchObject(refusal);
    const third = await opened();
    const first = await third.code();
    let second = await third.code();
    while (second === first) second = await third.code();
    const stale = { email: third.email, code: first };
    expect(await house.refused(undefined, signInWithCode, stale)).toMatchObject(refusal);
  });

  it("is asked for alike by whoever is known here and whoever is not; one letter is written", async () => {
    const { email } = await opened();
    const answers = [email, `${newId()}@nowhere.example`].map((one) =>
      house.done(undefined, requestSignInCode, { email: one }),
    );
    expect(await Promise.all(answers)).toEqual([{}, {}]);
    const { rows } = await house.product.ownerPool.query(
      "select count(*)::int as n from stepwell.outbox where organization_id = $1 and kind = 'send-sign-in-code'",
      [house.here.organizationId],
    );
    expect(rows[0].n).toBe(1);
  });

  it("opens nothing for people who work here, and a password nothing for people in care", async () => {
    const input = { email: therapist.email, code: "123456" };
    expect(await house.refused(undefined, signInWithCode, input)).toMatchObject(refusal);
    const { email } = await opened();
    const password = "any pass phrase at all";
    expect((await house.refused(undefined, signIn, { email, password })).status).toBe(401);
  });
});

describe("the account of a patient", () => {
  it("is one for each address and each person, and ends at once", async () => {
    const { patientId, email } = await opened();
    const { patientId: other } = await house.stay("Marcus", "Thibodeaux", null);
    const again = { patientId: other, email };
    expect(await house.refused(therapist, openPatientAccount, again)).toMatchObject({
      code: "address-in-use",
    });
    const twice = { patientId, email: `${newId()}@member.example` };
    expect(await house.refused(therapist, openPatientAccount, twice)).toMatchObject({
      code: "has-account",
    });
    await house.done(therapist, endPatientAccount, { patientId, reason: "moved away" });
    expect(await house.done(therapist, readPatientAccount, { patientId })).toEqual({
      account: null,
    });
    await house.done(therapist, openPatientAccount, again);
  });

  it("ends the sessions of that side", async () => {
    const { patientId } = await house.stay("Grace", "Mbeki", null);
    const member = await house.member(patientId);
    await house.done(member, readSession, {});
    await house.done(therapist, endPatientAccount, { patientId, reason: "asked for it" });
    expect((await house.refused(member, readSession, {})).status).toBe(401);
  });

  it("is not seen by whoever manages people: the address is invited as if nobody had it", async () => {
    const { email } = await opened();
    const manager = await house.product.addPerson(house.here, ["administrator"]);
    const input = { email, name: "New Colleague", roles: ["nurse" as const] };
    const person = await house.done(manager, invitePerson, input);
    expect(person).toMatchObject({ state: "invited", roles: ["nurse"], version: 1 });
  });
});
