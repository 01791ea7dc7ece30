import { expect, test } from "vitest";
import { peopleNear } from "#web/scheduling/people-near.ts";

const stay = (enrollmentId: string, programId: string, trackName: string) => ({
  enrollmentId,
  programId,
  trackName,
});
const mood = stay("mood", "day", "Mood");
const trauma = stay("trauma", "day", "Trauma");
const evening = stay("evening", "evening", "Mood");
const people = [mood, trauma, evening];
const anyTrack = { programId: "day", trackName: null };
const member = (enrollmentId: string) => ({ enrollmentId, endsOn: null, withdrawn: null });

test("of a group that names a track, those of the track of its program come first", () => {
  expect(peopleNear(people, { programId: "day", trackName: "Mood" }, [])).toEqual({
    near: [mood],
    others: [trauma, evening],
  });
});

test("of a group without a track, everybody of its program", () => {
  expect(peopleNear(people, anyTrack, [])).toEqual({
    near: [mood, trauma],
    others: [evening],
  });
});

test("whoever has a seat in the group is not offered; whoever leaves it, or had it by mistake, is", () => {
  const withdrawn = { at: "2026-11-20T01:00:00Z", by: null, reason: null };
  const members = [
    member("mood"),
    { ...member("trauma"), endsOn: "2026-11-30" },
    { ...member("evening"), withdrawn },
  ];
  expect(peopleNear(people, anyTrack, members)).toEqual({
    near: [trauma],
    others: [evening],
  });
});
