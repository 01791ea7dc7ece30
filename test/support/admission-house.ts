import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { admitPatient } from "#domain/charting/plan-admission.api.ts";
import { createPayer } from "#domain/payers/payer.api.ts";
import { dischargeRoutes } from "#server/scheduling/discharge.routes.ts";
import { enrollmentRoutes } from "#server/admissions/enrollment.routes.ts";
import { chartRoutes } from "#server/charting/chart.routes.ts";
import { goalRoutes } from "#server/charting/goal.routes.ts";
import { planAdmissionRoutes } from "#server/charting/plan-admission.routes.ts";
import { coverageRoutes } from "#server/coverage/coverage.routes.ts";
import { diagnosisRoutes } from "#server/diagnoses/diagnosis.routes.ts";
import { payerRoutes } from "#server/payers/payer.routes.ts";
import { newId } from "#server/platform/ids.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

/** A program with a substance use track, and people to be admitted to it. */
export class AdmissionHouse {
  readonly product: TestProduct;
  readonly here: TestOrganization;
  readonly admissions: TestPerson;
  readonly stranger: TestPerson;
  readonly facilitator: TestPerson;
  readonly supervisor: TestPerson;
  siteId = "";
  programId = "";
  trackId = "";
  iop = "";
  php = "";
  staffId = "";

  constructor(
    product: TestProduct,
    here: TestOrganization,
    people: {
      admissions: TestPerson;
      stranger: TestPerson;
      facilitator: TestPerson;
      supervisor: TestPerson;
    },
  ) {
    this.product = product;
    this.here = here;
    this.admissions = people.admissions;
    this.stranger = people.stranger;
    this.facilitator = people.facilitator;
    this.supervisor = people.supervisor;
  }

  async insert(text: string, values: readonly unknown[]): Promise<string> {
    const id = newId();
    await this.product.ownerPool.query(text, [this.here.organizationId, id, ...values]);
    return id;
  }

  async furnish(): Promise<void> {
    const at = this.product.clock.now().toString();
    this.siteId = await this.insert(
      "insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at) values ($1, $2, 'Eastside', 'America/Los_Angeles', 's', 'c', 'OR', '97209', $3)",
      [at],
    );
    this.staffId = await this.insert(
      "insert into stepwell.staff (organization_id, id, given_name, family_name, credentials_shown, position, created_at) values ($1, $2, 'Denise', 'Arrowood', 'LCSW', 'social-worker', $3)",
      [at],
    );
    const level = (code: string, name: string, rank: number) =>
      this.insert(
        "insert into stepwell.level_of_care (organization_id, id, code, name, rank, created_at) values ($1, $2, $3, $4, $5, $6)",
        [code, name, rank, at],
      );
    this.iop = await level("iop", "IOP", 2);
    this.php = await level("php", "PHP", 3);
    this.programId = await this.insert(
      "insert into stepwell.program (organization_id, id, site_id, name, slug, ages, created_at) values ($1, $2, $3, 'Evening', 'evening', 'adults', $4)",
      [this.siteId, at],
    );
    await this.product.ownerPool.query(
      "insert into stepwell.program_level (organization_id, program_id, level_of_care_id) values ($1, $2, $3)",
      [this.here.organizationId, this.programId, this.iop],
    );
    this.trackId = await this.track("Evening SUD", "substance-use", "part-2");
  }

  track(name: string, kind: string, label: string): Promise<string> {
    return this.insert(
      "insert into stepwell.track (organization_id, id, program_id, name, kind, label, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
      [this.programId, name, kind, label, this.product.clock.now().toString()],
    );
  }

  patient(givenName: string, familyName: string, birthDate = "1992-03-08"): Promise<string> {
    return this.insert(
      "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
      [newId(), givenName, familyName, birthDate, this.product.clock.now().toString()],
    );
  }

  async payer(name: string): Promise<string> {
    const facts = { name, kind: "commercial", electronicId: null } as const;
    return (await this.done(createPayer, facts)).id;
  }

  /** A sound admission of a patient; `more` replaces parts of it. */
  admission(patientId: string, more: Partial<Input<typeof admitPatient>> = {}) {
    return {
      patientId,
      trackId: this.trackId,
      levelOfCareId: this.iop,
      admittedOn: "2026-11-09",
      therapistStaffId: this.staffId,
      admissionType: "elective",
      admissionSource: "self",
      diagnoses: [{ code: "F10.20" }],
      goals: [
        {
          problem: "Alcohol use",
          statement: "I want my evenings back.",
          objectives: [{ statement: "Name three triggers", targetOn: null }],
        },
      ],
      ...more,
    } as const satisfies Input<typeof admitPatient>;
  }

  async admitted(givenName: string, familyName: string) {
    const patientId = await this.patient(givenName, familyName);
    return this.done(admitPatient, this.admission(patientId));
  }

  /** Calls as admissions and expects it to go through. */
  done<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    person: TestPerson = this.admissions,
  ): Promise<Output<R>> {
    return this.product.done(person, contract, input);
  }

  /** Calls as admissions and expects a refusal. */
  refused<R extends AnyRoute>(contract: R, input: Input<R>, person: TestPerson = this.admissions) {
    return this.product.refused(person, contract, input);
  }
}

export const openAdmissionHouse = async (): Promise<AdmissionHouse> => {
  const product = await openTestProduct(() => [
    ...payerRoutes,
    ...diagnosisRoutes,
    ...coverageRoutes,
    ...enrollmentRoutes,
    ...dischargeRoutes,
    ...planAdmissionRoutes,
    ...goalRoutes,
    ...chartRoutes,
  ]);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  const house = new AdmissionHouse(product, here, {
    admissions: await product.addPerson(here, ["admissions"], "Ada Admissions"),
    facilitator: await product.addPerson(here, ["facilitator"], "Finn Facilitator"),
    supervisor: await product.addPerson(here, ["supervisor"], "Sue Supervisor"),
    stranger: await product.addPerson(elsewhere, ["director"], "Sam Stranger"),
  });
  await house.furnish();
  return house;
};
