import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { inCapitals, type OutgoingSnapshot } from "#edi/837/claim-from-snapshot.ts";
import type { ClaimHeader } from "#edi/837/claim.ts";
import type { WrittenFile } from "#edi/837/claim-writer.ts";
import { emptyParty } from "#edi/837/draft.ts";
import { institutionalFromSnapshots } from "#edi/837i/institutional-from-snapshot.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { professionalFromSnapshots } from "#edi/837p/professional-from-snapshot.ts";
import { writeProfessional } from "#edi/837p/write-professional.ts";

/** What a file needs besides its claims. `control`: ISA13, nine digits; `on` and `at`: a civil date and `HH:MM`. */
export interface ClaimsFile {
  readonly claims: readonly OutgoingSnapshot[];
  readonly control: number;
  readonly on: string;
  readonly at: string;
}

/** More claims than these in one ST make the receivers' limit of 5,000 (005010X222A1, 1.3.2). */
const claimsPerTransaction = 5000;

/** BHT and loops 1000 for claims that share submitter and receiver. */
export const headerOf = (
  { submitter, receiver }: Pick<ClaimSnapshot, "submitter" | "receiver">,
  { control, on, at }: Pick<ClaimsFile, "control" | "on" | "at">,
): ClaimHeader => ({
  purpose: "00",
  reference: String(control),
  createdOn: on,
  createdAt: at,
  use: "CH",
  submitter: {
    ...emptyParty("submitter"),
    name: inCapitals(submitter.name),
    idKind: "46",
    id: submitter.id,
    contacts: [
      {
        name: inCapitals(submitter.contactName),
        ways: [{ kind: "TE", value: submitter.phone.replace(/\D/g, "") }],
      },
    ],
  },
  receiver: {
    ...emptyParty("receiver"),
    name: inCapitals(receiver.name),
    idKind: "46",
    id: receiver.id,
  },
  more: [],
});

const envelopeOf = (snapshot: ClaimSnapshot, { control, on, at }: ClaimsFile) => {
  const date = on.replaceAll("-", "");
  const time = at.replace(":", "");
  const sender = snapshot.submitter.id;
  const receiver = snapshot.receiver.id;
  return {
    interchange: {
      authorizationKind: "00",
      authorization: "",
      securityKind: "00",
      security: "",
      senderKind: "ZZ",
      sender,
      receiverKind: "ZZ",
      receiver,
      date: date.slice(2),
      time,
      version: "00501",
      control: String(control).padStart(9, "0"),
      wantsAcknowledgment: false,
      isTest: snapshot.isTest,
    },
    group: {
      functional: "HC",
      sender,
      receiver,
      date,
      time,
      control: String(control),
      guide: "",
    },
  };
};

const inTransactions = <Form>(claims: readonly Form[], header: ClaimHeader) =>
  Array.from({ length: Math.ceil(claims.length / claimsPerTransaction) }, (_, place) => ({
    control: String(place + 1).padStart(4, "0"),
    header,
    claims: claims.slice(place * claimsPerTransaction, (place + 1) * claimsPerTransaction),
  }));

/**
 * Writes claims of one form, submitter, receiver and usage as one interchange, and reads it again: see `writeClaims`.
 * Throws where there is none.
 */
export const writeClaimsFile = (file: ClaimsFile): WrittenFile => {
  const first = file.claims[0]?.snapshot;
  if (first === undefined) throw new Error("A file without claims.");
  const envelope = envelopeOf(first, file);
  const header = headerOf(first, file);
  return first.form === "professional"
    ? writeProfessional({
        ...envelope,
        transactions: inTransactions(professionalFromSnapshots(file.claims), header),
      })
    : writeInstitutional({
        ...envelope,
        transactions: inTransactions(institutionalFromSnapshots(file.claims), header),
      });
};
