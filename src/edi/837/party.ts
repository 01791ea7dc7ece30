import type { RawLoop } from "#edi/x12/raw-segment.ts";

/** Whom an NM1 loop names, by NM101 (X12 data element 98 as the claim guides use it). */
export const partyRoles = {
  "41": "submitter",
  "40": "receiver",
  "85": "billing",
  "87": "pay-to",
  PE: "pay-to-plan",
  IL: "insured",
  QC: "patient",
  PR: "payer",
  DN: "referring",
  P3: "primary-care",
  "82": "rendering",
  "77": "service-facility",
  DQ: "supervising",
  PW: "pick-up",
  "45": "drop-off",
  QB: "purchased-service",
  DK: "ordering",
  "71": "attending",
  "72": "operating",
  ZZ: "other-operating",
} as const satisfies Readonly<Record<string, string>>;
export type PartyRole = (typeof partyRoles)[keyof typeof partyRoles];

/** A kind and what it says, such as REF: `{ kind: "EI", value: "123456789" }`. */
export interface Coded {
  readonly kind: string;
  readonly value: string;
}

export interface Address {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** Empty for the United States. */
  readonly country: string;
  readonly subdivision: string;
}

/** PER: who can be asked, and how; `TE` telephone, `EX` extension, `EM` e-mail, `FX` fax. */
export interface Contact {
  readonly name: string;
  readonly ways: readonly Coded[];
}

/** A person or an organization with all that its loop says. Empty texts are what is not given. */
export interface Party {
  readonly role: PartyRole;
  readonly isPerson: boolean;
  /** Last name of a person, name of an organization. */
  readonly name: string;
  readonly first: string;
  readonly middle: string;
  readonly prefix: string;
  readonly suffix: string;
  /** NM108: `XX` NPI, `MI` member, `PI` payer, `46` electronic partner … */
  readonly idKind: string;
  readonly id: string;
  readonly address: Address | null;
  /** Provider taxonomy (PRV03); empty where not given. */
  readonly taxonomy: string;
  /** DMG02, a civil date. */
  readonly bornOn: string | null;
  /** DMG03: F, M or U. */
  readonly sex: string;
  readonly references: readonly Coded[];
  readonly contacts: readonly Contact[];
  /** DTP*573 of another payer. */
  readonly paidOn: string | null;
  /** What has no field of its own, as it was read. */
  readonly more: readonly RawLoop[];
}
