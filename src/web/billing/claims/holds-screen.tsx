import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { holdOwners } from "#domain/billing/charges/day-charge.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { filingSoonDays } from "#domain/billing/claims/hold.ts";
import type { Output } from "#domain/contract/route.ts";
import type { DayReleaseQuestion, DayWords } from "#web/billing/claims/day-words.ts";
import { HoldPayers, HoldReasons, HoldTotals } from "#web/billing/claims/hold-sums.tsx";
import { HoldsTable } from "#web/billing/claims/holds-table.tsx";
import { useHoldName } from "#web/billing/claims/use-hold-name.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayOwnerGroup } from "#web/platform/owner-words.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import { Card } from "#web/ui/card.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

type Holds = Output<typeof listHolds>;

const Narrowing = (props: {
  readonly reasons: Holds["reasons"];
  readonly payers: Holds["payers"];
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const [code, setCode] = useSearchWord("code");
  const [owner, setOwner] = useSearchWord("owner");
  const [payer, setPayer] = useSearchWord("payer");
  const [filing, setFiling] = useSearchWord("filing");
  const name = useHoldName(props.dayWords);
  const codes = [...new Set(props.reasons.map((reason) => reason.code))];
  return (
    <>
      <FilterSelect
        label={t`Reason`}
        all={t`Reason: all`}
        value={code}
        choices={codes.map((value) => ({ value, label: name(value) }))}
        onChange={setCode}
      />
      <FilterSelect
        label={t`Waits for`}
        all={t`Waits for: anybody`}
        value={owner}
        choices={holdOwners.map((value) => ({ value, label: sayOwnerGroup(i18n, value) }))}
        onChange={setOwner}
      />
      <FilterSelect
        label={t`Payer`}
        all={t`Payer: all`}
        value={payer}
        choices={props.payers.flatMap(({ payerId, name: label }) =>
          payerId === null || label === null ? [] : [{ value: payerId, label }],
        )}
        onChange={setPayer}
      />
      <FilterSelect
        label={t`Timely filing`}
        all={t`Timely filing: any`}
        value={filing}
        choices={[{ value: "soon", label: t`${filingSoonDays} days left or fewer` }]}
        onChange={setFiling}
      />
    </>
  );
};

/** Words of the address that narrow the list beside what the table has of its own. */
const narrowing = ["code", "owner", "payer", "filing", "from", "to"] as const;

/** The days that are looked at, where whoever came here looked at some alone. */
const OfDays = (props: { readonly from: string; readonly to: string }): ReactNode => {
  const [from, until] = [sayDate(props.from), sayDate(props.to)];
  return props.from === "" ? (
    <Trans>Service days up to {until}:</Trans>
  ) : (
    <Trans>
      Service days from {from} to {until}:
    </Trans>
  );
};

const pauseMs = 150;
const sorts = ["since", "person", "payer", "total", "filing"] as const;

/** Everything that waits, the longest first: why, since when, and for whom. It holds the bill, never the care. */
export const HoldsScreen = (props: {
  readonly dayWords: DayWords;
  readonly dayRelease: DayReleaseQuestion;
}): ReactNode => {
  const { t } = useLingui();
  const [code] = useSearchWord("code");
  const [word] = useSearchWord("owner");
  const owner = holdOwners.find((one) => one === word);
  const [payerId] = useSearchWord("payer");
  const [filing] = useSearchWord("filing");
  const [[from], [to]] = [useSearchDay("from"), useSearchDay("to")];
  const table = useTableState("holds");
  const q = useSettled(table.find, pauseMs);
  // What soon is too late stands in that order, if not asked otherwise.
  const isFiling = filing === "soon";
  const sort = sorts.find((one) => one === table.sort?.key) ?? (isFiling ? "filing" : undefined);
  const holds = useTablePages(
    "holds",
    listHolds,
    {
      q,
      together: "true",
      ...(code !== "" && { code }),
      ...(owner && { owner }),
      ...(payerId !== "" && { payerId }),
      ...(from !== "" && { from }),
      ...(to !== "" && { to }),
      ...(isFiling && { filing: "soon" as const }),
      ...(sort && { sort, order: table.sort?.descending ? "desc" : "asc" }),
    },
    { alsoOn: ["claim", "day-charge", "note", "consent", "coverage", "task"] },
  );
  const reasons = holds.first?.reasons ?? [];
  const payers = holds.first?.payers ?? [];
  const shown = holds.total;
  const all = holds.first?.all ?? 0;
  return (
    <Screen
      title={t`Holds`}
      facts={
        holds.first !== undefined && (
          <>
            {to !== "" && <OfDays from={from} to={to} />}{" "}
            <HoldTotals days={holds.first.days} claims={holds.first.claims} />
          </>
        )
      }
    >
      <Loaded read={holds.read}>
        {(rows) => (
          <Columns
            aside={
              <>
                <HoldReasons reasons={reasons} dayWords={props.dayWords} />
                <HoldPayers payers={payers} />
              </>
            }
          >
            <Card
              flush
              title={<Trans>What waits</Trans>}
              aside={
                <Trans>
                  {shown} of {all} holds
                </Trans>
              }
            >
              <HoldsTable
                holds={rows}
                pages={holds.table}
                dayWords={props.dayWords}
                dayRelease={props.dayRelease}
                narrowing={narrowing}
                tools={<Narrowing reasons={reasons} payers={payers} dayWords={props.dayWords} />}
              />
            </Card>
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
};
