import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClaims, sumClaims } from "#domain/billing/claims/claim.api.ts";
import { claimAges, claimCounts } from "#domain/billing/claims/claim.ts";
import type { Output } from "#domain/contract/route.ts";
import { listPayers } from "#domain/payers/payer.api.ts";
import { NoClaims, useClaimColumns } from "#web/billing/claims/claim-columns.tsx";
import { ClaimAges, ClaimFigures, NotPaidYet } from "#web/billing/claims/claim-sums.tsx";
import { claimAgeWords, claimCountWords } from "#web/billing/claims/claim-words.ts";
import { claimsAsked, claimsSummed } from "#web/billing/claims/claims-asked.ts";
import { ClaimsByPayer } from "#web/billing/claims/claims-by-payer.tsx";
import { SpanDays, useSpanFilter } from "#web/billing/claims/span-filter.tsx";
import { useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import type { Filter } from "#web/ui/table-column.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const table = "claims";

const useFilters = (): readonly Filter<unknown>[] => {
  const { t, i18n } = useLingui();
  const maySeePayers = useCan("coverage:read");
  const payers = useRead(listPayers, {}, { enabled: maySeePayers });
  const choices = (payers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isOfDays = useTableState(table).filter("days") !== "";
  return [
    {
      key: "state",
      label: t`State`,
      choices: claimCounts.map((value) => ({ value, label: i18n._(claimCountWords[value]) })),
    },
    {
      key: "age",
      label: t`Age`,
      choices: claimAges.map((value) => ({ value, label: i18n._(claimAgeWords[value]) })),
    },
    ...(choices.length > 1 ? [{ key: "payer", label: t`Payer`, choices }] : []),
    useSpanFilter(t`Days: all`),
    ...(isOfDays
      ? [
          {
            key: "by",
            label: t`Which day`,
            unchosen: t`by last service day`,
            choices: [
              { value: "made", label: t`by day the claim was made` },
              { value: "sent", label: t`by day its file was made` },
            ],
          },
        ]
      : []),
  ];
};

/** How many claims match, those apart that ask for nothing any more. */
const Counted = (props: { readonly sums: Output<typeof sumClaims> }): ReactNode => {
  const { total, sums } = props.sums;
  const over = sums.nothing.claims;
  return (
    <>
      <Plural value={total - over} one="# claim" other="# claims" />
      {over > 0 && (
        <>
          , <Plural value={over} one="# more asks for nothing" other="# more ask for nothing" />
        </>
      )}{" "}
      ·{" "}
    </>
  );
};

const pauseMs = 150;
const alsoOn = ["claim-file", "hold", "consent"] as const;

/** Claims by name, number, state, age and days, the latest first; what they come to stands above, and by payer. */
export const ClaimsScreen = (): ReactNode => {
  const { t } = useLingui();
  const state = useTableState(table);
  const today = useToday();
  const columns = useClaimColumns();
  const filters = useFilters();
  const [view, setView] = useSearchWord("view");
  const asked = { ...state, find: useSettled(state.find, pauseMs) };
  const claims = useTablePages(table, listClaims, claimsAsked(asked, today), { alsoOn });
  const sums = useRead(sumClaims, claimsSummed(asked, today), { alsoOn, keepWhileLoading: true });
  return (
    <Screen
      title={t`Claims`}
      facts={
        <>
          {sums.data && <Counted sums={sums.data} />}
          <NotPaidYet />
        </>
      }
    >
      <Columns>
        {sums.data && (
          <div>
            <ClaimFigures sums={sums.data} />
            {sums.data.sums.asked.claims > 0 && <ClaimAges sums={sums.data} />}
          </div>
        )}
        <SpanDays table={table} />
        <Card flush>
          <Tabs
            label={t`Claims`}
            chosen={view === "payers" ? "payers" : "list"}
            onChoose={(name) => setView(name === "list" ? "" : name)}
            tabs={[
              { name: "list", label: <Trans>One by one</Trans> },
              { name: "payers", label: <Trans>By payer</Trans> },
            ]}
          >
            {view === "payers" ? (
              <Loaded read={sums}>
                {({ payers }) => (
                  <ClaimsByPayer
                    rows={payers}
                    filters={filters.filter(({ key }) => key !== "state" && key !== "age")}
                  />
                )}
              </Loaded>
            ) : (
              <Loaded read={claims.read}>
                {(rows) => (
                  <DataTable
                    {...claims.table}
                    filters={filters}
                    label={t`Claims`}
                    rows={rows}
                    columns={columns}
                    rowKey={(row) => row.id}
                    rowLink={(row) => paths.claim(row.id)}
                    rowQuiet={(row) => row.state === "withdrawn"}
                    findLabel={t`Name, claim number or payer`}
                    list="claims"
                    patientOf={(row) => row.patient.id}
                    empty={
                      <EmptyState
                        action={
                          <Button to={paths.billing}>
                            <Trans>Go to the batch</Trans>
                          </Button>
                        }
                      >
                        <NoClaims />
                      </EmptyState>
                    }
                  />
                )}
              </Loaded>
            )}
          </Tabs>
        </Card>
      </Columns>
    </Screen>
  );
};
