import type * as api from "#domain/billing/claims/claim.api.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type { ClaimFilter, Sought } from "#server/billing/claims/claim-list.queries.ts";
import { everybodyNamed } from "#server/patients/find-patients.service.ts";
import { payersCalled } from "#server/payers/payer.service.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization, todayOf } from "#server/practice/organization.service.ts";

/** Everybody and every payer whom these words may name; null where nothing is sought. */
export const findSought = async (work: Work, typed: string): Promise<Sought | null> => {
  if (typed === "") return null;
  const number = typed.replace(/\s/g, "").toUpperCase();
  return {
    patientIds: await everybodyNamed(work, typed),
    payerIds: await payersCalled(work, typed),
    number: /\d/.test(number) ? number : null,
  };
};

/** What is asked for, with the calendar of the organization it is read by. */
export const filterOf = async <Asked extends Omit<Parsed<typeof api.sumClaims>, "q">>(
  work: Work,
  asked: Asked,
): Promise<Asked & ClaimFilter> => ({
  ...asked,
  zone: (await getOrganization(work)).zone,
  today: await todayOf(work),
});
