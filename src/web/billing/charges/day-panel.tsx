import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { explainDay, type DayExplanation } from "#domain/billing/charges/day-charge.api.ts";
import { LineRows, ZeroRows } from "#web/billing/charges/charge-rows.tsx";
import { DayHolds } from "#web/billing/charges/day-holds.tsx";
import { DayReleases } from "#web/billing/charges/day-releases.tsx";
import { DayStateChip } from "#web/billing/charges/day-state-chip.tsx";
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

/** What was kept beside what it would be now, where the two differ. */
const Kept = (props: { readonly day: DayExplanation }): ReactNode => {
  const { kept, isAsKept, charges } = props.day;
  const { claimId = null } = kept ?? {};
  if (kept === null || isAsKept) return null;
  const [was, is] = [sayMoney(kept.totalCents), sayMoney(charges.totalCents)];
  return (
    <Note
      meaning="short"
      action={
        claimId !== null && (
          <Button size="small" to={paths.claim(claimId)}>
            <Trans>Open the claim</Trans>
          </Button>
        )
      }
    >
      {claimId === null ? (
        <Trans>
          {was} is kept; now it would be {is}.
        </Trans>
      ) : was === is ? (
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

const Day = (props: { readonly day: DayExplanation }): ReactNode => {
  const { day } = props;
  const { charges, services, zone, kept } = day;
  const { lines, zeroes, totalCents } = charges;
  const claimId = kept?.claimId ?? null;
  return (
    <>
      <Kept day={day} />
      <Facts
        facts={[
          { name: <Trans>State</Trans>, value: <DayStateChip state={day.state} /> },
          { name: <Trans>Total</Trans>, value: <strong>{sayMoney(totalCents)}</strong> },
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
export const DayPanel = (): ReactNode => {
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
      {isOpen && <Loaded read={day}>{(data) => <Day day={data} />}</Loaded>}
    </SidePanel>
  );
};
