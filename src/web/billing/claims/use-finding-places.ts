import { useLingui } from "@lingui/react/macro";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { MendPlace } from "#domain/billing/claims/finding.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";

/** The screen where something is mended, and what opening it asks for. */
export const useFindingPlaces = (claim: Claim) => {
  const { t } = useLingui();
  const { permissions } = useSession();
  const patientId = claim.patient.id;
  const contracts = { to: paths.contracts, name: t`Open contracts`, needs: "contracts:read" };
  const coverage = {
    to: paths.patientCoverage(patientId),
    name: t`Open coverage`,
    needs: "coverage:read",
  };
  const places: Readonly<
    Record<MendPlace, { readonly to: string; readonly name: string; readonly needs: string } | null>
  > = {
    "billing-provider": contracts,
    patient: { to: paths.patientFacts(patientId), name: t`Open facts`, needs: "patients:read" },
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
  return (mend: MendPlace) => {
    const place = places[mend];
    return place !== null && permissions.some((one) => one === place.needs) ? place : null;
  };
};
