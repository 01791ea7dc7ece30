import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { readOperations } from "#domain/operations/operations.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { sayBytes, sayCount } from "#web/platform/numbers.ts";
import { useSession } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { MailIcon } from "#web/ui/icons.ts";
import { Time } from "#web/ui/time.tsx";

type Operations = Output<typeof readOperations>;

const SealsCard = (props: { readonly seals: Operations["seals"] }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { waiting, lastSeal, lastSealedAt } = props.seals;
  return (
    <Card title={t`Seals of the audit trail`}>
      <Facts
        facts={[
          {
            name: t`State`,
            value: waiting.isTooLong ? (
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
            value: waiting.since ? (
              <Trans>
                {sayCount(waiting.count)} since <Time at={waiting.since} zone={zone} />
              </Trans>
            ) : (
              t`None`
            ),
          },
          { name: t`Batches`, value: sayCount(lastSeal) },
          {
            name: t`Last batch`,
            value: lastSealedAt && <Time at={lastSealedAt} zone={zone} />,
            absent: t`None yet`,
          },
        ]}
      />
    </Card>
  );
};

const MailCard = (props: { readonly mail: Operations["mail"] }): ReactNode => {
  const { t } = useLingui();
  return (
    <Card
      title={t`Mail`}
      actions={
        props.mail === "catcher" && (
          <Chip icon={MailIcon}>
            <Trans>Mail catcher</Trans>
          </Chip>
        )
      }
    >
      {props.mail === "server" ? (
        <Trans>Letters leave by the mail server.</Trans>
      ) : (
        <Trans>
          No mail server is set up: letters are kept here and reach nobody. Whoever runs this server
          sets one with SMTP_URL.
        </Trans>
      )}
    </Card>
  );
};

const DatabaseCard = (props: { readonly database: Operations["database"] }): ReactNode => {
  const { t } = useLingui();
  const { database } = props;
  const { zone } = useSession().organization;
  return (
    <Card title={t`Database`} aside={t`of the whole installation`}>
      <Facts
        facts={[
          { name: t`Version`, value: `PostgreSQL ${database.version}` },
          { name: t`Size`, value: sayBytes(database.sizeBytes) },
          { name: t`Migrations`, value: sayCount(database.migrations) },
          { name: t`Last one`, value: database.lastMigration.replace(/\.sql$/, "") },
          { name: t`Migrated`, value: <Time at={database.migratedAt} zone={zone} /> },
        ]}
      />
    </Card>
  );
};

/** What runs beneath: seals, mail, database. */
export const MachineCards = (props: { readonly state: Operations }): ReactNode => (
  <>
    <SealsCard seals={props.state.seals} />
    <MailCard mail={props.state.mail} />
    <DatabaseCard database={props.state.database} />
  </>
);
