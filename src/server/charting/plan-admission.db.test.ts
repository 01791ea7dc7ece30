import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEnrollments, listEnrollmentRevisions } from "#domain/admissions/enrollment.api.ts";
import { listGoals } from "#domain/charting/goal.api.ts";
import { admitPatient, readAdmissionChoices } from "#domain/charting/plan-admission.api.ts";
import { listAuthorizations } from "#domain/coverage/authorization.api.ts";
import { listCoverages } from "#domain/coverage/coverage.api.ts";
import { openAdmissionHouse, type AdmissionHouse } from "#test/support/admission-house.ts";

let house: AdmissionHouse;
beforeAll(async () => {
  house = await openAdmissionHouse();
});
afterAll(() => house.product.close());

const aPolicy = (payerId: string) =>
  ({
    payerId,
    memberNumber: "XQ 4411 902",
    relationToSubscriber: "self",
    effectiveFrom: "2026-01-01",
  }) as const;
const allowed = {
  number: "77-4102",
  startsOn: "2026-11-09",
  endsOn: "2026-12-06",
  units: 21,
  unit: "days",
} as const;

describe("admitting", () => {
  test("writes the stay, diagnoses, policy, authorization, goals and objectives at once", async () => {
    const patientId = await house.patient("Marek", "Dvořák");
    const payerId = await house.payer("Prairie Shield");
    const stay = await house.done(
      admitPatient,
      house.admission(patientId, {
        diagnoses: [{ code: "f10.20" }, { code: "F33.1", diagnosedOn: "2026-11-01" }],
        coverage: aPolicy(payerId),
        authorization: allowed,
      }),
    );
    expect(stay).toMatchObject({
      patientId,
      program: { name: "Evening" },
      track: { name: "Evening SUD", kind: "substance-use" },
      levelOfCare: { code: "iop" },
      population: "adult",
      label: "part-2",
      therapistStaff: { name: "Denise Arrowood" },
      attendingStaff: null,
      patientStatus: "still-in-care",
      endedOn: null,
      version: 1,
    });
    expect(stay.diagnoses.map(({ code, rank, diagnosedOn }) => [code, rank, diagnosedOn])).toEqual([
      ["F10.20", 1, "2026-11-09"],
      ["F33.1", 2, "2026-11-01"],
    ]);
    const { rows } = await house.done(listEnrollments, { patientId });
    expect(rows).toEqual([stay]);
    expect((await house.done(listCoverages, { patientId })).rows).toMatchObject([
      { payer: { name: "Prairie Shield" }, memberNumber: "XQ 4411 902", rank: 1 },
    ]);
    expect((await house.done(listAuthorizations, { patientId })).rows).toMatchObject([
      { number: "77-4102", enrollmentId: stay.id, units: 21, unit: "days" },
    ]);
    expect((await house.done(listGoals, { patientId })).rows).toMatchObject([
      { number: 1, objectives: [{ code: "1.1", label: "part-2", status: "active" }] },
    ]);
    const history = await house.done(listEnrollmentRevisions, { enrollmentId: stay.id });
    expect(history.rows).toMatchObject([
      { verb: "admit", version: 1, changes: { diagnoses: { to: "F10.20, F33.1" } } },
    ]);
  });

  test("takes its label from the track; a label nobody knows is restricted", async () => {
    const general = await house.track("Mood", "mental-health", "mental-health");
    const patientId = await house.patient("Anouk", "Verhoeven");
    const stay = await house.done(admitPatient, house.admission(patientId, { trackId: general }));
    expect(stay.label).toBe("mental-health");
  });

  test("runs several stays of one person at once, but not the same twice", async () => {
    const patientId = await house.patient("Tomasz", "Wiśniewski");
    await house.done(admitPatient, house.admission(patientId));
    expect(await house.refused(admitPatient, house.admission(patientId))).toMatchObject({
      status: 409,
      code: "already-enrolled",
      fields: { trackId: { code: "already-enrolled" } },
    });
    const other = await house.track("Trauma", "trauma", "mental-health");
    await house.done(admitPatient, house.admission(patientId, { trackId: other }));
    const choices = await house.done(readAdmissionChoices, { patientId });
    expect(choices.running).toHaveLength(2);
  });

  test("of the same person by two at once lets one of them win", async () => {
    const patientId = await house.patient("Kaia", "Lund");
    const answers = await Promise.all(
      [1, 2].map(() =>
        house.product.call(house.admissions, admitPatient, house.admission(patientId)),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test("counts hours by the age on the first day", async () => {
    const patientId = await house.patient("Iris", "Okada", "2008-11-10");
    const stay = await house.done(admitPatient, house.admission(patientId));
    expect(stay.population).toBe("adolescent");
  });
});

describe("what cannot be", () => {
  test.each([
    [{ diagnoses: [{ code: "F32.8" }] }, "diagnoses.0.code", "needs-more-digits"],
    [
      { diagnoses: [{ code: "F32.A", diagnosedOn: "2021-09-30" }] },
      "diagnoses.0.code",
      "not-valid-yet",
    ],
    [{ diagnoses: [{ code: "F10.20" }, { code: "F10.20" }] }, "diagnoses.1.code", "twice"],
    [{ admittedOn: "1990-01-01" }, "admittedOn", "before-birth"],
    [{ admittedOn: "2027-06-01" }, "admittedOn", "too-far-ahead"],
    [
      { therapistStaffId: "01900000-0000-7000-8000-000000000000" },
      "therapistStaffId",
      "not-a-choice",
    ],
    [{ authorization: allowed }, "coverageId", "missing"],
  ] as readonly [Partial<Parameters<AdmissionHouse["admission"]>[1]>, string, string][])(
    "%o is refused at its field",
    async (more, field, code) => {
      const patientId = await house.patient("Refused", "Person");
      const refusal = await house.refused(admitPatient, house.admission(patientId, more));
      expect(refusal).toMatchObject({ status: 400, fields: { [field]: { code } } });
      expect((await house.done(listEnrollments, { patientId })).rows).toEqual([]);
    },
  );

  test("leaves nothing behind when its last part is refused", async () => {
    const patientId = await house.patient("Half", "Done");
    const coverage = aPolicy(await house.payer("Half Way Mutual"));
    const refusal = await house.refused(
      admitPatient,
      house.admission(patientId, {
        coverage,
        authorization: { ...allowed, endsOn: "2026-11-01" },
      }),
    );
    expect(refusal.fields).toEqual({ "authorization.endsOn": { code: "before-start" } });
    expect((await house.done(listCoverages, { patientId })).rows).toEqual([]);
    expect((await house.done(listEnrollments, { patientId })).rows).toEqual([]);
  });

  test("a level that the program does not offer, a track that is retired", async () => {
    const patientId = await house.patient("Nilufar", "Karimova");
    const level = house.admission(patientId, { levelOfCareId: house.php });
    expect(await house.refused(admitPatient, level)).toMatchObject({ code: "level-not-offered" });
    const trackId = await house.track("Closed", "trauma", "mental-health");
    await house.product.ownerPool.query(
      "update stepwell.track set retired_at = now() where id = $1",
      [trackId],
    );
    const track = house.admission(patientId, { trackId });
    expect(await house.refused(admitPatient, track)).toMatchObject({ code: "track-retired" });
  });
});

describe("the walls", () => {
  test("another organization finds nobody to admit", async () => {
    const patientId = await house.patient("Hidden", "Person");
    for (const refusal of [
      await house.refused(admitPatient, house.admission(patientId), house.stranger),
      await house.refused(readAdmissionChoices, { patientId }, house.stranger),
      await house.refused(listEnrollments, { patientId }, house.stranger),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
  });

  test("who may not admit does not; who may not write policies admits without one", async () => {
    const patientId = await house.patient("Walled", "Person");
    const admission = house.admission(patientId);
    expect(await house.refused(admitPatient, admission, house.facilitator)).toMatchObject({
      status: 403,
    });
    const coverage = aPolicy(await house.payer("Walled Mutual"));
    const withPolicy = house.admission(patientId, { coverage });
    expect(await house.refused(admitPatient, withPolicy, house.supervisor)).toMatchObject({
      status: 403,
    });
    const choices = await house.done(readAdmissionChoices, { patientId }, house.supervisor);
    expect(choices).toMatchObject({ payers: [], coverages: [] });
    await house.done(admitPatient, admission, house.supervisor);
  });

  test("the trail names the patient", async () => {
    const patientId = await house.patient("Trailed", "Person");
    const stay = await house.done(admitPatient, house.admission(patientId));
    const { rows } = await house.product.ownerPool.query<{ verb: string; purpose: string }>(
      `select e.verb, e.purpose from stepwell.audit_event e
       join stepwell.audit_subject s on s.organization_id = e.organization_id and s.audit_id = e.id
       where e.organization_id = $1 and s.patient_id = $2`,
      [house.here.organizationId, patientId],
    );
    expect(rows).toEqual([{ verb: "enrollment.admit", purpose: "treatment" }]);
    expect(stay.patientId).toBe(patientId);
  });
});
