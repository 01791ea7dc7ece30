import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { holdOwners } from "#domain/billing/charges/day-charge.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { Output } from "#domain/contract/route.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { HoldsTable } from "#web/billing/claims/holds-table.tsx";
import { isUnpriced } from "#web/billing/claims/unpriced.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { dayAt } from "#web/platform/dates.ts";
import { daysBetween } from "#web/platform/days.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayOwnerGroup } from "#web/platform/owner-words.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useSettled } from "#web/platform/use-settled.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Card } from "#web/ui/card.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { useTableState } from "#web/ui/table-state.ts";
import { useTablePages } from "#web/ui/use-table-pages.ts";

type Reason = Output<typeof listHolds>["reasons"][number];

/** What a hold is called: that of a claim or that of a day. */
const useHoldName = (dayWords: DayWords): ((code: string) => string) => {
  const ofClaim = useClaimHolds();
  return (code) => (ofClaim(code) ?? dayWords.hold({ code, values: {} }))?.name ?? code;
};

/** The address of this screen, narrowed to one reason. */
const useReasonLink = (): ((code: string) => string) => {
  const { path, search } = useAddress();
  return (code) => {
    const next = new URLSearchParams(search);
    next.set("code", code);
    return `${path}?${next.toString()}`;
  };
};

const ReasonRow = (props: { readonly reason: Reason; readonly name: string }): ReactNode => {
  const { i18n } = useLingui();
  const { code, owner, count, totalCents, oldestAt } = props.reason;
  const linkTo = useReasonLink();
  const today = useToday();
  const days = daysBetween(dayAt(oldestAt, useOrganizationZone()), today);
  const who = sayOwnerGroup(i18n, owner);
  return (
    <Row
      title={props.name}
      to={linkTo(code)}
      below={
        <>
          <Plural value={count} one="# waits" other="# wait" /> ·{" "}
          {isUnpriced(code, totalCents) ? <Trans>unpriced</Trans> : sayMoney(totalCents)} ·{" "}
          <Plural value={days} _0="since today" one="oldest # day" other="oldest # days" />
          <br />
          <Trans>Waits for {who}.</Trans>
        </>
      }
    />
  );
};

const Reasons = (props: {
  readonly reasons: readonly Reason[];
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t } = useLingui();
  const name = useHoldName(props.dayWords);
  const reasons = props.reasons.toSorted((one, other) => other.totalCents - one.totalCents);
  if (reasons.length === 0) return null;
  return (
    <Card flush title={<Trans>Reasons</Trans>} aside={<Trans>the largest amount first</Trans>}>
      <Rows label={t`Reasons`}>
        {reasons.map((reason) => (
          <ReasonRow
            key={`${reason.code} ${reason.owner}`}
            reason={reason}
            name={name(reason.code)}
          />
        ))}
      </Rows>
    </Card>
  );
};

const Narrowing = (props: {
  readonly reasons: readonly Reason[];
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const [code, setCode] = useSearchWord("code");
  const [owner, setOwner] = useSearchWord("owner");
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
    </>
  );
};

const pauseMs = 150;
const sorts = ["since", "person", "payer", "total"] as const;

/** Everything that waits, the longest first: why, since when, and for whom. It holds the bill, never the care. */
export const HoldsScreen = (props: { readonly dayWords: DayWords }): ReactNode => {
  const { t } = useLingui();
  const [code] = useSearchWord("code");
  const [word] = useSearchWord("owner");
  const owner = holdOwners.find((one) => one === word);
  const table = useTableState("holds");
  const q = useSettled(table.find, pauseMs);
  const sort = sorts.find((one) => one === table.sort?.key);
  const holds = useTablePages(
    "holds",
    listHolds,
    {
      q,
      together: "true",
      ...(code !== "" && { code }),
      ...(owner && { owner }),
      ...(sort && { sort, order: table.sort?.descending ? "desc" : "asc" }),
    },
    { alsoOn: ["claim", "day-charge", "note", "consent", "coverage", "task"] },
  );
  const reasons = holds.first?.reasons ?? [];
  const shown = holds.first?.matching ?? 0;
  const all = reasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    <Screen
      title={t`Holds`}
      facts={
        <Trans>
          What waits, the longest first. A day or a claim that waits for two things stands here
          twice. A hold keeps the bill back, never the care.
        </Trans>
      }
    >
      <Loaded read={holds.read}>
        {(rows) => (
          <Columns aside={<Reasons reasons={reasons} dayWords={props.dayWords} />}>
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
                tools={<Narrowing reasons={reasons} dayWords={props.dayWords} />}
              />
            </Card>
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
};
