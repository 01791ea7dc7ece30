import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSite, listClosingCalls, listClosures } from "#domain/scheduling/closure.api.ts";
import { joinSeries } from "#domain/scheduling/membership.api.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

const days = () => ({ siteId: house.siteId, startsOn: "2026-11-25", endsOn: "2026-11-26" });

/** Whose records the last look at whom to call was about. */
const lookedAt = async (): Promise<string[]> => {
  const { rows } = await house.product.ownerPool.query<{ who: string[] }>(
    `select array(select s.patient_id::text from stepwell.audit_subject s
        where s.organization_id = e.organization_id and s.audit_id = e.id) as who
      from stepwell.audit_event e where e.organization_id = $1 and e.verb = 'closure.list-calls'
      order by e.id desc limit 1`,
    [house.here.organizationId],
  );
  return rows[0]?.who ?? [];
};

test("whom to call stands there before a site is closed and after, whoever would come first at the top", async () => {
  const thursdays = await house.series({ startsAtWall: "09:00", minutes: 60, weekdays: [4] });
  const [onlyThursday] = await house.members(thursdays.id, 1);
  const evenings = await house.series();
  const [bothEvenings, everySession] = await house.members(evenings.id, 2);
  await house.done(house.supervisor, joinSeries, {
    seriesId: thursdays.id,
    patientId: everySession?.patientId ?? "",
    enrollmentId: everySession?.enrollmentId ?? "",
    startsOn: "2026-11-20",
    endsOn: null,
  });
  await house.product.ownerPool.query(
    "update stepwell.patient set phone = '3035550112', phone_may_be_called = true, preferred_name = 'Wren' where id = $1",
    [onlyThursday?.patientId],
  );
  const wednesday = { startsAt: "2026-11-26T01:00:00Z", zone: "America/Denver" };
  const expected = [
    { patientId: bothEvenings?.patientId, sessionName: "Evening group", sessions: 2, ...wednesday },
    { patientId: everySession?.patientId, sessionName: "Evening group", sessions: 3, ...wednesday },
    {
      patientId: onlyThursday?.patientId,
      name: "Wren Family0",
      phone: "3035550112",
      phoneMayBeCalled: true,
      voicemailMayBeLeft: false,
      startsAt: "2026-11-26T16:00:00Z",
      sessions: 1,
    },
  ];
  const foreseen = await house.done(house.supervisor, listClosingCalls, days());
  expect(foreseen.rows).toMatchObject(expected);
  expect((await lookedAt()).toSorted()).toEqual(
    foreseen.rows.map(({ patientId }) => patientId).toSorted(),
  );
  const { id: closureId } = await house.done(house.supervisor, closeSite, {
    ...days(),
    reason: "Snow",
  });
  const closed = { ...days(), closureId };
  expect(await house.done(house.supervisor, listClosingCalls, closed)).toEqual(foreseen);
  // Where more are to be called than are listed, the list says how many there are.
  const firstTwo = await house.done(house.supervisor, listClosingCalls, { ...closed, limit: 2 });
  expect(firstTwo).toEqual({ rows: foreseen.rows.slice(0, 2), total: foreseen.rows.length });
  // Whoever lost the seat by this closure needs no second call for the next one.
  expect((await house.done(house.supervisor, listClosingCalls, days())).rows).toEqual([]);
  await house.product.ownerPool.query(
    "update stepwell.attendance set label = 'restricted' where patient_id = $1",
    [onlyThursday?.patientId],
  );
  const nurse = await house.product.addPerson(house.here, ["nurse"]);
  const seen = await house.done(nurse, listClosingCalls, closed);
  expect(seen.rows).toEqual(foreseen.rows.slice(0, 2));
  // To call is care: whoever sees a restricted seat for the sake of its claim has no call to make.
  const biller = await house.product.addPerson(house.here, ["biller"], "Bill Biller");
  const billers = await house.done(biller, listClosingCalls, closed);
  expect(billers.rows).toEqual([]);
  await house.moveTo("2026-11-26T17:30:00Z");
  const left = await house.done(house.supervisor, listClosingCalls, closed);
  expect(left.rows.map(({ patientId, sessions }) => [patientId, sessions])).toEqual([
    [bothEvenings?.patientId, 1],
    [everySession?.patientId, 1],
  ]);
});

test("of a minor the guardian by law stands beside them, and whoever stays away anyway is not called", async () => {
  const sunday = { siteId: house.siteId, startsOn: "2026-12-06", endsOn: "2026-12-06" };
  const series = await house.series({ name: "Sunday", weekdays: [7], roomId: null });
  const [minor, adult, away] = await house.members(series.id, 3);
  const owner = house.product.ownerPool;
  await owner.query(
    "update stepwell.patient set birth_date = case when id = $1 then '2010-05-04'::date else '2008-12-06'::date end where id in ($1, $2)",
    [minor?.patientId, adult?.patientId],
  );
  for (const one of [minor, adult])
    for (const [name, phone, roles] of [
      ["Sponsor Person", "3035550120", "{emergency}"],
      ["Guardian Person", "3035550121", "{legal-guardian}"],
    ])
      await house.insert("patient_contact", {
        patient_id: one?.patientId,
        name,
        relation: "other",
        roles,
        phone,
        created_at: "2026-11-19T00:00:00Z",
      });
  await owner.query(
    "update stepwell.attendance set status = 'excused' where patient_id = $1 and service_date = '2026-12-06'",
    [away?.patientId],
  );
  const { rows } = await house.done(house.supervisor, listClosingCalls, sunday);
  expect(new Map(rows.map(({ patientId, guardian }) => [patientId, guardian]))).toEqual(
    new Map([
      [minor?.patientId, { name: "Guardian Person", phone: "3035550121" }],
      [adult?.patientId, null],
    ]),
  );
  await house.done(house.supervisor, closeSite, { ...sunday, reason: "Snow" });
  const { rows: closures } = await house.done(house.supervisor, listClosures, {});
  const closed = {
    ...sunday,
    closureId: closures.find((one) => one.startsOn === sunday.startsOn)?.id,
  };
  const called = async () =>
    (await house.done(house.supervisor, listClosingCalls, closed)).rows.map((row) => row.patientId);
  expect(await called()).toEqual(expect.arrayContaining([minor?.patientId, adult?.patientId]));
  await owner.query(
    "update stepwell.enrollment set ended_on = '2026-12-04' where patient_id = $1",
    [minor?.patientId],
  );
  expect(await called()).toContain(adult?.patientId);
  expect(await called()).not.toContain(minor?.patientId);
  await owner.query("update stepwell.membership set ends_on = '2026-12-05' where patient_id = $1", [
    adult?.patientId,
  ]);
  expect(await called()).not.toContain(adult?.patientId);
});

test("whoever sees no seats sees nobody to call, and another organization knows no such site", async () => {
  const administrator = await house.product.addPerson(house.here, ["administrator"], "Ada");
  expect(await house.refused(administrator, listClosingCalls, days())).toMatchObject({
    status: 403,
  });
  const stranger = await house.product.addPerson(house.elsewhere, ["director"], "Else Where");
  expect(await house.refused(stranger, listClosingCalls, days())).toMatchObject({ status: 404 });
});
