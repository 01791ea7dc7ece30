import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAttendee } from "#domain/scheduling/attendance.api.ts";
import { listSeats } from "#domain/scheduling/seat.api.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

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
