import { afterAll, beforeAll, expect, test } from "vitest";
import { findBilling } from "#domain/billing/claims/found.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

let house: ClaimHouse;
beforeAll(async () => {
  house = await openProfessionalHouse();
});
afterAll(() => house.close());

test("a number, a file and a payer are found by those who may read claims, and nobody is named", async () => {
  const { file, claims } = await answersIn(house).sentFile(1);
  const [claim] = claims;
  if (claim === undefined) throw new Error("There is no claim.");
  const found = (q: string) => house.done(house.biller, findBilling, { q });
  const { id, control, payer } = claim;
  const hit = [{ id, control, payerName: payer.name }];
  for (const q of [control, control.toLowerCase(), ` ${control.slice(0, 2)} ${control.slice(2)}`])
    expect((await found(q)).claims).toEqual(hit);
  expect((await found(String(Number(control.slice(2))))).claims).toEqual(hit);
  expect(await found("SW99999999")).toEqual({ claims: [], files: [], payers: [] });
  for (const q of [file.name, file.name.toUpperCase(), file.interchangeControl])
    expect((await found(q)).files).toEqual([
      { id: file.id, name: file.name, payerName: payer.name },
    ]);
  expect(await found("foxglove")).toEqual({ claims: [], files: [], payers: [payer] });
  expect(await found(claim.patient.name)).toEqual({ claims: [], files: [], payers: [] });
  expect(await house.done(house.stranger, findBilling, { q: control })).toMatchObject({
    claims: [],
  });
  expect(await house.refused(house.therapist, findBilling, { q: control })).toMatchObject({
    status: 403,
  });
});
