import { useLingui } from "@lingui/react/macro";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { MendPlace } from "#domain/billing/claims/finding.ts";
import type { MendAt } from "#web/billing/claims/mend-action.tsx";
import { useAsking } from "#web/platform/asking.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";

interface Place {
  readonly to: string;
  readonly name: string;
  readonly needs: string;
}

/** The screen where something is mended, and what opening it asks for. */
export const useFindingPlaces = (claim: Claim) => {
  const { t } = useLingui();
  const { permissions } = useSession();
  const { addressOf } = useAsking();
  const patientId = claim.patient.id;
  const may = (needed: string): boolean => permissions.some((one) => one === needed);
  const mayRegister = may("patients:register");
  /** Who may not put the facts of a person right has somebody do it, and stays with the claim. */
  const factsOf = (what: string | null) =>
    what === null || mayRegister || !may("tasks:work")
      ? { to: paths.patientFacts(patientId), name: t`Open facts`, needs: "patients:read" }
      : {
          to: addressOf({
            ask: "patient-facts",
            words: t`${what} Please put it right in the facts: the claim cannot be sent before.`,
            patientId,
          }),
          name: t`Ask`,
          needs: "tasks:work",
        };
  const contracts = { to: paths.contracts, name: t`Open contracts`, needs: "contracts:read" };
  const coverage = {
    to: paths.patientCoverage(patientId),
    name: t`Open coverage`,
    needs: "coverage:read",
  };
  const places: Readonly<Record<Exclude<MendPlace, "patient">, Place | null>> = {
    "billing-provider": contracts,
    coverage,
    payer: contracts,
    diagnoses: { to: paths.patient(patientId), name: t`Open the chart`, needs: "patients:read" },
    authorization: coverage,
    contract: {
      to: paths.contract(claim.contract.id),
      name: t`Open the contract`,
      needs: "contracts:read",
    },
    charges: { to: paths.chargesOf(patientId), name: t`Open the days`, needs: "charges:read" },
    staff: { to: paths.staff, name: t`Open staff`, needs: "staff:read" },
    site: { to: paths.sites, name: t`Open sites`, needs: "practice:read" },
    claim: null,
  };
  /** `what`: what is wrong, in a sentence that names nobody; null where the claim may go as it is. */
  return (mend: MendPlace, what: string | null): MendAt | null => {
    if (mend === "patient" && what !== null && claim.factsAsked !== null && !mayRegister)
      return { asked: claim.factsAsked };
    const place = mend === "patient" ? factsOf(what) : places[mend];
    return place !== null && may(place.needs) ? place : null;
  };
};
