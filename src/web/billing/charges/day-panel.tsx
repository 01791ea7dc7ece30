import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayBill } from "#domain/billing/charges/day-bill.ts";
import { explainDay, type DayExplanation } from "#domain/billing/charges/day-charge.api.ts";
import { keptOtherwise } from "#domain/billing/charges/kept-otherwise.ts";
import { goesNowWords } from "#web/billing/charges/bill-words.ts";
import { keptPartWords } from "#web/billing/charges/charge-words.ts";
import { LineRows, ZeroRows } from "#web/billing/charges/charge-rows.tsx";
import { DayHolds } from "#web/billing/charges/day-holds.tsx";
import { DayReleases } from "#web/billing/charges/day-releases.tsx";
import { DayStateChip } from "#web/billing/charges/day-state-chip.tsx";
import { useBillSentence } from "#web/billing/charges/use-bill-sentence.ts";
import type { DayBills } from "#web/billing/charges/use-day-bills.ts";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Link } from "#web/ui/link.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const ContractName = (props: { readonly contract: DayExplanation["contract"] }): ReactNode => {
  const { contract } = props;
  const mayRead = useCan("contracts:read");
  if (contract === null) return null;
  const { name, versionNumber } = contract;
  const said = (
    <Trans>
      {name}, version {versionNumber}
    </Trans>
  );
  return mayRead ? <Link to={paths.contract(contract.id)}>{said}</Link> : said;
};

/** What was claimed beside what it would be now, where the two differ. */
const Claimed = (props: { readonly day: DayExplanation; readonly claimId: string }): ReactNode => {
  const { kept, charges } = props.day;
  const [was, is] = [sayMoney(kept?.totalCents ?? 0), sayMoney(charges.totalCents)];
  return (
    <Note
      meaning="short"
      action={
        <Button size="small" to={paths.claim(props.claimId)}>
          <Trans>Open the claim</Trans>
        </Button>
      }
    >
      {was === is ? (
        <Trans>
          {was} was claimed, and it still comes to that; who treated, or how, is another by now. The
          claim stays until it is corrected.
        </Trans>
      ) : (
        <Trans>
          {was} was claimed; now it would be {is}. The claim stays until it is corrected.
        </Trans>
      )}
    </Note>
  );
};

/** What is kept beside what it would be now, where somebody who bills would see a difference, and in what. */
const Kept = (props: { readonly day: DayExplanation }): ReactNode => {
  const { i18n } = useLingui();
  const { kept, isAsKept, charges } = props.day;
  if (kept === null || isAsKept) return null;
  if (kept.claimId !== null) return <Claimed day={props.day} claimId={kept.claimId} />;
  const parts = keptOtherwise(props.day);
  if (parts.length === 0) return null;
  const [was, is] = [sayMoney(kept.totalCents), sayMoney(charges.totalCents)];
  const others = parts.filter((part) => part !== "amount");
  const list = others.map((part) => i18n._(keptPartWords[part])).join(", ");
  return (
    <Note meaning="short">
      {parts.includes("amount") ? (
        <Trans>
          {was} is kept; now it would be {is}.
        </Trans>
      ) : (
        <Trans>{was} is kept, and it still comes to that.</Trans>
      )}{" "}
      {others.length > 0 && <Trans>Another by now: {list}.</Trans>}{" "}
      <Trans>Recalculating its days keeps what it is now.</Trans>
    </Note>
  );
};

/** Why a day that is ready is in no claim yet. */
const BillOfDay = (props: { readonly bill: DayBill }): ReactNode => {
  const { i18n } = useLingui();
  const { bill } = props;
  const sentence = useBillSentence();
  const { path, search } = useAddress();
  const next = new URLSearchParams(search);
  next.set("day", bill.waitsFor ?? "");
  return (
    <>
      {sentence(bill) ?? i18n._(goesNowWords)}{" "}
      {bill.standing === "unsettled" && bill.waitsFor !== null && (
        <Link to={`${path}?${next.toString()}`}>
          <Trans>Open {sayDate(bill.waitsFor)}</Trans>
        </Link>
      )}
    </>
  );
};

const Day = (props: {
  readonly day: DayExplanation;
  readonly bill: DayBill | undefined;
}): ReactNode => {
  const { day, bill } = props;
  const { charges, services, zone, kept } = day;
  const { lines, zeroes, totalCents } = charges;
  const claimId = kept?.claimId ?? null;
  const total = sayMoney(totalCents);
  return (
    <>
      <Kept day={day} />
      <Facts
        facts={[
          { name: <Trans>State</Trans>, value: <DayStateChip state={day.state} /> },
          {
            name: <Trans>Total</Trans>,
            value:
              day.state === "open" ? (
                <Trans>{total}, if it goes on as planned</Trans>
              ) : (
                <strong>{total}</strong>
              ),
          },
          {
            name: <Trans>Bill</Trans>,
            value: day.state === "ready" && bill !== undefined && <BillOfDay bill={bill} />,
          },
          {
            name: <Trans>Payer</Trans>,
            value: day.payer?.name,
            absent: <Trans>no policy on this day</Trans>,
          },
          {
            name: <Trans>Contract</Trans>,
            value: day.contract && <ContractName contract={day.contract} />,
            absent: <Trans>none in force</Trans>,
          },
          { name: <Trans>Level of care</Trans>, value: day.levelName },
          {
            name: <Trans>Claim</Trans>,
            value: claimId && (
              <Link to={paths.claim(claimId)}>
                <Trans>Open the claim</Trans>
              </Link>
            ),
          },
        ]}
      />
      {charges.isTest && (
        <Quiet>
          <Trans>The contract is being tested: a claim of this day is marked as a test.</Trans>
        </Quiet>
      )}
      <DayHolds day={day} />
      <DayReleases day={day} />
      {lines.length > 0 && (
        <PanelPart title={<Trans>Lines</Trans>} hint={<Trans>What the day bills.</Trans>}>
          <LineRows lines={lines} services={services} zone={zone} />
        </PanelPart>
      )}
      {zeroes.length > 0 && (
        <PanelPart title={<Trans>Earns nothing of its own</Trans>}>
          <ZeroRows zeroes={zeroes} services={services} zone={zone} />
        </PanelPart>
      )}
      {lines.length + zeroes.length === 0 && (
        <Quiet>
          <Trans>Nobody recorded anything on this day.</Trans>
        </Quiet>
      )}
    </>
  );
};

/** A day of somebody, opened beside the list: every line and every zero, with its reason and who says so. */
export const DayPanel = (props: { readonly bills: DayBills }): ReactNode => {
  const { t } = useLingui();
  const [enrollmentId] = useSearchWord("of");
  const [serviceDate] = useSearchDay("day");
  const { path, search, go } = useAddress();
  const isOpen = enrollmentId !== "" && serviceDate !== "";
  const day = useRead(
    explainDay,
    { enrollmentId, serviceDate },
    { enabled: isOpen, alsoOn: ["attendance", "session", "note", "claim", "contract", "coverage"] },
  );
  const close = (): void => {
    const next = new URLSearchParams(search);
    next.delete("of");
    next.delete("day");
    const text = next.toString();
    go(text === "" ? path : `${path}?${text}`, { replace: true });
  };
  const name = day.data?.patientName ?? "";
  return (
    <SidePanel
      open={isOpen}
      onClose={close}
      title={isOpen ? t`${sayDate(serviceDate)}, ${name}` : ""}
    >
      {isOpen && (
        <Loaded read={day}>
          {(data) => <Day day={data} bill={props.bills.get(data.kept?.id ?? "")} />}
        </Loaded>
      )}
    </SidePanel>
  );
};
