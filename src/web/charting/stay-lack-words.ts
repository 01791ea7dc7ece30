import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { StayLack } from "#domain/admissions/stay-lack.ts";

/** What a stay still lacks, as part of a sentence. */
export const stayLackWords: Readonly<Record<StayLack, MessageDescriptor>> = {
  seat: msg`a seat in a group`,
  consent: msg`a signed consent`,
  authorization: msg`an authorization their payer wants`,
  measure: msg`a first measure`,
};
