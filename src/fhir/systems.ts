/** Addresses of the code systems and extensions that are read and written here (FHIR R4, US Core 6.1.0, THO). */
export const systems = {
  identifierType: "http://terminology.hl7.org/CodeSystem/v2-0203",
  language: "urn:ietf:bcp:47",
  roleCode: "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
  contactRole: "http://terminology.hl7.org/CodeSystem/v2-0131",
  subscriberRelationship: "http://terminology.hl7.org/CodeSystem/subscriber-relationship",
  coverageClass: "http://terminology.hl7.org/CodeSystem/coverage-class",
  conditionClinical: "http://terminology.hl7.org/CodeSystem/condition-clinical",
  conditionVerification: "http://terminology.hl7.org/CodeSystem/condition-ver-status",
  conditionCategory: "http://terminology.hl7.org/CodeSystem/condition-category",
  allergyClinical: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
  allergyVerification: "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification",
  icd10cm: "http://hl7.org/fhir/sid/icd-10-cm",
  snomed: "http://snomed.info/sct",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  npi: "http://hl7.org/fhir/sid/us-npi",
  naic: "urn:oid:2.16.840.1.113883.6.300",
  contactRelation: "urn:stepwell:contact-relation",
  contactRoleHere: "urn:stepwell:contact-role",
  ssn: "http://hl7.org/fhir/sid/us-ssn",
} as const;

export const extensions = {
  birthSex: "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex",
  sex: "http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex",
  genderIdentity: "http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity",
  pronouns: "http://hl7.org/fhir/StructureDefinition/individual-pronouns",
  contactNote: "urn:stepwell:note",
  interpreterRequired: "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired",
} as const;
