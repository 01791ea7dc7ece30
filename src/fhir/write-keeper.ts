import type { CopiedSite, CopiedStaff, KeeperOfRecords } from "#domain/exports/chart-copy.ts";
import {
  concept,
  givenList,
  metaOf,
  ours,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";
import { systems } from "#fhir/systems.ts";
import { addressOf, telephone } from "#fhir/write-people.ts";

const organizationType = "http://terminology.hl7.org/CodeSystem/organization-type";

const npiOf = (npi: string | null) => (npi === null ? [] : [{ system: systems.npi, value: npi }]);
const phoneOf = (phone: string | null) => (phone === null ? [] : [telephone(phone, "work")]);

/** US Core Organization: whoever keeps the records. */
export const writeOrganization = ({ organization }: KeeperOfRecords): WrittenResource => ({
  resourceType: "Organization",
  id: organization.id,
  meta: metaOf("general", "organization"),
  ...givenList("identifier", npiOf(organization.npi)),
  active: true,
  type: [concept(organizationType, "prov")],
  name: organization.name,
  ...givenList("telecom", phoneOf(organization.phone)),
});

/** US Core Location: a site. */
export const writeLocation = (site: CopiedSite, organizationId: string): WrittenResource => ({
  resourceType: "Location",
  id: site.id,
  meta: metaOf("general", "location"),
  ...givenList("identifier", npiOf(site.npi)),
  status: "active",
  name: site.name,
  ...givenList("telecom", phoneOf(site.phone)),
  address: addressOf(site.address),
  managingOrganization: referenceTo("Organization", organizationId),
});

/** US Core Practitioner: somebody of the staff. Our own number stands beside the NPI, which not everybody has. */
export const writePractitioner = (staff: CopiedStaff): WrittenResource => ({
  resourceType: "Practitioner",
  id: staff.id,
  meta: metaOf("general", "practitioner"),
  identifier: [...npiOf(staff.npi), { system: ours.record, value: staff.id }],
  active: true,
  name: [
    {
      family: staff.familyName,
      given: [staff.givenName],
      ...givenList("suffix", staff.credentialsShown === null ? [] : [staff.credentialsShown]),
    },
  ],
});
