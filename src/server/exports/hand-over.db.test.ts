import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  downloadPatientExport,
  handOverChart,
  listPatientExports,
} from "#domain/exports/export.api.ts";
import { chartParts } from "#domain/exports/chart-part.ts";
import type { Input } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import type { Member } from "#test/support/note-ground.ts";
import { testNow } from "#test/support/test-product.ts";
import { openExportHouse, type ExportHouse } from "#test/support/export-house.ts";

let house: ExportHouse;
let juniper: Member;

const asked = (more: Partial<Input<typeof handOverChart>> = {}): Input<typeof handOverChart> => ({
  patientId: juniper.patientId,
  format: "both",
  recipient: { name: "Juniper Ellsworth", isPatient: true },
  isIdentityConfirmed: true,
  purpose: "patient-request",
  reason: "Asked at the desk, with a passport",
  parts: [...chartParts],
  from: null,
  to: null,
  ...more,
});

const toClinic = {
  recipient: { name: "Larkspur Clinic" },
  purpose: "treatment",
} as const;

beforeAll(async () => {
  house = await openExportHouse();
  juniper = await house.whole("Juniper", "Ellsworth", {
    preferred_name: "June",
    former_names: ["Juniper Marlowe"],
    phone: "3035550123",
  });
  const sessionId = await house.session([juniper]);
  const shared = await house.sharedPart(sessionId);
  await house.note(juniper, sessionId, { session_note_id: shared });
});

afterAll(() => house.product.close());

describe("to the patient", () => {
  test("both files are kept with their hashes, and the telling is accounted for once", async () => {
    const before = await house.count("disclosure");
    const run = await house.product.done(house.director, handOverChart, asked());
    expect(run).toMatchObject({ state: "ready", label: "part-2", recipient: "Juniper Ellsworth" });
    const files = await house.files(run.id);
    if (process.env["KEEP"] !== undefined)
      writeFileSync(process.env["KEEP"], files.get("chart.pdf") ?? "");
    expect([...files.keys()].toSorted()).toEqual(["chart.fhir.json", "chart.pdf"]);
    for (const { name, sha256, bytes } of run.files) {
      const content = files.get(name) ?? Buffer.alloc(0);
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
      expect(content.length).toBe(bytes);
    }
    expect(await house.count("disclosure")).toBe(before + 1);
    expect(
      await house.count("disclosure", `record_id = '${run.id}' and basis = 'patient-request'`),
    ).toBe(1);
  });

  test("no notice is put on one's own record, and the papers about telling are in it", async () => {
    const run = await house.product.done(house.director, handOverChart, asked({ format: "fhir" }));
    const bundle: unknown = JSON.parse(String((await house.files(run.id)).get("chart.fhir.json")));
    expect(JSON.stringify(bundle)).not.toContain("2.32");
    expect(run.parts).toContain("disclosures");
  });
});

describe("as their own record", () => {
  const told = async (exportId: string): Promise<string> => {
    const { rows } = await house.product.ownerPool.query<{ recipient: string }>(
      "select recipient from stepwell.disclosure where record_id = $1",
      [exportId],
    );
    return rows[0]?.recipient ?? "";
  };

  test("it goes to nobody whose name is not theirs, whatever was ticked, and nothing is made", async () => {
    const before = [await house.count("disclosure"), await house.count("export_run")];
    // Wren Ellsworth is recorded, but only as an emergency contact.
    for (const name of ["Larkspur Clinic", "Wren Ellsworth", "Juniper"])
      expect(
        await house.product.refused(
          house.director,
          handOverChart,
          asked({ recipient: { name, isPatient: true } }),
        ),
      ).toMatchObject({
        status: 422,
        code: "not-their-own-name",
        fields: { "recipient.name": { code: "not-their-own-name" } },
      });
    expect([await house.count("disclosure"), await house.count("export_run")]).toEqual(before);
  });

  test("it goes to nobody before somebody says that they made sure", async () => {
    expect(
      await house.product.refused(
        house.director,
        handOverChart,
        asked({ isIdentityConfirmed: false }),
      ),
    ).toMatchObject({
      status: 422,
      code: "identity-not-confirmed",
      fields: { isIdentityConfirmed: { code: "missing" } },
    });
  });

  test("the accounting says whether the person took it or who stands for them", async () => {
    const own = await house.product.done(house.director, handOverChart, asked({ format: "fhir" }));
    expect(await told(own.id)).toBe("Juniper Ellsworth, the patient");
    await house.program.add("patient_contact", {
      id: newId(),
      patient_id: juniper.patientId,
      name: "Robin Hale",
      relation: "guardian",
      roles: ["legal-guardian"],
      created_at: testNow,
    });
    const recipient = { name: "robin hale", isPatient: true };
    const theirs = await house.product.done(
      house.director,
      handOverChart,
      asked({ format: "fhir", recipient }),
    );
    expect(await told(theirs.id)).toBe("robin hale, the patient's legal guardian");
    await house.product.ownerPool.query(
      "update stepwell.patient_contact set retired_at = $2 where patient_id = $1 and name = 'Robin Hale'",
      [juniper.patientId, testNow],
    );
    expect(
      await house.product.refused(house.director, handOverChart, asked({ recipient })),
    ).toMatchObject({ code: "not-their-own-name" });
  });
});

