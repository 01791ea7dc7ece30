import { expect, test } from "vitest";
import { unlikeGroup } from "#web/scheduling/unlike-group.ts";

const lead = { staffId: "ada", name: "Ada Marsh", role: "lead" } as const;
const beside = { staffId: "bo", name: "Bo Quill", role: "co-facilitator" } as const;
const group = {
  name: "Evening group",
  site: { id: "east", name: "Eastside" },
  room: { id: "cedar", name: "Cedar Room" },
  facilitators: [lead, beside],
  hasVideo: true,
};

test("a session as its group says repeats nothing of it", () => {
  const same = { ...group, facilitators: [beside, lead] };
  expect(unlikeGroup(same, group)).toEqual({
    name: false,
    place: false,
    people: false,
    video: false,
  });
});

test("what is otherwise this time is said", () => {
  const other = { ...group, name: "Evening walk", room: null, facilitators: [beside] };
  expect(unlikeGroup(other, group)).toEqual({
    name: true,
    place: true,
    people: true,
    video: false,
  });
});

test("without its group everything is said", () => {
  expect(unlikeGroup(group, undefined)).toEqual({
    name: true,
    place: true,
    people: true,
    video: true,
  });
});
