import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { createContact } from "#domain/patients/contact.api.ts";
import { createConsent } from "#domain/privacy/consent.api.ts";
import { createCourtOrder } from "#domain/privacy/court-order.api.ts";
import { tellInEmergency } from "#domain/privacy/disclosure.api.ts";
import { createRestriction } from "#domain/privacy/restriction.api.ts";
import { newId } from "#server/platform/ids.ts";
import type { Program } from "#test/support/note-ground.ts";
import { testNow, type TestPerson, type TestProduct } from "#test/support/test-product.ts";

/** The papers of one person, by their ids. */
export type Papers = Readonly<
  Record<"coverageId" | "consentId" | "courtOrderId" | "restrictionId" | "contactId", string>
>;

interface Writer {
  readonly product: TestProduct;
  readonly program: Program;
  readonly director: TestPerson;
}

export const consent = {
  kind: "specific",
  discloser: "The program",
  recipientKind: "named-person",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance"],
  purposes: ["employment"],
  expiresAtEvent: "the end of treatment",
  statesRevocation: true,
  statesRedisclosure: false,
  statesRefusal: false,
} as const;
const order = {
  paper: "subpoena",
  kind: "civil",
  court: "District Court",
  enteredOn: "2026-11-02",
  namesPatientOpenly: false,
  gaveNotice: false,
  findsNoOtherWay: false,
  findsPublicInterest: false,
  findsSeriousCrime: false,
  limitsInformation: false,
  limitsRecipients: false,
  limitsFurtherUse: false,
  opensConfidences: false,
  comesWithSubpoena: false,
} as const;
export const asked = {
  askedOn: "2026-11-18",
  askedBy: "Juniper Ellsworth",
  askerRelation: "patient",
  recipientKind: "anybody",
  paidInFull: false,
} as const;
export const emergency = {
  ground: "consent-not-obtainable",
  recipient: "Dr. Amara Osei",
  affiliation: "Any Hospital",
  toldBy: "Theo Therapist",
  toldAt: "2026-11-19T19:50:00Z",
  nature: "Unresponsive in the waiting room",
  channel: "spoken",
} as const;

/** Writes one of each down about somebody. */
export const writePapers = async (
  { product, program, director }: Writer,
  patientId: string,
): Promise<Papers> => {
  const payerId = newId();
  const coverageId = newId();
  await program.add("payer", {
    id: payerId,
    name: `Payer ${payerId}`,
    kind: "commercial",
    created_at: testNow,
  });
  await program.add("coverage", {
    id: coverageId,
    patient_id: patientId,
    payer_id: payerId,
    rank: 1,
    member_number: "M1",
    relation_to_subscriber: "self",
    effective_from: "2020-01-01",
    created_at: testNow,
  });
  const done = <R extends AnyRoute>(contract: R, input: Input<R>) =>
    product.done(director, contract, input);
  const written = await done(createConsent, {
    patientId,
    ...consent,
    recipients: [...consent.recipients],
    information: [...consent.information],
    purposes: [...consent.purposes],
  });
  const paper = await done(createCourtOrder, {
    patientId,
    ...order,
    recipients: ["Rhoda Blackwood"],
    information: ["attendance"],
  });
  const request = await done(createRestriction, {
    patientId,
    ...asked,
    recipients: [],
    information: ["attendance"],
    purposes: ["operations"],
  });
  const contact = await done(createContact, {
    patientId,
    name: "Wren Hale",
    relation: "probation-officer",
  });
  await done(tellInEmergency, { patientId, ...emergency, information: ["medications"] });
  return {
    coverageId,
    consentId: written.id,
    courtOrderId: paper.id,
    restrictionId: request.id,
    contactId: contact.id,
  };
};
