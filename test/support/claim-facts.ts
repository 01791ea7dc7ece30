import type { ClaimFacts } from "#domain/billing/claims/claim-facts.ts";
import type { Clinician } from "#domain/billing/claims/claim-snapshot.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { idOf } from "#test/support/charged-day.ts";

/** Somebody who treats; the number says who. */
export const clinician = (number: number, last: string): Clinician => ({
  staffId: idOf(3, number),
  first: "Any",
  last,
  npi: "1234567893",
  taxonomy: "1041C0700X",
});

const person = {
  first: "Ana",
  last: "Marlowe",
  middle: null,
  suffix: null,
  bornOn: "1990-04-01",
  sex: "female",
  address: { street: "11 Quarry Street", unit: null, city: "Denver", state: "CO", zip: "80203" },
} as const;

/** A claim of somebody in an IOP under these terms; days, and who led what, are said by whoever asks. */
export const claimFactsOf = (
  terms: ContractTerms,
  given: Pick<ClaimFacts, "days" | "leadOf"> & Partial<ClaimFacts>,
): ClaimFacts => ({
  claimId: idOf(20, 1),
  control: "SW00000001",
  frequency: "1",
  payerClaimControl: null,
  changeReasons: [],
  contractVersionId: idOf(12, 1),
  terms,
  billing: {
    name: "Stillwater",
    npi: "1234567893",
    taxonomy: "261QM0801X",
    taxIdKind: "ein",
    taxId: "000100190",
    address: {
      street: "210 Alder Street",
      unit: null,
      city: "Denver",
      state: "CO",
      postalCode: "80203-0110",
    },
    phone: "3035550140",
    contactName: "Beatrix Holloway",
    submitterId: "STILLWATER",
    receiverName: "Quillpen Clearing",
    receiverId: "QUILLPEN",
    usage: "P",
  },
  site: {
    name: "North",
    npi: null,
    address: { street: "1 Elm Road", unit: null, city: "Denver", state: "CO", zip: "80205-1200" },
  },
  stay: {
    admittedOn: "2026-03-02",
    admissionType: "elective",
    admissionSource: "clinic",
    patientStatus: "still-in-care",
  },
  attending: clinician(9, "Brightwater"),
  patient: person,
  coverage: {
    relation: "self",
    rank: 1,
    memberNumber: "X1",
    groupNumber: null,
    subscriber: { ...person, first: "", last: "" },
  },
  otherCoverages: [],
  payer: { id: idOf(10, 1), name: "Foxglove Health", electronicId: "FOX01" },
  diagnoses: [{ code: "F33.1", rank: 1, diagnosedOn: "2026-03-02", resolvedOn: null }],
  authorizationNumber: null,
  statement: { from: "2026-03-03", through: "2026-03-03" },
  ...given,
});
