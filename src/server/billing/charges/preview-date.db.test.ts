import { expect, test } from "vitest";
import { previewDate } from "#domain/billing/charges/day-charge.api.ts";
import { openChargeHouse } from "#test/support/charge-house.ts";

test("what a date would bill leaves out a day that still runs, as charge review does", async () => {
  const house = await openChargeHouse();
  const [ana, ben] = [await house.member("Ana", "Marlowe"), await house.member("Ben", "Okafor")];
  await house.group([ana, ben], 0, 90);
  await house.group([ben], 100, 90);
  const running = await house.group([ana], 100, 90);
  await house.run(
    "update stepwell.session set ends_at = '2026-12-31', state = 'scheduled' where organization_id = $1 and id = $2",
    running,
  );
  expect(await house.done(house.biller, previewDate, { serviceDate: "2026-11-19" })).toMatchObject({
    rows: [
      { patientName: "Ana Marlowe", state: "open" },
      { patientName: "Ben Okafor", state: "held", totalCents: 30_000 },
    ],
    totalCents: 30_000,
  });
  await house.close();
});
