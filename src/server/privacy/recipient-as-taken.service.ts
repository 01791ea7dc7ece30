import { Problem } from "#domain/contract/problem.ts";
import type { Recipient } from "#domain/privacy/disclosure.ts";
import { takerOfOwnRecord } from "#domain/privacy/own-record.ts";
import { listContacts } from "#server/patients/contact.service.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";

const roleWords = {
  "legal-guardian": "legal guardian",
  "health-care-agent": "health care agent",
} as const;

/**
 * Whoever is told, as the accounting names them. Where something is to go as the person's own record, the name has to be theirs
 * or that of who stands for them on the chart, and somebody has to have made sure (45 CFR 164.514(h)); as what they took it
 * is added to the name. Errors: not-their-own-name, identity-not-confirmed.
 */
export const recipientAsTaken = async (
  work: Work,
  asked: {
    readonly patientId: string;
    readonly recipient: Recipient;
    readonly isIdentityConfirmed: boolean;
  },
): Promise<Recipient> => {
  const { patientId, recipient } = asked;
  if (!recipient.isPatient) return recipient;
  const patient = await getPatient(work, patientId);
  const { rows } = await listContacts(work, patientId);
  const taker = takerOfOwnRecord(patient, rows, recipient.name);
  if (taker === null)
    throw new Problem("not-their-own-name", 422, {
      fields: { "recipient.name": { code: "not-their-own-name" } },
    });
  if (!asked.isIdentityConfirmed)
    throw new Problem("identity-not-confirmed", 422, {
      fields: { isIdentityConfirmed: { code: "missing" } },
    });
  const as = taker.as === "patient" ? "the patient" : `the patient's ${roleWords[taker.role]}`;
  return { ...recipient, name: `${recipient.name}, ${as}` };
};
