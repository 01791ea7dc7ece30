import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

/** A program with one therapist, people in care who have accounts, and a second organization that must not know of it. */
export class MeasureHouse {
  readonly product: TestProduct;
  readonly here: TestOrganization;
  readonly elsewhere: TestOrganization;
  siteId = "";
  programId = "";
  trackId = "";
  levelId = "";

  constructor(product: TestProduct, here: TestOrganization, elsewhere: TestOrganization) {
    this.product = product;
    this.here = here;
    this.elsewhere = elsewhere;
  }

  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
    const id = newId();
    const whole = { organization_id: this.here.organizationId, id, ...row };
    const places = Object.keys(whole).map((_, place) => `$${place + 1}`);
    await this.product.ownerPool.query(
      `insert into stepwell.${table} (${Object.keys(whole).join(", ")}) values (${places.join(", ")})`,
      Object.values(whole),
    );
    return id;
  }

  async furnish(): Promise<void> {
    const created_at = this.product.clock.now().toString();
    const address = {
      street: "210 Alder Street",
      city: "Denver",
      state: "CO",
      postal_code: "80202",
    };
    this.siteId = await this.insert("site", {
      name: "Eastside",
      zone: "America/Denver",
      ...address,
      created_at,
    });
    this.levelId = await this.insert("level_of_care", {
      code: "iop",
      name: "IOP",
      rank: 2,
      created_at,
    });
    this.programId = await this.insert("program", {
      site_id: this.siteId,
      name: "Evening",
      slug: "evening",
      ages: "adults",
      created_at,
    });
    this.trackId = await this.insert("track", {
      program_id: this.programId,
      name: "Evening SUD",
      kind: "substance-use",
      label: "part-2",
      created_at,
    });
  }

  staff(givenName: string, familyName: string): Promise<string> {
    const created_at = this.product.clock.now().toString();
    const name = { given_name: givenName, family_name: familyName };
    return this.insert("staff", { ...name, position: "social-worker", created_at });
  }

  /** Somebody who works here and has a record of staff. */
  async worker(
    role: "therapist" | "nurse" | "biller" | "supervisor" | "director",
    givenName: string,
    familyName: string,
  ) {
    const staffId = await this.staff(givenName, familyName);
    const person = await this.product.addPerson(this.here, [role], `${givenName} ${familyName}`);
    await this.product.ownerPool.query(
      "update stepwell.affiliation set staff_id = $3 where organization_id = $1 and account_id = $2",
      [this.here.organizationId, person.accountId, staffId],
    );
    return { ...person, staffId };
  }

  async stay(givenName: string, familyName: string, therapistStaffId: string | null) {
    const created_at = this.product.clock.now().toString();
    const patientId = await this.insert("patient", {
      mrn: newId(),
      given_name: givenName,
      family_name: familyName,
      birth_date: "1990-05-04",
      created_at,
    });
    const enrollmentId = await this.insert("enrollment", {
      patient_id: patientId,
      program_id: this.programId,
      track_id: this.trackId,
      level_of_care_id: this.levelId,
      population: "adult",
      label: "part-2",
      admitted_on: "2026-11-02",
      therapist_staff_id: therapistStaffId,
      admission_type: "elective",
      admission_source: "self",
      patient_status: "still-in-care",
      created_at,
    });
    return { patientId, enrollmentId };
  }

  /** A person in care who is signed in. */
  async member(patientId: string): Promise<TestPerson> {
    const person = await this.product.addPerson(this.here, ["patient"], "Juniper Ellsworth");
    await this.product.ownerPool.query(
      "update stepwell.affiliation set patient_id = $3 where organization_id = $1 and account_id = $2",
      [this.here.organizationId, person.accountId, patientId],
    );
    return person;
  }

  /** Calls and expects it to go through. */
  done<R extends AnyRoute>(
    person: Pick<TestPerson, "token"> | undefined,
    contract: R,
    input: Input<R>,
  ): Promise<Output<R>> {
    return this.product.done(person, contract, input);
  }

  /** Calls and expects a refusal. */
  refused<R extends AnyRoute>(
    person: Pick<TestPerson, "token"> | undefined,
    contract: R,
    input: Input<R>,
  ) {
    return this.product.refused(person, contract, input);
  }
}

export const openMeasureHouse = async (
  routes: (services: HttpServices) => readonly MountedRoute[],
): Promise<MeasureHouse> => {
  const product = await openTestProduct(routes);
  const here = await product.addOrganization("Stillwater");
  const house = new MeasureHouse(product, here, await product.addOrganization("Harrow Creek"));
  await house.furnish();
  return house;
};
