import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClaims } from "#domain/billing/claims/claim.api.ts";
import { claimStates, type ClaimRow } from "#domain/billing/claims/claim.ts";
import { listPayers } from "#domain/payers/payer.api.ts";
import { NoClaims, useClaimColumns } from "#web/billing/claims/claim-columns.tsx";
import { claimAges, claimsAsked } from "#web/billing/claims/claims-asked.ts";
import { claimStateWords } from "#web/billing/claims/claim-words.ts";
import { sayMoney } from "#web/platform/money.ts";
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
import { Screen } from "#web/ui/screen.tsx";
import type { Filter } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const useFilters = (): readonly Filter<ClaimRow>[] => {
  const { t, i18n } = useLingui();
  const maySeePayers = useCan("coverage:read");
  const payers = useRead(listPayers, {}, { enabled: maySeePayers });
  const choices = (payers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return [
    {
      key: "state",
      label: t`State`,
      choices: claimStates.map((value) => ({ value, label: i18n._(claimStateWords[value]) })),
    },
    {
      key: "age",
      label: t`Age`,
      choices: claimAges.map((value) => ({ value, label: t`${value} days and older` })),
    },
    ...(choices.length > 1 ? [{ key: "payer", label: t`Payer`, choices }] : []),
  ];
};

const pauseMs = 150;

/** Claims by name, number, state and age, the latest days first. */
export const ClaimsScreen = (): ReactNode => {
  const { t } = useLingui();
  const table = useTableState("claims");
  const today = useToday();
  const columns = useClaimColumns();
  const filters = useFilters();
  const find = useSettled(table.find, pauseMs);
  const claims = useTablePages("claims", listClaims, claimsAsked({ ...table, find }, today), {
    alsoOn: ["claim-file", "hold"],
  });
  const { total = 0, totalCents = 0, unsentCents = 0 } = claims.first ?? {};
  const [asked, unsent] = [sayMoney(totalCents - unsentCents), sayMoney(unsentCents)];
  return (
    <Screen
      title={t`Claims`}
      facts={
        claims.first !== undefined && (
          <>
            <Plural value={total} one="# claim" other="# claims" /> ·{" "}
            <Trans>{asked} asked for</Trans>
            {unsentCents > 0 && (
              <>
                {" "}
                · <Trans>{unsent} still to be sent</Trans>
              </>
            )}
          </>
        )
      }
    >
      <Card flush>
        <Loaded read={claims.read}>
          {(rows) => (
            <DataTable
              {...claims.table}
              label={t`Claims`}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              rowLink={(row) => paths.claim(row.id)}
              rowQuiet={(row) => row.state === "withdrawn"}
              findLabel={t`Name, claim number or payer`}
              filters={filters}
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
      </Card>
    </Screen>
  );
};
