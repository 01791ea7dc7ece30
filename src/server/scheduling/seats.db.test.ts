import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import { listSeats } from "#domain/scheduling/seat.api.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

describe("seats that would help", () => {
  it("are free seats of the same program while nothing else is booked, and become booked when given", async () => {
    const evening = await house.series();
    const other = await house.worker("therapist", "Noa", "Wrenfield");
    const friday = await house.series({
      name: "Friday group",
      weekdays: [5],
      startsAtWall: "08:00",
      roomId: null,
      facilitators: [{ staffId: other.staffId, role: "lead" }],
      capacity: 1,
    });
    const [person] = await house.members(evening.id, 1);
    if (person === undefined) throw new Error("nobody");
    const asked = { ...person, helpsUntil: "2026-11-22" };
    const before = await house.done(house.supervisor, listSeats, asked);
    expect(new Set(before.booked.map((seat) => seat.name))).toEqual(new Set(["Evening group"]));
    expect(before.open).toMatchObject([{ name: "Friday group", seatsLeft: 1 }]);
    const sessionId = before.open[0]?.sessionId ?? "";
    await house.done(house.supervisor, addAttendee, { sessionId, ...person, kind: "make-up" });
    const after = await house.done(house.supervisor, listSeats, asked);
    expect(after.open).toEqual([]);
    expect(after.booked.map((seat) => seat.sessionId)).toContain(sessionId);

    expect(after.booked.map((seat) => seat.name)).toContain(friday.name);
    const [neighbour] = await house.members(evening.id, 1);
    if (neighbour === undefined) throw new Error("nobody");
    const full = await house.done(house.supervisor, listSeats, {
      ...neighbour,
      helpsUntil: "2026-11-22",
    });
    expect(full.open).toEqual([]);
  });

  it("are as many as a roster shows who reads it, and none where a seat that is not seen is the last", async () => {
    const evening = await house.series({ weekdays: [1], startsAtWall: "06:00", roomId: null });
    const [asking, hidden, shown] = await house.members(evening.id, 3);
    if (!asking || !hidden || !shown) throw new Error("nobody");
    const lead = await house.worker("therapist", "Sol", "Tilden");
    await house.series({
      name: "Saturday group",
      weekdays: [6],
      roomId: null,
      facilitators: [{ staffId: lead.staffId, role: "lead" }],
      capacity: 3,
    });
    const nurse = await house.product.addPerson(house.here, ["nurse"]);
    const asked = { ...asking, helpsUntil: "2026-11-22" };
    const offered = async (who: TestPerson | undefined) =>
      (await house.done(who, listSeats, asked)).open.find(({ name }) => name === "Saturday group");
    const sessionId = (await offered(nurse))?.sessionId ?? "";
    const give = (who: typeof hidden) =>
      house.done(house.supervisor, addAttendee, { sessionId, ...who, kind: "guest" });
    await give(hidden);
    await house.product.ownerPool.query(
      "update stepwell.attendance set label = 'restricted' where patient_id = $1",
      [hidden.patientId],
    );
    expect(await offered(nurse)).toMatchObject({ seatsLeft: 3 });
    expect(await offered(house.supervisor)).toMatchObject({ seatsLeft: 2 });
    await give(shown);
    const [last] = await house.members(evening.id, 1);
    if (last === undefined) throw new Error("nobody");
    await give(last);
    expect(await offered(nurse)).toBeUndefined();
  });

  it("are those of the week that is asked for, where it is to come, and can be given", async () => {
    const led = async (first: string, family: string) => {
      const { staffId } = await house.worker("therapist", first, family);
      return { roomId: null, facilitators: [{ staffId, role: "lead" as const }] };
    };
    const name = "Evening of the weeks to come";
    const evening = await house.series({ name, ...(await led("Kit", "Alder")) });
    const friday = { name: "Friday noon", weekdays: [5], startsAtWall: "12:00" };
    await house.series({ ...friday, ...(await led("Ida", "Marlowe")) });
    const [person] = await house.members(evening.id, 1);
    if (person === undefined) throw new Error("nobody");
    const day = ({ startsAt }: { readonly startsAt: string }) => startsAt.slice(0, 10);
    for (const [helpsFrom, helpsUntil, noon] of [
      ["2026-11-23", "2026-11-29", "2026-11-27"],
      ["2026-12-14", "2026-12-20", "2026-12-18"],
    ] as const) {
      const asked = { ...person, helpsFrom, helpsUntil };
      const { booked, open } = await house.done(house.supervisor, listSeats, asked);
      expect(booked.map((seat) => seat.name)).toEqual([name, name, name]);
      expect(open.every((seat) => day(seat) >= helpsFrom && day(seat) <= helpsUntil)).toBe(true);
      const free = open.filter((seat) => seat.name === friday.name);
      expect(free.map(day)).toEqual([noon]);
      const [sessionId = ""] = free.map((seat) => seat.sessionId);
      await house.done(house.supervisor, addAttendee, { sessionId, ...person, kind: "make-up" });
      const after = await house.done(house.supervisor, listSeats, asked);
      expect(after.booked.map((seat) => seat.sessionId)).toContain(sessionId);
      expect(after.open.map((seat) => seat.sessionId)).not.toContain(sessionId);
    }
  });

  it("are told to nobody of another organization", async () => {
    const series = await house.series({ weekdays: [2], startsAtWall: "07:00" });
    const [person] = await house.members(series.id, 1);
    if (person === undefined) throw new Error("nobody");
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sam Stranger");
    expect(
      await house.refused(stranger, listSeats, { ...person, helpsUntil: "2026-11-22" }),
    ).toMatchObject({ status: 404 });
  });
});
