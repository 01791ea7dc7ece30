import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import type { Label } from "#domain/basics/label.ts";
import { registerPatient } from "#domain/patients/patient.api.ts";
import { createSite } from "#domain/practice/site.api.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import { createProgram } from "#domain/programs/program.api.ts";
import { takenListRoutes } from "#server/access/taken-list.routes.ts";
import { contactRoutes } from "#server/patients/contact.routes.ts";
import { patientRoutes } from "#server/patients/patient.routes.ts";
import { siteRoutes } from "#server/practice/site.routes.ts";
import { consentRoutes } from "#server/privacy/consent.routes.ts";
import { courtOrderRoutes } from "#server/privacy/court-order.routes.ts";
import { disclosureRoutes } from "#server/privacy/disclosure.routes.ts";
import { recordReviewRoutes } from "#server/privacy/record-review.routes.ts";
import { restrictionRoutes } from "#server/privacy/restriction.routes.ts";
import { activityTypeRoutes } from "#server/programs/activity-type.routes.ts";
import { attendanceRuleRoutes } from "#server/programs/attendance-rule.routes.ts";
import { foundPrograms } from "#server/programs/founding.service.ts";
import { hourRuleRoutes } from "#server/programs/hour-rule.routes.ts";
import { levelOfCareRoutes } from "#server/programs/level-of-care.routes.ts";
import { programRoutes } from "#server/programs/program.routes.ts";
import { trackRoutes } from "#server/programs/track.routes.ts";
import { aSite } from "#test/support/practice-house.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

/** The programs and people in care of two organizations that must not know of each other. */
export class CareHouse {
  readonly product: TestProduct;
  readonly here: TestOrganization;
  readonly director: TestPerson;
  readonly therapist: TestPerson;
  readonly biller: TestPerson;
  readonly patient: TestPerson;
  readonly stranger: TestPerson;
  /** What is known of everybody's records, as whoever discloses is told; change it in place. */
  readonly labels: Label[];

  constructor(parts: {
    product: TestProduct;
    here: TestOrganization;
    director: TestPerson;
    therapist: TestPerson;
    biller: TestPerson;
    patient: TestPerson;
    stranger: TestPerson;
    labels: Label[];
  }) {
    this.product = parts.product;
    this.here = parts.here;
    this.director = parts.director;
    this.therapist = parts.therapist;
    this.biller = parts.biller;
    this.patient = parts.patient;
    this.stranger = parts.stranger;
    this.labels = parts.labels;
  }

  /** Calls as the director and expects it to go through. */
  done<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    person: TestPerson = this.director,
  ): Promise<Output<R>> {
    return this.product.done(person, contract, input);
  }

  /** Calls as the director and expects a refusal: its status, code, values and fields. */
  refused<R extends AnyRoute>(contract: R, input: Input<R>, person: TestPerson = this.director) {
    return this.product.refused(person, contract, input);
  }

  register(
    givenName: string,
    familyName: string,
    more: Partial<Input<typeof registerPatient>> = {},
  ) {
    return this.done(registerPatient, {
      givenName,
      familyName,
      birthDate: "1990-04-01",
      sureItIsNew: true,
      ...more,
    });
  }

  /** A program at the first intensive level, unless another is named. */
  async program(name: string, more: Partial<Input<typeof createProgram>> = {}) {
    const { rows } = await this.done(listLevelsOfCare, {});
    const iop = rows.find((level) => level.code === "iop");
    const site = await this.done(createSite, aSite(`${name} site`));
    const facts = { name, siteId: site.id, levelIds: [iop?.id ?? ""] };
    return this.done(createProgram, { ...facts, ages: "adults", ...more });
  }
}

export const openCareHouse = async (): Promise<CareHouse> => {
  const labels: Label[] = ["part-2"];
  const product = await openTestProduct(() => [
    ...siteRoutes,
    ...levelOfCareRoutes,
    ...hourRuleRoutes,
    ...attendanceRuleRoutes,
    ...programRoutes,
    ...trackRoutes,
    ...activityTypeRoutes,
    ...patientRoutes,
    ...takenListRoutes,
    ...contactRoutes,
    ...consentRoutes,
    ...courtOrderRoutes,
    ...restrictionRoutes,
    ...recordReviewRoutes,
    ...disclosureRoutes({ labelsOf: () => Promise.resolve(labels) }),
  ]);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  await product.inside(here, (work) => foundPrograms(work));
  return new CareHouse({
    product,
    here,
    director: await product.addPerson(here, ["director"], "Dana Director"),
    therapist: await product.addPerson(here, ["therapist"], "Theo Therapist"),
    biller: await product.addPerson(here, ["biller"], "Bo Biller"),
    patient: await product.addPerson(here, ["patient"], "Pat Patient"),
    stranger: await product.addPerson(elsewhere, ["director"], "Sam Stranger"),
    labels,
  });
};
