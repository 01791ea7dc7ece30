import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DayHoldCode } from "#domain/billing/charges/day-charge.ts";
import { sumUnanswered } from "#domain/billing/claims/acknowledgment.api.ts";
import type { ClaimSum } from "#domain/billing/claims/claim-sum.ts";
import { sumExport } from "#domain/billing/claims/claim-file.api.ts";
import { filingSoonDays, type ClaimHoldCode } from "#domain/billing/claims/hold.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { HereRow, RejectedRow, UnansweredRow } from "#web/app/answer-needs.tsx";
import { NeedRow } from "#web/app/need-row.tsx";
import { FileBy } from "#web/billing/claims/file-by.tsx";
import { useBuildAhead } from "#web/app/use-build-ahead.ts";
import { useBatchSpan } from "#web/billing/claims/use-batch-span.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { sayClaimSum } from "#web/billing/claims/say-claim-sum.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Chip } from "#web/ui/chip.tsx";
import { ClaimIcon, ClockIcon, EditIcon, HeldIcon, SendIcon } from "#web/ui/icons.ts";

interface Sum {
  readonly count: number;
  readonly cents: number;
}

interface HeldForBillers extends Sum {
  readonly oldestAt: string | undefined;
  /** Of them, days whose claim says another thing than was delivered. */
  readonly corrections: number;
  /** Of them, claims that their receiver rejected unread, and the first of them. */
  readonly rejected: number;
  readonly rejectedAt: string | undefined;
}

const toCorrect: DayHoldCode = "claim-needs-correction";

const rejected: ClaimHoldCode = "claim-rejected";

const nothing: HeldForBillers = {
  count: 0,
  cents: 0,
  oldestAt: undefined,
  corrections: 0,
  rejected: 0,
  rejectedAt: undefined,
};

/** Claims, and what they ask for in words: a void among them asks for nothing. */
const toGoOf = (sums: ClaimSum | undefined) => ({
  count: sums?.claims ?? 0,
  amount: sums === undefined ? "" : sayClaimSum(sums),
});
type ToGo = ReturnType<typeof toGoOf>;

/** What waits for whoever bills: days that may become claims, claims that may go, and what only a biller can mend. */
export const useMoneyNeeds = () => {
  const mayExport = useCan("claims:export");
  const enabled = mayExport;
  const { from, to } = useBatchSpan();
  const build = useBuildAhead(enabled);
  const sums = useRead(
    sumExport,
    { from, to },
    { enabled, alsoOn: ["claim", "hold", "consent", "day-charge"] },
  );
  const holds = useRead(
    listHolds,
    { owner: "biller", limit: 1 },
    { enabled, alsoOn: ["claim", "claim-file", "day-charge", "coverage", "contract"] },
  );
  const unanswered = useRead(sumUnanswered, {}, { enabled });
  const held = (holds.data?.reasons ?? [])
    .filter(({ owner }) => owner === "biller")
    .reduce<HeldForBillers>(
      (sum, { code, together, count, totalCents, oldestAt }) => ({
        corrections: sum.corrections + (code === toCorrect ? count : 0),
        rejected: sum.rejected + (code === rejected ? count : 0),
        rejectedAt: code === rejected ? (oldestAt ?? undefined) : sum.rejectedAt,
        count: sum.count + together,
        cents: sum.cents + totalCents,
        oldestAt: [sum.oldestAt, oldestAt].flatMap((at) => at ?? []).toSorted()[0],
      }),
      nothing,
    );
  return {
    build: {
      count: build.data?.claims ?? 0,
      days: build.data?.billed.days ?? 0,
      cents: build.data?.billed.totalCents ?? 0,
    },
    /** In files, if they were made now. */
    claims: toGoOf(sums.data?.ready),
    /** Ready, and the door would keep them: no hold says so before somebody tries. */
    keptBack: toGoOf(sums.data?.keptBack),
    held,
    /** What its payer takes for a month more at most, whoever ends what keeps it. */
    late: {
      count: holds.data?.filingSoon.count ?? 0,
      cents: holds.data?.filingSoon.totalCents ?? 0,
      first: holds.data?.filingSoon.first ?? "",
    },
    /** Files whose answer should have come. */
    unanswered: {
      count: unanswered.data?.files ?? 0,
      claims: unanswered.data?.claims ?? 0,
      cents: unanswered.data?.totalCents ?? 0,
      oldestAt: unanswered.data?.oldestAt ?? "",
    },
    /** Files that lie here: nobody downloaded them. */
    here: {
      count: unanswered.data?.here.files ?? 0,
      claims: unanswered.data?.here.claims ?? 0,
      cents: unanswered.data?.here.totalCents ?? 0,
      oldestAt: unanswered.data?.here.oldestAt ?? "",
    },
    isLoading: mayExport && [build, sums, holds, unanswered].some(({ isPending }) => isPending),
  };
};
type MoneyNeeds = ReturnType<typeof useMoneyNeeds>;

