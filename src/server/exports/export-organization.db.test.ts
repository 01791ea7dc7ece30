import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  downloadExport,
  exportOrganization,
  readExport,
  removeExport,
} from "#domain/exports/export.api.ts";
import { exportedTables, tablesLeftOut } from "#server/exports/exported-tables.ts";
import { zipOfRun } from "#server/exports/export-run.service.ts";
import { stillGoing } from "#server/exports/transfer-door.ts";
import { grantSigning, type Member } from "#test/support/note-ground.ts";
import { readZip } from "#test/support/read-zip.ts";
import { openExportHouse, type ExportHouse } from "#test/support/export-house.ts";

let house: ExportHouse;
let juniper: Member;
let silas: Member;

const ours = { ground: "own-keeping", recipientName: null, reason: "Moving" } as const;
const toSuccessor = {
  ground: "successor",
  recipientName: "Larkspur Clinic",
  reason: "They take over",
} as const;

const manifestSchema = z.object({
  people: z.number(),
  peopleHeldBack: z.number(),
  notice: z.string().nullable(),
  files: z.array(
    z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), rows: z.number() }),
  ),
  notIncluded: z.object({ tables: z.record(z.string(), z.string()) }),
});

const made = async (asked: typeof ours | typeof toSuccessor) => {
  const { id } = await house.product.done(house.officer, exportOrganization, asked);
  await house.make(id);
  const run = await house.product.done(house.officer, readExport, { exportId: id });
  const files = await house.product.inside(house.here, (work) => readZip(zipOfRun(work, run)));
  const manifest = manifestSchema.parse(JSON.parse(String(files.get("MANIFEST.json"))));
  return { run, files, manifest };
};

beforeAll(async () => {
  house = await openExportHouse();
  juniper = await house.whole("Juniper", "Ellsworth", { preferred_name: "=HYPERLINK(1)" });
  silas = await house.whole("Silas", "Marlowe");
  const sessionId = await house.session([juniper, silas]);
  const shared = await house.sharedPart(sessionId);
  await house.note(juniper, sessionId, { session_note_id: shared });
  await house.note(silas, sessionId, { session_note_id: shared });
});

afterAll(() => house.product.close());

describe("for ourselves", () => {
  test("everybody is in it, every file has the hash the manifest says, and nobody was told", async () => {
    const told = await house.count("disclosure");
    const { run, files, manifest } = await made(ours);
    expect(run).toMatchObject({ state: "ready", heldBack: 0, problem: null });
    expect(manifest).toMatchObject({ people: 2, peopleHeldBack: 0, notice: null });
    expect([...files.keys()].toSorted()).toEqual(
      ["MANIFEST.json", ...manifest.files.map(({ name }) => name)].toSorted(),
    );
    for (const { name, sha256, bytes } of manifest.files) {
      const content = files.get(name) ?? Buffer.alloc(0);
      expect(content.length, name).toBe(bytes);
      expect(createHash("sha256").update(content).digest("hex"), name).toBe(sha256);
    }
    expect(manifest.files.find(({ name }) => name === "fhir/Patient.ndjson")?.rows).toBe(2);
    expect(manifest.files.find(({ name }) => name === "csv/member_note.csv")?.rows).toBe(2);
    expect(await house.count("disclosure")).toBe(told);
  });

  test("a text that looks like a formula is kept from running", async () => {
    const { files } = await made(ours);
    expect(String(files.get("csv/patient.csv"))).toContain(",'=HYPERLINK(1),");
  });

  test("one is made at a time, and a stopped one leaves nothing", async () => {
    const first = await house.product.done(house.officer, exportOrganization, ours);
    expect(await house.product.refused(house.officer, exportOrganization, ours)).toMatchObject({
      status: 409,
      code: "export-under-way",
    });
    await house.product.done(house.officer, removeExport, { exportId: first.id });
    await house.make(first.id);
    expect(await house.count("export_part", `export_run_id = '${first.id}'`)).toBe(0);
    expect(
      await house.product.done(house.officer, readExport, { exportId: first.id }),
    ).toMatchObject({ state: "cancelled", files: [] });
  });

  test("one that was killed on the way is begun anew and holds each file once", async () => {
    const { id } = await house.product.done(house.officer, exportOrganization, ours);
    await house.product.ownerPool.query(
      "update stepwell.export_run set state = 'running', done = 1 where id = $1",
      [id],
    );
    await house.product.ownerPool.query(
      "insert into stepwell.export_part (organization_id, export_run_id, file, number, content) values ($1, $2, 'fhir/Patient.ndjson', 0, 'half')",
      [house.here.organizationId, id],
    );
    await house.make(id);
    expect(String((await house.files(id)).get("fhir/Patient.ndjson"))).not.toContain("half");
    expect(await house.product.done(house.officer, readExport, { exportId: id })).toMatchObject({
      state: "ready",
    });
  });
});

