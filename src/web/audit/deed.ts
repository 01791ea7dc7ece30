import type { MessageDescriptor } from "@lingui/core";

/** One verb of the trail in the two forms its sentences need. */
export interface Deed {
  /** After the name: Denise Okafor *read a site*. */
  readonly did: MessageDescriptor;
  /** After "tried to": Denise Okafor tried to *read a site*. */
  readonly todo: MessageDescriptor;
}

/** Deeds by audit verb. */
export type DeedWords = Readonly<Record<string, Deed>>;
