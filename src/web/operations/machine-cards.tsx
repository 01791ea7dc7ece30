import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { HealthFacts } from "#domain/operations/health.ts";
import { BackupsCard } from "#web/operations/backups-card.tsx";
import { SealsCard } from "#web/operations/seals-card.tsx";
import { sayBytes, sayCount } from "#web/platform/numbers.ts";
import { useSession } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Time } from "#web/ui/time.tsx";

type Database = NonNullable<HealthFacts["database"]>;

const DatabaseCard = (props: { readonly database: Database }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { database } = props;
  const { used, most } = database.connections;
  const since = database.longestTransactionSince;
  const table = database.leastClearedTable;
  const vacuumedAt = table?.vacuumedAt ?? null;
  return (
    <Card title={t`Database`} aside={t`of the whole installation`}>
      <Facts
        facts={[
          { name: t`Version`, value: `PostgreSQL ${database.version}` },
          { name: t`Size`, value: sayBytes(database.sizeBytes) },
          {
            name: t`Connections`,
            value: (
              <Trans>
                {sayCount(used)} of {sayCount(most)}
              </Trans>
            ),
          },
          {
            name: t`Longest transaction`,
            value: since === null ? null : <Time at={since} zone={zone} as="time" />,
            absent: t`None open`,
          },
          {
            name: t`Least cleared table`,
            value:
              table === null ? null : t`${table.name}, ${sayCount(table.deadRows)} replaced rows`,
            absent: t`None`,
          },
          {
            name: t`Last vacuum of it`,
            value: vacuumedAt === null ? null : <Time at={vacuumedAt} zone={zone} />,
            absent: t`Not since the last restart`,
          },
        ]}
      />
    </Card>
  );
};

const DisksCard = (props: { readonly disks: HealthFacts["machine"]["disks"] }): ReactNode => {
  const { t } = useLingui();
  return (
    <Card title={t`Disks`}>
      <Facts
        facts={props.disks.flatMap(({ holds, folder, freeBytes, totalBytes }) => [
          {
            name: holds === "data" ? t`Free for data` : t`Free for backups`,
            value:
              freeBytes === null || totalBytes === null
                ? null
                : t`${sayBytes(freeBytes)} of ${sayBytes(totalBytes)}`,
            absent: t`Not known`,
          },
          { name: t`Folder`, value: folder },
        ])}
      />
    </Card>
  );
};

const VersionsCard = (props: { readonly facts: HealthFacts }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { machine, database } = props.facts;
  const migrations = database?.migrations;
  const waiting = migrations?.waiting.length ?? 0;
  const lastAt = migrations?.lastAt ?? null;
  return (
    <Card title={t`Versions`}>
      <Facts
        facts={[
          { name: t`Stepwell`, value: machine.product.version },
          { name: t`Node`, value: machine.node.version },
          { name: t`Migrations`, value: migrations && sayCount(migrations.applied) },
          { name: t`Last one`, value: migrations?.last?.replace(/\.sql$/, "") },
          {
            name: t`Migrated`,
            value: lastAt === null ? null : <Time at={lastAt} zone={zone} />,
          },
          { name: t`Waiting`, value: waiting === 0 ? null : sayCount(waiting), absent: t`None` },
          {
            name: t`Mail`,
            value:
              machine.settings.mail === "server"
                ? t`Leaves by the mail server`
                : t`Caught, none leaves`,
          },
        ]}
      />
    </Card>
  );
};

/** What runs beneath: seals, backups, database, disks, versions. */
export const MachineCards = (props: { readonly facts: HealthFacts }): ReactNode => {
  const { machine, database, seals } = props.facts;
  return (
    <>
      {seals !== null && <SealsCard seals={seals} />}
      <BackupsCard backups={machine.backups} database={machine.settings.database} />
      {database !== null && <DatabaseCard database={database} />}
      <DisksCard disks={machine.disks} />
      <VersionsCard facts={props.facts} />
    </>
  );
};
