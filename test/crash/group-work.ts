import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import type { DraftValue } from "#domain/charting/note-draft.ts";
import {
  participations,
  progresses,
  responses,
  type NoteField,
} from "#domain/charting/note-fields.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { createSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "./group-signature.ts";
import { sign } from "./group-signature.ts";
import { placeOf } from "./model.ts";
import { change, oneOf, wordOf, type Desk } from "./simulation.ts";
import type { Colleague, Enrolled } from "./world.ts";

const minutes = 10;
const slotsOfDay = 40;

/** Some people of one program who were in care on that day. */
const groupOf = (desk: Desk, day: string): Enrolled[] => {
  const all = desk.world.enrolled.filter((one) => one.admittedOn <= day);
  const { programId } = oneOf(desk, all);
  const group = all.filter((one) => one.programId === programId);
  const from = desk.below(group.length);
  const count = Math.min(group.length, 2 + desk.below(3));
  return [...group, ...group].slice(from, from + count);
};

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** Plans a small group in the night of an earlier day, where nothing else is. */
const plan = async (
  desk: Desk,
  colleague: Colleague,
  slot: number,
): Promise<Session | undefined> => {
  const daysAgo = 1 + (Math.floor(slot / slotsOfDay) % 12);
  const day = Temporal.PlainDate.from(desk.world.today).subtract({ days: daysAgo }).toString();
  const members = groupOf(desk, day);
  const [first] = members;
  if (first === undefined) return undefined;
  const minute = (slot % slotsOfDay) * minutes;
  const name = `Crash group ${wordOf(desk.nextNumber())}`;
  const outcome = await change(desk, createSession, {
    name,
    siteId: first.siteId,
    programId: first.programId,
    activityTypeId: desk.world.groupTypeId,
    day,
    startsAtWall: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
    minutes,
    facilitators: [{ staffId: colleague.staffId, role: "lead" }],
    attendees: members.map(({ patientId, enrollmentId }) => ({ patientId, enrollmentId })),
  });
  if (outcome.kind === "refused") return undefined;
  desk.model.sessions.push({ sure: outcome.kind === "acknowledged", name });
  return outcome.kind === "acknowledged"
    ? { id: outcome.body.id, startsAt: outcome.body.startsAt, members }
    : undefined;
};

/** Taps of a device: what it was not told of, it sends again; some of it comes twice. */
const tap = async (
  desk: Desk,
  session: Session,
  batch: readonly (Pick<NewAttendanceEvent, "kind" | "patientId"> & { readonly minute: number })[],
): Promise<void> => {
  const events = batch.map(({ kind, patientId, minute }) => ({
    id: randomUUID(),
    patientId,
    kind,
    ...(kind === "arrive" && { mode: "room" as const }),
    occurredAt: Temporal.Instant.from(session.startsAt).add({ minutes: minute }).toString(),
  }));
  const outcome = await change(desk, recordAttendance, { sessionId: session.id, events });
  if (outcome.kind === "refused") return;
  const sure = outcome.kind === "acknowledged";
  for (const event of events) desk.model.taps.push({ ...event, sessionId: session.id, sure });
  if (desk.below(4) === 0) await change(desk, recordAttendance, { sessionId: session.id, events });
};

const attend = async (desk: Desk, session: Session): Promise<void> => {
  const of = (patientId: string | null) => ({ patientId });
  await tap(desk, session, [{ ...of(null), kind: "start", minute: 0 }]);
  for (const { patientId } of session.members)
    await tap(desk, session, [{ ...of(patientId), kind: "arrive", minute: desk.below(3) }]);
  const { patientId } = oneOf(desk, session.members);
  await tap(desk, session, [
    { ...of(null), kind: "break-start", minute: 4 },
    { ...of(null), kind: "break-end", minute: 5 },
    { ...of(patientId), kind: "leave", minute: 7 + desk.below(3) },
  ]);
  await tap(desk, session, [{ ...of(null), kind: "end", minute: 10 }]);
};

/** Writes one field as somebody types, from the revision they saw. Answers the revision they see now. */
const write = async (
  desk: Desk,
  sessionId: string,
  place: { readonly patientId: string | null; readonly field: NoteField },
  value: DraftValue,
  baseRevision = 0,
): Promise<void> => {
  const patch = { id: randomUUID(), ...place, value, baseRevision };
  const outcome = await change(desk, patchNoteDraft, { sessionId, patches: [patch] });
  if (outcome.kind === "refused") return;
  const key = `${placeOf(sessionId, place.patientId, place.field)} ${desk.email}`;
  desk.model.wrote(key, { value, sure: outcome.kind === "acknowledged" });
};

const words = [
  "river",
  "lantern",
  "payday",
  "garden",
  "kitchen",
  "harbor",
  "letter",
  "window",
  "choir",
  "ladder",
  "market",
  "orchard",
  "bridge",
  "engine",
  "sparrow",
  "thunder",
] as const;

/** A sentence that is like no other: words by chance, and one that nobody else has. */
const sentence = (desk: Desk): string => {
  const some = Array.from({ length: 7 }, () => oneOf(desk, words));
  return `Spoke of ${some.join(" and the ")} and of ${wordOf(desk.nextNumber() + 20_000)}.`;
};

const writeNotes = async (desk: Desk, session: Session): Promise<void> => {
  const shared = { patientId: null };
  await write(
    desk,
    session.id,
    { ...shared, field: "topic" },
    `Topic ${wordOf(desk.nextNumber())}`,
  );
  await write(desk, session.id, { ...shared, field: "whatWeDid" }, sentence(desk));
  await write(desk, session.id, { ...shared, field: "howItWent" }, sentence(desk));
  for (const { patientId, objectiveId } of session.members) {
    const row = (field: NoteField, value: string) =>
      write(desk, session.id, { patientId, field }, value);
    await row("objectiveId", objectiveId);
    await row("participation", oneOf(desk, participations));
    await row("response", oneOf(desk, responses));
    await row("progress", oneOf(desk, progresses));
    await row("risk", "none-noted");
    await row("sentence", sentence(desk));
  }
};

/** Groups, one after the other: planned, attended, written and mostly signed. */
export const leadGroups = async (desk: Desk, colleague: Colleague): Promise<void> => {
  for (let slot = 0; !desk.isClosing(); slot++) {
    const session = await plan(desk, colleague, slot);
    if (session === undefined) continue;
    await attend(desk, session);
    desk.openRooms.add(session.id);
    await writeNotes(desk, session);
    if (desk.below(5) > 0) await sign(desk, session);
    desk.openRooms.delete(session.id);
  }
};

/** A colleague who writes into other people's rooms without having seen what stands there. */
export const lookIn = async (desk: Desk): Promise<void> => {
  while (!desk.isClosing()) {
    const [sessionId] = [...desk.openRooms];
    if (sessionId === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    else await write(desk, sessionId, { patientId: null, field: "howItWent" }, sentence(desk));
  }
};
