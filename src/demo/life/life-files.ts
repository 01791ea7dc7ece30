import type { LifePerson } from "#demo/life/life-people.ts";

/** As an office writes it: a day that cannot be read, and somebody who may be here already. */
export const intakeTable = [
  "First name,Last name,Date of birth,Phone,Street,City,State,Zip,Emergency contact,Contact phone",
  "Bastien,Okonjo-Reyes,04/17/1988,303-555-0171,14 Larkspur Lane,Denver,CO,80203,Odile Okonjo,303-555-0172",
  "Marguerite,Lindenfeld,11/02/1974,303-555-0173,201 Quarry Street,Denver,CO,80203,,",
  "Tavita,Faleolo,07/29/1996,503-555-0174,9 Cooper Street,Portland,OR,97209,Sina Faleolo,503-555-0175",
  "Desmond,Achterberg,01/23/1969,303-555-0176,77 Tanner Avenue,Denver,CO,80203,,",
  "Ilse,Vantongeren,09/30/2001,503-555-0177,310 Juniper Way,Portland,OR,97209,Piet Vantongeren,503-555-0178",
  "Marc,Thibodeaux,03/08/1992,303-555-0179,25 Mill Pond Drive,Denver,CO,80203,,",
  "Corisande,Amberley,31/31/1990,303-555-0180,8 Thistle Court,Denver,CO,80203,,",
  "",
].join("\n");

const icd10 = "http://hl7.org/fhir/sid/icd-10-cm";

/** What a hospital sends after somebody was there, as a bundle of FHIR R4. */
export const hospitalFile = ({ givenName, familyName, birthDate, phone }: LifePerson): string => {
  const subject = { reference: "Patient/mh-20417" };
  const resources = [
    {
      resourceType: "Patient",
      id: "mh-20417",
      identifier: [{ system: "urn:oid:2.16.840.1.113883.19.5", value: "20417" }],
      name: [{ use: "official", family: familyName, given: [givenName] }],
      birthDate,
      telecom: [{ system: "phone", value: phone }],
    },
    {
      resourceType: "Condition",
      id: "mh-c-1",
      clinicalStatus: { coding: [{ code: "active" }] },
      code: {
        text: "Essential hypertension",
        coding: [{ system: icd10, code: "I10" }],
      },
      subject,
    },
    {
      resourceType: "AllergyIntolerance",
      id: "mh-a-1",
      clinicalStatus: { coding: [{ code: "active" }] },
      code: { text: "Penicillin" },
      patient: subject,
    },
    {
      resourceType: "MedicationRequest",
      id: "mh-m-1",
      status: "active",
      intent: "order",
      medicationCodeableConcept: { text: "Lisinopril 10 mg once a day" },
      subject,
    },
  ];
  return JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: resources.map((resource) => ({ resource })),
  });
};
