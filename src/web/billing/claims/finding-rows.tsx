import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { Finding, MendPlace } from "#domain/billing/claims/finding.ts";
import { mendPlaceWords, scrubWords } from "#web/billing/claims/scrub-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { useSay } from "#web/platform/use-say.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { NoteIcon, RiskIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

/** The screen where something is mended, and what opening it asks for. */
const usePlaces = (claim: Claim) => {
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

/** What the scrubber found, each with where it stands in the file, and where it is mended. */
export const FindingRows = (props: {
  readonly claim: Claim;
  readonly findings: readonly Finding[];
}): ReactNode => {
  const { t, i18n } = useLingui();
  const say = useSay();
  const placeOf = usePlaces(props.claim);
  return (
    <Rows label={t`What was found`}>
      {props.findings.map((finding, at) => {
        const { rule, severity, loop, element, values, mend } = finding;
        const place = placeOf(mend);
        return (
          <Row
            key={at}
            icon={severity === "error" ? RiskIcon : NoteIcon}
            title={say(scrubWords, rule, values)}
            below={
              <>
                <Trans>
                  Loop {loop}, {element}.
                </Trans>{" "}
                {i18n._(mendPlaceWords[mend])}
              </>
            }
            marks={
              severity === "error" ? (
                <Chip meaning="risk">
                  <Trans>Fault</Trans>
                </Chip>
              ) : (
                <Chip>
                  <Trans>Warning, may go</Trans>
                </Chip>
              )
            }
            action={
              place !== null && (
                <Button size="small" to={place.to}>
                  {place.name}
                </Button>
              )
            }
          />
        );
      })}
    </Rows>
  );
};
