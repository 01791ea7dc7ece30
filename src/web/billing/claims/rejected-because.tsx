import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { mendPlaceOf } from "#domain/billing/claims/acknowledgment.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { FaultRows, useNotesSaid } from "#web/billing/claims/fault-rows.tsx";
import { useFindingPlaces } from "#web/billing/claims/use-finding-places.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** What its receiver named when it rejected a claim unread, each with where it is mended; nothing where it did not. */
export const RejectedBecause = (props: { readonly claim: Claim }): ReactNode => {
  const { claim } = props;
  const { rejection, rejectedAt, claimFile } = claim;
  const { t } = useLingui();
  const placeOf = useFindingPlaces(claim);
  const said = useNotesSaid();
  const zone = useOrganizationZone();
  if (rejection === null || rejectedAt === null) return null;
  const { faults, notes, noted } = rejection;
  const sentences = said(notes, faults.length > 0).join(" ");
  const day = sayDate(dayAt(rejectedAt, zone));
  return (
    <Card
      flush
      title={<Trans>Rejected unread on {day}</Trans>}
      {...(claimFile !== null && {
        aside: (
          <Link to={paths.claimFile(claimFile.id)}>
            <Trans>See the file</Trans>
          </Link>
        ),
      })}
    >
      {noted !== null ? (
        <Rows>
          <Row
            title={noted.reason}
            below={<Trans>Noted by {noted.by}, of the whole file.</Trans>}
          />
        </Rows>
      ) : faults.length > 0 ? (
        <FaultRows
          faults={faults}
          placeOf={(fault) =>
            placeOf(mendPlaceOf(fault), t`The payer’s check found something wrong.`)
          }
        />
      ) : (
        <Rows>
          <Row
            title={<Trans>Nothing is said of this claim: it was rejected with its file.</Trans>}
            below={sentences}
          />
        </Rows>
      )}
    </Card>
  );
};
