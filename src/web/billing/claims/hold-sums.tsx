import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isUnpriced } from "#domain/billing/charges/unpriced-day.ts";
import type { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { Output } from "#domain/contract/route.ts";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { holdsNarrowed, noPolicy } from "#web/billing/claims/holds-narrowed.ts";
import { useHoldName } from "#web/billing/claims/use-hold-name.ts";
import { useAddress } from "#web/platform/address.ts";
import { dayAt } from "#web/platform/dates.ts";
import { daysBetween } from "#web/platform/days.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayOwnerGroup } from "#web/platform/owner-words.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";
import { Card } from "#web/ui/card.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

type Holds = Output<typeof listHolds>;
type Reason = Holds["reasons"][number];
type HeldOfPayer = Holds["payers"][number];

/** The address of this screen, narrowed by one word more. */
const useNarrowed = () => {
  const { path, search } = useAddress();
  return (word: "code" | "payer", value: string): string =>
    `${path}?${holdsNarrowed(new URLSearchParams(search), word, value).toString()}`;
};

const ReasonRow = (props: { readonly reason: Reason; readonly name: string }): ReactNode => {
  const { i18n } = useLingui();
  const { code, owner, together, count, totalCents, oldestAt } = props.reason;
  const narrowed = useNarrowed();
  const today = useToday();
  const zone = useOrganizationZone();
  const days = oldestAt === null ? 0 : daysBetween(dayAt(oldestAt, zone), today);
  const who = sayOwnerGroup(i18n, owner);
  return (
    <Row
      title={props.name}
      to={narrowed("code", code)}
      below={
        <>
          <Plural value={together} one="# hold" other="# holds" /> ·{" "}
          {count > together && (
            <>
              <Plural value={count} one="# day" other="# days" /> ·{" "}
            </>
          )}
          {isUnpriced(code, totalCents) ? <Trans>unpriced</Trans> : sayMoney(totalCents)} ·{" "}
          <Plural value={days} _0="since today" one="oldest # day" other="oldest # days" />
          <br />
          <Trans>Waits for {who}.</Trans>
        </>
      }
    />
  );
};

/** How much waits, each day and claim once: of the days the same as where the day begins. */
export const HoldTotals = ({ days, claims }: Pick<Holds, "days" | "claims">): ReactNode => {
  const [ofDays, ofClaims] = [sayMoney(days.totalCents), sayMoney(claims.totalCents)];
  return (
    <>
      <Plural
        value={days.count}
        one={`${ofDays} held on # day that is in no claim yet`}
        other={`${ofDays} held on # days that are in no claim yet`}
      />
      {days.unpriced > 0 && (
        <>
          , <Plural value={days.unpriced} one="# unpriced" other="# unpriced" />
        </>
      )}{" "}
      ·{" "}
      <Plural
        value={claims.count}
        one={`${ofClaims} in # claim`}
        other={`${ofClaims} in # claims`}
      />{" "}
      ·{" "}
      <Trans>
        What waits for more than one thing counts under each. A hold keeps the bill back, never the
        care.
      </Trans>
    </>
  );
};

/** What waits for each reason, of what the other filters leave: the largest amount first. */
export const HoldReasons = (props: {
  readonly reasons: readonly Reason[];
  readonly dayWords: DayWords;
}): ReactNode => {
  const { t } = useLingui();
  const name = useHoldName(props.dayWords);
  const reasons = props.reasons
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.totalCents - one.totalCents);
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

/** The same by who pays; what waits for two things counts once. Without a policy nobody pays yet, and it has no price. */
export const HoldPayers = (props: { readonly payers: readonly HeldOfPayer[] }): ReactNode => {
  const { t } = useLingui();
  const narrowed = useNarrowed();
  const payers = props.payers.filter(({ count }) => count > 0);
  if (payers.length === 0) return null;
  return (
    <Card flush title={<Trans>Payers</Trans>} aside={<Trans>each day and claim once</Trans>}>
      <Rows label={t`Payers`}>
        {payers.map(({ payerId, name, count, totalCents }) => (
          <Row
            key={payerId ?? "nobody"}
            title={name ?? <Trans>No policy yet</Trans>}
            to={payerId === null ? narrowed("code", noPolicy) : narrowed("payer", payerId)}
            below={<Plural value={count} one="# day or claim" other="# days and claims" />}
            marks={totalCents === 0 ? <Trans>unpriced</Trans> : sayMoney(totalCents)}
          />
        ))}
      </Rows>
    </Card>
  );
};
