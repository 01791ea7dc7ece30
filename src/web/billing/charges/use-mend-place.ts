import { useLingui } from "@lingui/react/macro";
import type { ChargeValues, DayHoldCode } from "#domain/billing/charges/day-charge.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";

interface Waiting {
  readonly code: string;
  readonly values: ChargeValues;
  readonly patientId: string;
  readonly claimId: string | null;
}

export interface MendPlace {
  readonly to: string;
  readonly name: string;
}

/** Where a hold of a day is ended: the screen, where this person may open it. */
export const useMendPlace = (): ((waiting: Waiting) => MendPlace | null) => {
  const { t } = useLingui();
  const { permissions } = useSession();
  return ({ code, values, patientId, claimId }) => {
    const chart = { to: paths.patient(patientId), name: t`Open the chart`, needs: "patients:read" };
    const coverage = {
      to: paths.patientCoverage(patientId),
      name: t`Open coverage`,
      needs: "coverage:read",
    };
    const session =
      typeof values["sessionId"] === "string"
        ? { to: paths.session(values["sessionId"]), name: t`Open the session`, needs: "notes:read" }
        : null;
    const consents = {
      to: paths.patientConsents(patientId),
      name: t`Open consents`,
      needs: "consents:read",
    };
    // Those of the payer that the day waits for: which one covers what, each row says.
    const payer = typeof values["payer"] === "string" ? values["payer"] : "";
    const contracts = {
      to: `${paths.contracts}${payer === "" ? "" : `?contracts.find=${encodeURIComponent(payer)}`}`,
      name: t`Open contracts`,
      needs: "contracts:read",
    };
    const places: Readonly<Record<DayHoldCode, (MendPlace & { readonly needs: string }) | null>> = {
      "no-coverage": coverage,
      "no-contract": contracts,
      "only-draft": contracts,
      "no-price": contracts,
      "note-missing": session,
      "note-draft": session,
      "note-not-cosigned": session,
      "note-minutes-differ": session,
      "credential-lapsed": { to: paths.staff, name: t`Open staff`, needs: "staff:read" },
      "no-consent": consents,
      "kept-back": consents,
      "no-diagnosis": chart,
      "diagnosis-not-accepted": chart,
      "no-authorization": coverage,
      "authorization-used-up": coverage,
      "claim-needs-correction":
        claimId === null
          ? null
          : { to: paths.claim(claimId), name: t`Open the claim`, needs: "claims:read" },
    };
    const place = Object.entries(places).find(([known]) => known === code)?.[1] ?? null;
    return place !== null && permissions.some((permission) => permission === place.needs)
      ? { to: place.to, name: place.name }
      : null;
  };
};
