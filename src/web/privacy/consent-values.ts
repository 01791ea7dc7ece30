import type { UsState } from "#domain/basics/us-address.ts";
import { namesNoEnd } from "#domain/privacy/consent-defects.ts";
import type {
  Consent,
  consentKinds,
  recipientKinds,
  signatureMethods,
  signerRelations,
} from "#domain/privacy/consent.ts";
import {
  recipientClassSchema,
  type DisclosurePurpose,
  type Information,
  type RecipientClass,
} from "#domain/privacy/information.ts";
import { chosen, made } from "#web/platform/missing-of.ts";
import { linesOf } from "#web/privacy/lines-of.ts";

/** What the form of a consent holds. */
export type ConsentValues = {
  readonly kind: (typeof consentKinds)[number] | "";
  readonly discloser: string;
  readonly recipientKind: (typeof recipientKinds)[number] | "";
  readonly names: string;
  readonly classes: readonly RecipientClass[];
  readonly information: readonly Information[];
  readonly purposes: readonly DisclosurePurpose[];
  readonly expiresOn: string;
  readonly expiresAtEvent: string;
  /** It names no end: then neither a day nor an event is sent. */
  readonly hasNoEnd: boolean;
  readonly statesRevocation: boolean;
  readonly statesRedisclosure: boolean;
  readonly statesRefusal: boolean;
  readonly signedBy: string;
  readonly signerRelation: (typeof signerRelations)[number] | "";
  readonly signatureMethod: (typeof signatureMethods)[number] | "";
  readonly signedOn: string;
  readonly careState: UsState | "";
  readonly secondSignedBy: string;
  readonly secondSignerRelation: (typeof signerRelations)[number] | "";
  readonly secondSignedOn: string;
};

export const consentValues = (consent: Consent | null): ConsentValues => ({
  kind: consent?.kind ?? "specific",
  discloser: consent?.discloser ?? "",
  recipientKind: consent?.recipientKind ?? "named-person",
  names: consent?.recipientKind === "class" ? "" : (consent?.recipients ?? []).join("\n"),
  classes: (consent?.recipients ?? []).flatMap(
    (one) => recipientClassSchema.safeParse(one).data ?? [],
  ),
  information: consent?.information ?? [],
  purposes: consent?.purposes ?? [],
  expiresOn: consent?.expiresOn ?? "",
  expiresAtEvent: consent === null || namesNoEnd(consent) ? "" : (consent.expiresAtEvent ?? ""),
  hasNoEnd: consent !== null && namesNoEnd(consent),
  statesRevocation: consent?.statesRevocation ?? false,
  statesRedisclosure: consent?.statesRedisclosure ?? false,
  statesRefusal: consent?.statesRefusal ?? false,
  signedBy: consent?.signedBy ?? "",
  signerRelation: consent?.signerRelation ?? "",
  signatureMethod: consent?.signatureMethod ?? "",
  signedOn: consent?.signedOn ?? "",
  careState: consent?.careState ?? "",
  secondSignedBy: consent?.secondSignedBy ?? "",
  secondSignerRelation: consent?.secondSignerRelation ?? "",
  secondSignedOn: consent?.secondSignedOn ?? "",
});

/** What was typed, as the server takes it. */
export const consentFactsOf = ({ names, classes, hasNoEnd, ...values }: ConsentValues) => ({
  ...values,
  ...(hasNoEnd && { expiresOn: "", expiresAtEvent: "none" }),
  kind: made(values.kind),
  recipientKind: made(values.recipientKind),
  recipients: values.recipientKind === "class" ? [...classes] : linesOf(names),
  information: [...values.information],
  purposes: [...values.purposes],
  signerRelation: chosen(values.signerRelation),
  signatureMethod: chosen(values.signatureMethod),
  careState: chosen(values.careState),
  secondSignerRelation: chosen(values.secondSignerRelation),
});