describe("to a successor", () => {
  test("whoever consented goes, with a line in the accounting; the others stay and are counted", async () => {
    await house.consent(juniper.patientId, {});
    const told = await house.count("disclosure");
    const { run, files, manifest } = await made(toSuccessor);
    expect(run).toMatchObject({ state: "ready", heldBack: 1 });
    expect(manifest).toMatchObject({ people: 1, peopleHeldBack: 1 });
    expect(manifest.notice).toContain("42 CFR part 2");
    expect(await house.count("disclosure")).toBe(told + 1);
    for (const [name, content] of files)
      for (const trace of [silas.patientId, "Silas", silas.enrollmentId])
        expect(String(content), name).not.toContain(trace);
    expect([...files.keys()]).not.toContain("audit.ndjson");
    expect([...files.keys()]).not.toContain("csv/revision.csv");
    expect(manifest.notIncluded.tables).toHaveProperty("disclosure");
  });

  test("somebody has to be named", async () => {
    const nobody = { ...toSuccessor, recipientName: null };
    expect(await house.product.refused(house.officer, exportOrganization, nobody)).toMatchObject({
      status: 422,
      code: "successor-unnamed",
    });
  });
});

describe("between asking and sending", () => {
  test("whoever came, or is kept more closely, since the door was asked stays", async () => {
    const [juniperGoes, silasGoes] = [juniper, silas].map(
      ({ patientId }) => ({ id: patientId, label: "part-2" }) as const,
    );
    if (juniperGoes === undefined || silasGoes === undefined) throw new Error("nobody goes");
    const before = { going: [juniperGoes], hidden: new Set<string>() };
    const late = await house.product.inside(house.here, (work) => stillGoing(work, before));
    expect(late).toEqual({ going: [juniperGoes], hidden: new Set([silas.patientId]) });
    const weaker = { going: [{ ...juniperGoes, label: "general" as const }, silasGoes] };
    const changed = await house.product.inside(house.here, (work) =>
      stillGoing(work, { ...weaker, hidden: new Set() }),
    );
    expect(changed).toEqual({ going: [silasGoes], hidden: new Set([juniper.patientId]) });
  });

  test("a consent that was revoked since closes the download", async () => {
    const { run } = await made(toSuccessor);
    const place = { exportId: run.id };
    expect((await house.product.call(house.officer, downloadExport, place)).status).toBe(200);
    await house.product.ownerPool.query(
      "update stepwell.consent set revoked_on = '2026-11-18', revocation_reason = 'changed' where patient_id = $1",
      [juniper.patientId],
    );
    expect(await house.product.refused(house.officer, downloadExport, place)).toMatchObject({
      status: 409,
      code: "consent-changed-meanwhile",
    });
  });
});

describe("who may", () => {
  test("another role is refused, and so is somebody who was not asked for the password again", async () => {
    const administrator = await house.product.addPerson(house.here, ["administrator"]);
    expect((await house.product.call(house.director, exportOrganization, ours)).status).toBe(403);
    expect(await house.product.refused(administrator, exportOrganization, ours)).toMatchObject({
      status: 403,
      code: "confirmation-needed",
    });
  });

  test("whoever fetches what somebody else began is asked for the password, too", async () => {
    const { run } = await made(ours);
    const administrator = await house.product.addPerson(house.here, ["administrator"]);
    const place = { exportId: run.id };
    expect(await house.product.refused(administrator, downloadExport, place)).toMatchObject({
      status: 403,
      code: "confirmation-needed",
    });
    await grantSigning(house.product, administrator);
    expect((await house.product.call(administrator, downloadExport, place)).status).toBe(200);
  });

  test("another organization finds nothing to read or fetch", async () => {
    const { run } = await made(ours);
    const place = { exportId: run.id };
    expect((await house.product.call(house.stranger, readExport, place)).status).toBe(404);
    await grantSigning(house.product, house.stranger);
    expect((await house.product.call(house.stranger, downloadExport, place)).status).toBe(404);
    expect((await house.product.call(house.officer, downloadExport, place)).status).toBe(200);
  });
});

test("every table of the organization is exported or left out for a reason", async () => {
  const { rows } = await house.product.ownerPool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'stepwell'::regnamespace and relkind = 'r' order by 1",
  );
  const known = [...exportedTables.map(({ table }) => table), ...Object.keys(tablesLeftOut)];
  expect(rows.map(({ name }) => name)).toEqual(known.toSorted());
});

test("every table that speaks of one person each names that person", async () => {
  for (const { table, speaks } of exportedTables) {
    if (speaks !== "person" || table === "patient") continue;
    const { rows } = await house.product.ownerPool.query(
      "select 1 from pg_attribute where attrelid = ('stepwell.' || quote_ident($1))::regclass and attname = 'patient_id'",
      [table],
    );
    expect(rows, table).toHaveLength(1);
  }
});
