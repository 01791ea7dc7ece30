import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { createCredential } from "#domain/practice/credential.api.ts";
import { createRoom } from "#domain/practice/room.api.ts";
import { createSite } from "#domain/practice/site.api.ts";
import { createStaff } from "#domain/practice/staff.api.ts";
import { credentialRoutes } from "#server/practice/credential.routes.ts";
import { homeRoutes } from "#server/practice/home.routes.ts";
import { organizationRoutes } from "#server/practice/organization.routes.ts";
import { roomRoutes } from "#server/practice/room.routes.ts";
import { siteRoutes } from "#server/practice/site.routes.ts";
import { staffRoutes } from "#server/practice/staff.routes.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

/** Two organizations that must not know of each other, and people of both who are signed in. */
export class PracticeHouse {
  readonly product: TestProduct;
  readonly here: TestOrganization;
  readonly elsewhere: TestOrganization;
  readonly administrator: TestPerson;
  readonly therapist: TestPerson;
  readonly patient: TestPerson;
  readonly stranger: TestPerson;

  constructor(parts: {
    product: TestProduct;
    here: TestOrganization;
    elsewhere: TestOrganization;
    administrator: TestPerson;
    therapist: TestPerson;
    patient: TestPerson;
    stranger: TestPerson;
  }) {
    this.product = parts.product;
    this.here = parts.here;
    this.elsewhere = parts.elsewhere;
    this.administrator = parts.administrator;
    this.therapist = parts.therapist;
    this.patient = parts.patient;
    this.stranger = parts.stranger;
  }

  /** Calls as the administrator and expects it to go through. */
  done<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    person: TestPerson = this.administrator,
  ): Promise<Output<R>> {
    return this.product.done(person, contract, input);
  }

  /** Calls as the administrator and expects a refusal: its status, code and fields. */
  refused<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    person: TestPerson = this.administrator,
  ) {
    return this.product.refused(person, contract, input);
  }

  site(name: string, more: Partial<Input<typeof createSite>> = {}, person?: TestPerson) {
    return this.done(createSite, { ...aSite(name), ...more }, person);
  }

  room(siteId: string, name: string) {
    return this.done(createRoom, { siteId, name, seats: 12, hasVideo: false });
  }

  colleague(
    givenName: string,
    familyName: string,
    more: Partial<Input<typeof createStaff>> = {},
    person?: TestPerson,
  ) {
    const facts = { givenName, familyName, position: "social-worker", ...more } as const;
    return this.done(createStaff, facts, person);
  }

  credential(staffId: string, more: Partial<Input<typeof createCredential>> = {}) {
    return this.done(createCredential, { staffId, ...aLicense, ...more });
  }
}

/** The facts of a site, sound and unremarkable. */
export const aSite = (name: string) =>
  ({
    name,
    zone: "America/Los_Angeles",
    address: { street: "12 Pearl Street", city: "Portland", state: "OR", postalCode: "97209" },
  }) as const;

/** A clinical social worker's licence that is good for two years. */
export const aLicense = {
  kind: "license",
  code: "LCSW",
  state: "OR",
  number: "L12345",
  issuedOn: "2025-12-01",
  expiresOn: "2027-11-30",
  needsSupervision: false,
} as const;

/** Opens the routes of the practice over a fresh database. */
export const openPracticeHouse = async (): Promise<PracticeHouse> => {
  const product = await openTestProduct(() => [
    ...organizationRoutes,
    ...siteRoutes,
    ...roomRoutes,
    ...staffRoutes,
    ...credentialRoutes,
    ...homeRoutes,
  ]);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  return new PracticeHouse({
    product,
    here,
    elsewhere,
    administrator: await product.addPerson(here, ["administrator"], "Ada Admin"),
    therapist: await product.addPerson(here, ["therapist"], "Theo Therapist"),
    patient: await product.addPerson(here, ["patient"], "Pat Patient"),
    stranger: await product.addPerson(elsewhere, ["administrator"], "Sam Stranger"),
  });
};
