import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { exportOrganization } from "#domain/exports/export.api.ts";
import { newId } from "#server/platform/ids.ts";
import { openExportHouse, type ExportHouse } from "#test/support/export-house.ts";
import type { Member } from "#test/support/note-ground.ts";
import { testNow } from "#test/support/test-product.ts";

let house: ExportHouse;
let goes: Member;
let stays: Member;
let together = "";
let alone = "";
let empty = "";
let seriesAlone = "";
let seriesTogether = "";

const manifestSchema = z.object({
  peopleHeldBack: z.number(),
  rowsHeldBack: z.record(z.string(), z.number()),
  textsHeldBack: z.number(),
  files: z.array(z.object({ name: z.string(), rows: z.number() })),
});

const exported = async (ground: "own-keeping" | "successor") => {
  const { id } = await house.product.done(house.officer, exportOrganization, {
    ground,
    recipientName: ground === "successor" ? "Larkspur Clinic" : null,
    reason: "They take over",
  });
  await house.make(id);
  const files = await house.files(id);
  const text = (name: string) => String(files.get(name) ?? "");
  return { files, text, manifest: manifestSchema.parse(JSON.parse(text("MANIFEST.json"))) };
};

const addSeries = async (name: string): Promise<string> => {
  const id = newId();
  const { siteId, programId, trackId, activityId } = house.program;
  await house.program.add("series", {
    id,
    site_id: siteId,
    program_id: programId,
    track_id: trackId,
    activity_type_id: activityId,
    name,
    zone: "America/Denver",
    weekdays: [1],
    starts_at_wall: "18:00",
    minutes: 90,
    starts_on: "2026-11-02",
    capacity: 12,
    created_at: testNow,
  });
  return id;
};

const documentSchema = z.object({
  content: z.array(z.object({ attachment: z.object({ data: z.string() }) })),
});

/** The words of the notes, which FHIR carries as base64. */
const notesIn = (ndjson: string): string =>
  ndjson
    .trim()
    .split("\n")
    .flatMap((line) => documentSchema.parse(JSON.parse(line)).content)
    .map(({ attachment }) => Buffer.from(attachment.data, "base64").toString())
    .join("\n");

const change = (sql: string, values: readonly unknown[]) =>
  house.product.ownerPool.query(sql, [...values]);

beforeAll(async () => {
  house = await openExportHouse();
  goes = await house.whole("Juniper", "Ellsworth");
  stays = await house.whole("Silas", "Marlowe", { phone: "3035550177" });
  together = await house.session([goes, stays]);
  alone = await house.session([stays]);
  empty = await house.session([]);
  const shared = await house.sharedPart(together);
  await change("update stepwell.session_note set how_it_went = $2 where id = $1", [
    shared,
    "Silas opened up and the group listened",
  ]);
  await house.note(goes, together, {
    session_note_id: shared,
    sentence: "Named one skill after Marlowe spoke",
    next_step: "Try it at home",
  });
  await house.note(stays, together, { session_note_id: shared });
  const own = await house.sharedPart(alone);
  await change("update stepwell.session_note set topic = $2, label = 'part-2' where id = $1", [
    own,
    "Only about one man",
  ]);
  await house.note(stays, alone, { session_note_id: own });
  seriesAlone = await addSeries("One to one");
  seriesTogether = await addSeries("Evening group");
  await change("update stepwell.session set series_id = $2, name = $3 where id = $1", [
    alone,
    seriesAlone,
    "One to one",
  ]);
  await change("update stepwell.session set series_id = $2, name = $3 where id = $1", [
    together,
    seriesTogether,
    "Evening group",
  ]);
  await change("update stepwell.session set name = 'Open evening' where id = $1", [empty]);
  for (const sessionId of [alone, together])
    await house.program.add("attendance_event", {
      id: newId(),
      session_id: sessionId,
      kind: "break-start",
      why: sessionId === together ? "Silas Marlowe asked for air" : "A break",
      occurred_at: testNow,
      received_at: testNow,
      source: "live",
      account_id: house.author.accountId,
      actor_name: "Theo Lindqvist",
    });
  await house.consent(goes.patientId, {});
}, 60_000);
afterAll(() => house.product.close());

test("a successor gets no row of a session in which none of those sat who go, and the manifest says how many", async () => {
  const { files, text, manifest } = await exported("successor");
  for (const [name, content] of files)
    for (const trace of [alone, seriesAlone, "Only about one man", "One to one"])
      expect(String(content), name).not.toContain(trace);
  for (const kept of [together, empty]) expect(text("csv/session.csv")).toContain(kept);
  expect(text("csv/series.csv")).toContain(seriesTogether);
  expect(manifest.peopleHeldBack).toBe(1);
  expect(manifest.rowsHeldBack).toMatchObject({
    patient: 1,
    session: 1,
    session_note: 1,
    series: 1,
    attendance_event: 1,
    member_note: 2,
  });
});

test("words that name somebody held back do not go, in the tables or in FHIR; the others do", async () => {
  const { files, text, manifest } = await exported("successor");
  for (const [name, content] of files)
    for (const trace of ["Silas", "Marlowe", "3035550177"])
      expect(String(content), name).not.toContain(trace);
  expect(text("csv/session_note.csv")).toContain("[held back]");
  expect(text("csv/session_note.csv")).toContain("Practiced noticing an urge");
  expect(text("csv/member_note.csv")).toContain("Try it at home");
  const fhir = notesIn(text("fhir/DocumentReference.ndjson"));
  for (const trace of ["Silas", "Marlowe"]) expect(fhir).not.toContain(trace);
  expect(fhir).toContain("Practiced noticing an urge");
  expect(fhir).toContain("[held back]");
  expect(manifest.textsHeldBack).toBe(3);
});

test("for ourselves nothing is held back", async () => {
  const { text, manifest } = await exported("own-keeping");
  expect(text("csv/session_note.csv")).toContain("Silas opened up");
  expect(text("csv/session.csv")).toContain(alone);
  expect(manifest).toMatchObject({ peopleHeldBack: 0, rowsHeldBack: {}, textsHeldBack: 0 });
});