describe("to somebody else", () => {
  test("without a consent nothing is made, told or kept", async () => {
    const before = [await house.count("disclosure"), await house.count("export_run")];
    expect(
      await house.product.refused(house.director, handOverChart, asked({ ...toClinic })),
    ).toMatchObject({ status: 403, code: "no-consent" });
    expect([await house.count("disclosure"), await house.count("export_run")]).toEqual(before);
  });

  test("with one the notice and the consent go along, and nothing of whom else was told", async () => {
    await house.consent(juniper.patientId, {});
    const run = await house.product.done(house.director, handOverChart, asked({ ...toClinic }));
    const files = await house.files(run.id);
    const bundle = String(files.get("chart.fhir.json"));
    expect(bundle).toContain("42 CFR part 2 prohibits unauthorized use");
    expect(bundle).toContain("42CFRPart2");
    expect(bundle).toContain('"Consent"');
    expect(run.parts).not.toContain("disclosures");
  });

  test("a consent that was revoked since closes the download", async () => {
    const { rows } = await house.product.done(house.director, listPatientExports, {
      patientId: juniper.patientId,
    });
    const run = rows.find(({ recipient }) => recipient === "Larkspur Clinic");
    const place = { patientId: juniper.patientId, exportId: run?.id ?? "" };
    const first = await house.product.call(house.director, downloadPatientExport, place);
    expect(first.status).toBe(200);
    await house.product.ownerPool.query(
      "update stepwell.consent set revoked_on = '2026-11-18', revocation_reason = 'changed' where patient_id = $1",
      [juniper.patientId],
    );
    expect(await house.product.refused(house.director, downloadPatientExport, place)).toMatchObject(
      { status: 403, code: "consent-revoked" },
    );
  });
});

describe("who may", () => {
  test("another role is refused, another organization finds nobody", async () => {
    expect((await house.product.call(house.author, handOverChart, asked())).status).toBe(403);
    expect((await house.product.call(house.stranger, handOverChart, asked())).status).toBe(404);
  });

  test("days that run backwards are refused at the field", async () => {
    const backwards = asked({ from: "2026-11-10", to: "2026-11-01" });
    expect(await house.product.refused(house.director, handOverChart, backwards)).toMatchObject({
      status: 400,
      fields: { to: { code: "before-start" } },
    });
  });

  test("after seven days the files are gone, and that they were made is not", async () => {
    const run = await house.product.done(house.director, handOverChart, asked({ format: "fhir" }));
    await house.product.ownerPool.query(
      "update stepwell.export_run set expires_at = $2 where id = $1",
      [run.id, "2026-11-19T19:59:59Z"],
    );
    const place = { patientId: juniper.patientId, exportId: run.id };
    expect(await house.product.refused(house.director, downloadPatientExport, place)).toMatchObject(
      { status: 410, code: "export-removed" },
    );
  });
});
