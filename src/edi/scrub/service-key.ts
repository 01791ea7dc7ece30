import type { Claim, ServiceLine } from "#edi/837/claim.ts";
import type { Party } from "#edi/837/party.ts";
import { lastOf } from "#edi/scrub/examined-claim.ts";

const revenueOf = (line: ServiceLine): string =>
  "revenueCode" in line && typeof line.revenueCode === "string" ? line.revenueCode : "";

const renderingOf = (providers: readonly Party[]): string | undefined =>
  providers.find(({ role }) => role === "rendering")?.id;

/** What a payer takes for one and the same service of a person: the days, the code with its modifiers, the revenue code, who gave it. */
export const lineKey = (claim: Claim<ServiceLine>, line: ServiceLine): string => {
  const { dates, procedure } = line;
  const service = dates.service;
  const code = procedure === null ? "" : [procedure.code, ...procedure.modifiers].join(":");
  const rendering = renderingOf(line.providers) ?? renderingOf(claim.providers) ?? "";
  return [service?.from ?? "", lastOf(service) ?? "", revenueOf(line), code, rendering].join("|");
};

/** {@link lineKey} with whose coverage it is and whose service, so that it can be found among other claims. */
export const serviceKey = (claim: Claim<ServiceLine>, line: ServiceLine): string => {
  const { subscriber, patient } = claim;
  const person = patient?.person;
  const who = person === undefined ? "" : `${person.first} ${person.bornOn ?? ""}`;
  return [subscriber.payer.id, subscriber.person.id, who, lineKey(claim, line)].join("|");
};
