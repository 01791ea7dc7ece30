import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { ClaimHeader } from "#edi/837/claim.ts";
import type { OutgoingClaims } from "#edi/837/claim-writer.ts";
import { institutionalClaim, professionalClaim } from "#test/support/arbitrary-claims.ts";
import { contact, date, party, time, word } from "#test/support/arbitrary-parties.ts";

const header: Arbitrary<ClaimHeader> = fc.record({
  purpose: fc.constantFrom("00", "18"),
  reference: word,
  createdOn: date,
  createdAt: time,
  use: fc.constantFrom("CH", "RP"),
  submitter: party("submitter", { contacts: contact.map((one) => [one]) }),
  receiver: party("receiver"),
  more: fc.constant([]),
});

const control = fc.stringMatching(/^\d{9}$/);

const outgoing = <Made>(claims: Arbitrary<Made>): Arbitrary<OutgoingClaims<Made>> =>
  fc
    .record({
      control,
      claims: fc.array(claims, { minLength: 1, maxLength: 4 }),
      header,
      isTest: fc.boolean(),
    })
    .map(({ control: number, claims: made, header: head, isTest }) => ({
      interchange: {
        authorizationKind: "00",
        authorization: "",
        securityKind: "00",
        security: "",
        senderKind: "ZZ",
        sender: "HARBORSTEPS",
        receiverKind: "ZZ",
        receiver: "CLEARING",
        date: "261122",
        time: "0800",
        version: "00501",
        control: number,
        wantsAcknowledgment: false,
        isTest,
      },
      group: {
        functional: "HC",
        sender: "HARBORSTEPS",
        receiver: "CLEARING",
        date: "20261122",
        time: "0800",
        control: "7",
        guide: "",
      },
      transactions: [{ control: "0001", header: head, claims: made }],
    }));

/** Files of professional claims. */
export const professionalFiles = outgoing(professionalClaim);
/** Files of institutional claims. */
export const institutionalFiles = outgoing(institutionalClaim);