/** How many rows `MoneyNeedsRows` shows. */
export const countMoneyNeeds = (needs: MoneyNeeds): number => {
  const { build, claims, keptBack, held, late, unanswered, here } = needs;
  const counts = [build, claims, keptBack, held, late, unanswered, here].map(({ count }) => count);
  return [...counts, held.corrections, held.rejected].filter((count) => count > 0).length;
};

/** Claims that were right when they were made: a payer is told what was put right since. */
const CorrectionsRow = ({ count }: { readonly count: number }): ReactNode => (
  <NeedRow
    icon={EditIcon}
    to={`${paths.holds}?code=${toCorrect}`}
    title={
      <Plural
        value={count}
        one="# day was put right after its claim was made"
        other="# days were put right after their claims were made"
      />
    }
    below={
      <Trans>
        Who treated, the minutes or a note is another by now. Correct the claim, or void it.
      </Trans>
    }
    act={<Trans>Correct</Trans>}
  />
);

/** A bill that comes too late is not paid, however right it is. */
const LateRow = ({ late }: { readonly late: MoneyNeeds["late"] }): ReactNode => {
  const amount = sayMoney(late.cents);
  return (
    <NeedRow
      icon={ClockIcon}
      to={`${paths.holds}?filing=soon`}
      title={
        <Plural
          value={late.count}
          one="# hold is near the end of timely filing"
          other="# holds are near the end of timely filing"
        />
      }
      below={
        <Trans>
          {amount}. After the last day the payer takes no claim for it; {filingSoonDays} days are
          left or fewer.
        </Trans>
      }
      marks={<FileBy day={late.first} />}
      act={<Trans>See which</Trans>}
    />
  );
};

const HeldRow = ({ held }: { readonly held: HeldForBillers }): ReactNode => {
  const amount = sayMoney(held.cents);
  const since = sayDate(dayAt(held.oldestAt ?? "", useOrganizationZone()));
  return (
    <NeedRow
      icon={HeldIcon}
      to={`${paths.holds}?owner=biller`}
      title={
        <Plural
          value={held.count}
          one="# hold waits for a biller"
          other="# holds wait for a biller"
        />
      }
      below={
        <Trans>
          {amount}, as far as it has a price. A claim with a fault or to be corrected, a contract or
          a price that is missing.
        </Trans>
      }
      marks={
        <Chip meaning="held">
          <Trans>Since {since}</Trans>
        </Chip>
      }
      act={<Trans>See why</Trans>}
    />
  );
};

const BuildRow = ({ build }: { readonly build: Sum & { readonly days: number } }): ReactNode => {
  const { days } = build;
  const amount = sayMoney(build.cents);
  return (
    <NeedRow
      icon={ClaimIcon}
      to={paths.billing}
      title={
        <Plural value={build.count} one="# claim can be built" other="# claims can be built" />
      }
      below={
        <Plural
          value={days}
          one={`# day, ${amount}. Build makes and checks each; nothing is sent by that.`}
          other={`# days, ${amount}. Build makes and checks each; nothing is sent by that.`}
        />
      }
      act={<Trans>Build</Trans>}
    />
  );
};

const ClaimsRow = ({ claims }: { readonly claims: ToGo }): ReactNode => {
  const { amount } = claims;
  return (
    <NeedRow
      icon={SendIcon}
      to={paths.billing}
      title={
        <Plural
          value={claims.count}
          one="# claim is ready for a file"
          other="# claims are ready for a file"
        />
      }
      below={<Trans>{amount}, checked and without a hold.</Trans>}
      act={<Trans>Make files</Trans>}
    />
  );
};

const KeptBackRow = ({ keptBack }: { readonly keptBack: ToGo }): ReactNode => {
  const { amount } = keptBack;
  return (
    <NeedRow
      icon={HeldIcon}
      to={paths.billing}
      title={
        <Plural
          value={keptBack.count}
          one="# claim is ready and may not leave"
          other="# claims are ready and may not leave"
        />
      }
      below={<Trans>{amount}. A consent ended or does not cover it; the batch names each.</Trans>}
      act={<Trans>See why</Trans>}
    />
  );
};

/** The work of the morning in its order: mend, send, build. */
export const MoneyNeedsRows = ({ needs }: { readonly needs: MoneyNeeds }): ReactNode => (
  <>
    {needs.late.count > 0 && <LateRow late={needs.late} />}
    {needs.held.rejected > 0 && (
      <RejectedRow count={needs.held.rejected} since={needs.held.rejectedAt ?? ""} />
    )}
    {needs.held.corrections > 0 && <CorrectionsRow count={needs.held.corrections} />}
    {needs.held.count > 0 && <HeldRow held={needs.held} />}
    {needs.unanswered.count > 0 && <UnansweredRow unanswered={needs.unanswered} />}
    {needs.here.count > 0 && <HereRow here={needs.here} />}
    {needs.keptBack.count > 0 && <KeptBackRow keptBack={needs.keptBack} />}
    {needs.claims.count > 0 && <ClaimsRow claims={needs.claims} />}
    {needs.build.count > 0 && <BuildRow build={needs.build} />}
  </>
);
