import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { sumClaims } from "#domain/billing/claims/claim.api.ts";
import type { ClaimCount } from "#domain/billing/claims/claim.ts";
import type { Output } from "#domain/contract/route.ts";
import { claimCountWords } from "#web/billing/claims/claim-words.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useAddress } from "#web/platform/address.ts";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";

type PayerSums = Output<typeof sumClaims>["payers"][number];

const places = ["asked", "test", "made", "ready", "held", "rejected"] as const;
const onlyWhereAny: readonly ClaimCount[] = ["test", "made"];

const claimsIn = ({ sums }: PayerSums): number =>
  places.reduce((all, place) => all + sums[place].claims, 0);

const useColumns = (rows: readonly PayerSums[]): readonly Column<PayerSums>[] => {
  const { t, i18n } = useLingui();
  const money = (place: ClaimCount): Column<PayerSums> => ({
    key: place,
    head: i18n._(claimCountWords[place]),
    value: ({ sums }) => sums[place].totalCents,
    cell: ({ sums }) => sayMoney(sums[place].totalCents),
    csv: ({ sums }) => (sums[place].totalCents / 100).toFixed(2),
    figures: true,
  });
  return [
    {
      key: "payer",
      head: t`Payer`,
      value: ({ payer }) => payer.name,
      cell: ({ payer }) => payer.name,
    },
    {
      key: "claims",
      head: t`Claims`,
      value: claimsIn,
      cell: claimsIn,
      figures: true,
    },
    // Who never tried a file out, or let none lie, needs no column for it.
    ...places
      .filter(
        (place) => !onlyWhereAny.includes(place) || rows.some(({ sums }) => sums[place].claims > 0),
      )
      .map(money),
  ];
};

/** What the same claims come to for each payer; what asks for nothing more is in none of it. */
export const ClaimsByPayer = (props: {
  readonly rows: readonly PayerSums[];
  readonly filters: readonly Filter<unknown>[];
}): ReactNode => {
  const { t } = useLingui();
  const { path, search } = useAddress();
  const listOf = ({ payer }: PayerSums): string => {
    const words = new URLSearchParams(search);
    words.delete("view");
    words.delete("claims.sort");
    words.set("claims.payer", payer.id);
    return `${path}?${words.toString()}`;
  };
  return (
    <DataTable
      name="claims"
      label={t`Claims by payer`}
      rows={props.rows.filter((row) => claimsIn(row) > 0)}
      columns={useColumns(props.rows)}
      rowKey={({ payer }) => payer.id}
      rowLink={listOf}
      findLabel={t`Name, claim number or payer`}
      filters={props.filters}
      list="claims-by-payer"
      empty={
        <EmptyState>
          <Trans>No claim yet. Build claims in the batch.</Trans>
        </EmptyState>
      }
    />
  );
};
