import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { SealFacts } from "#domain/operations/health.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Link } from "#web/ui/link.tsx";
import { Time } from "#web/ui/time.tsx";

const Verified = (props: { readonly verified: NonNullable<SealFacts["verified"]> }): ReactNode => {
  const { zone } = useSession().organization;
  const { at, isIntact } = props.verified;
  return (
    <>
      <Chip meaning={isIntact ? "ontime" : "overdue"}>
        {isIntact ? <Trans>Nothing altered</Trans> : <Trans>Altered</Trans>}
      </Chip>{" "}
      <Time at={at} zone={zone} />
    </>
  );
};

/** How far the trail is sealed, and what the last verification came to. */
export const SealsCard = (props: { readonly seals: SealFacts }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const mayVerify = useCan("audit:read");
  const { waiting, waitingSince, isBehind, last, lastAt, verified } = props.seals;
  return (
    <Card
      title={t`Seals of the audit trail`}
      actions={
        mayVerify && (
          <Link to={paths.audit}>
            <Trans>Verify now</Trans>
          </Link>
        )
      }
    >
      <Facts
        facts={[
          {
            name: t`State`,
            value: isBehind ? (
              <Chip meaning="risk">
                <Trans>Behind</Trans>
              </Chip>
            ) : (
              <Chip meaning="ontime">
                <Trans>Up to date</Trans>
              </Chip>
            ),
          },
          {
            name: t`Waiting`,
            value:
              waitingSince === null ? null : (
                <Trans>
                  {sayCount(waiting)} since <Time at={waitingSince} zone={zone} as="time" />
                </Trans>
              ),
            absent: t`None`,
          },
          { name: t`Batches`, value: sayCount(last) },
          {
            name: t`Last batch`,
            value: lastAt === null ? null : <Time at={lastAt} zone={zone} />,
            absent: t`None yet`,
          },
          {
            name: t`Verified`,
            value: verified === null ? null : <Verified verified={verified} />,
            absent: t`Not yet`,
          },
        ]}
      />
    </Card>
  );
};
