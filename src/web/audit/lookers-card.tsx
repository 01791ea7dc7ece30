import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listLookers, mostGathered, type LookerDay } from "#domain/audit/audit.api.ts";
import { trailTable, type TrailSearch } from "#web/audit/use-trail-search.ts";
import { useAddress } from "#web/platform/address.ts";
import { sayTime } from "#web/platform/dates.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { withTableWords } from "#web/ui/table-address.ts";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

const useColumns = (): readonly Column<LookerDay>[] => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const span = ({ firstAt, lastAt }: LookerDay): string => {
    const [first, last] = [sayTime(firstAt, zone), sayTime(lastAt, zone)];
    return first === last ? first : t`${first} to ${last}`;
  };
  return [
    {
      key: "who",
      head: t`Who`,
      value: ({ name }) => name,
      cell: (row) => <SecondLine below={span(row)}>{row.name}</SecondLine>,
    },
    { key: "on", head: t`Day`, value: ({ on }) => on, cell: ({ on }) => <Time at={on} as="day" /> },
    {
      key: "changes",
      head: t`Changed`,
      figures: true,
      value: ({ changes }) => changes,
      cell: ({ changes }) => (changes === 0 ? "–" : sayCount(changes)),
      hideBelow: "tablet",
    },
    {
      key: "lines",
      head: t`Lines`,
      figures: true,
      value: ({ lines }) => lines,
      cell: ({ lines }) => sayCount(lines),
    },
  ];
};

/** Who looked at one person's record, a row a day; each leads to its lines below. */
export const LookersCard = (props: {
  readonly search: TrailSearch;
  readonly patientId: string;
}): ReactNode => {
  const { t } = useLingui();
  const { path, search: words } = useAddress();
  const columns = useColumns();
  const { from, to } = props.search.input;
  const read = useRead(listLookers, { patientId: props.patientId, from, to });
  const most = sayCount(mostGathered);
  return (
    <Card
      flush
      title={<Trans>Who looked, by day</Trans>}
      aside={
        read.data &&
        (read.data.hasMore ? (
          <Trans>of the newest {most} lines</Trans>
        ) : (
          <Plural
            value={new Set(read.data.rows.map(({ accountId, name }) => accountId ?? name)).size}
            one="# person"
            other="# people"
          />
        ))
      }
    >
      <Loaded read={read}>
        {({ rows }) => (
          <DataTable
            name="lookers"
            label={t`Who looked, by day`}
            rows={rows}
            columns={columns}
            rowKey={({ on, accountId, name }) => `${on} ${accountId ?? name}`}
            rowLink={({ accountId, on }) => {
              // What the product does by itself has no account to narrow the lines by.
              if (accountId === null) return undefined;
              const narrowed = { accountId, from: on, to: on };
              return `${path}?${withTableWords(trailTable, words, narrowed).toString()}`;
            }}
            list="lookers"
            patientOf={() => props.patientId}
            findLabel={t`Find by name`}
            find={({ name }) => name}
            empty={
              <EmptyState>
                <Trans>
                  Nobody looked at this record or changed it in these days. Whoever does stands
                  here.
                </Trans>
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Card>
  );
};
