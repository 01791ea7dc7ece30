import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { BackupFacts, HealthFacts } from "#domain/operations/health.ts";
import { saySpan } from "#web/operations/health-words.ts";
import { sayBytes, sayCount } from "#web/platform/numbers.ts";
import { useSession } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Time } from "#web/ui/time.tsx";

const nextAt = (newestAt: string, everyMinutes: number): string =>
  new Date(Date.parse(newestAt) + everyMinutes * 60_000).toISOString();

const Known = (props: { readonly backups: BackupFacts }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { newest, kept, keep, everyMinutes, folder, failure } = props.backups;
  return (
    <Facts
      facts={[
        {
          name: t`Last good one`,
          value: newest === null ? null : <Time at={newest.at} zone={zone} />,
          absent: t`None yet`,
        },
        {
          name: t`Verified`,
          value: newest === null ? null : t`Read back when it was written`,
        },
        { name: t`Size`, value: newest !== null && sayBytes(newest.bytes) },
        {
          name: t`Next`,
          value: newest === null ? null : <Time at={nextAt(newest.at, everyMinutes)} zone={zone} />,
        },
        { name: t`Made`, value: t`every ${saySpan(everyMinutes)}` },
        { name: t`Kept`, value: t`${sayCount(kept)}, at most ${sayCount(keep)}` },
        { name: t`Where`, value: folder },
        {
          name: t`Last failure`,
          value: failure === null ? null : <Time at={failure.at} zone={zone} />,
        },
      ]}
    />
  );
};

/** The backups that make themselves: the last good one, when the next comes, how many stay and where. */
export const BackupsCard = (props: {
  readonly backups: HealthFacts["machine"]["backups"];
  readonly database: HealthFacts["machine"]["settings"]["database"];
}): ReactNode => {
  const { t } = useLingui();
  return (
    <Card title={t`Backups`} aside={t`of the whole installation`}>
      {props.backups !== null ? (
        <Known backups={props.backups} />
      ) : props.database === "own" ? (
        <Trans>Backups are left to whoever runs the database server.</Trans>
      ) : (
        <Trans>
          None are made by themselves. “npx stepwell backup FILE” makes one; a folder and a key in
          the settings make them come by themselves.
        </Trans>
      )}
    </Card>
  );
};
