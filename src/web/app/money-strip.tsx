import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import { sumClaims } from "#domain/billing/claims/claim.api.ts";
import { useBuildAhead } from "#web/app/use-build-ahead.ts";
import { claimCountWords } from "#web/billing/claims/claim-words.ts";
import { claimsCounted } from "#web/billing/claims/claims-asked.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { FigureStrip } from "#web/ui/figure-strip.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

/** What waits in days and what went in claims: for whoever bills and does not answer for the program. Each opens to as many rows. */
export const MoneyStrip = (): ReactNode => {
  const { t, i18n } = useLingui();
  const mayExport = useCan("claims:export");
  const read = useRead(listDayCharges, { limit: 1 }, { enabled: mayExport, alsoOn: ["claim"] });
  const inFiles = useRead(
    sumClaims,
    {},
    { enabled: mayExport, alsoOn: ["claim", "claim-file", "hold"] },
  );
  const build = useBuildAhead(mayExport);
  if (!mayExport || read.error !== null || inFiles.error !== null) return null;
  if (read.data === undefined || inFiles.data === undefined) return <Skeleton rows={1} tall />;
  const { states } = read.data;
  const sum = (state: string) =>
    states
      .filter((one) => one.state === state)
      .reduce(
        (total, one) => ({
          days: total.days + one.days,
          cents: total.cents + one.totalCents,
          unpriced: total.unpriced + one.unpriced,
        }),
        { days: 0, cents: 0, unpriced: 0 },
      );
  const [ready, held] = [sum("ready"), sum("held")];
  const [readyDays, heldDays] = [sayCount(ready.days), sayCount(held.days)];
  const unpriced = sayCount(held.unpriced);
  const open = sayCount(ready.days + held.days);
  const now = sayCount(build.data?.billed.days ?? 0);
  const billableNow = build.data === undefined ? [] : [t`${now} can be billed now`];
  const { asked, test } = inFiles.data.sums;
  // Who only tries the way out asks nobody for anything yet.
  const place = asked.claims === 0 && test.claims > 0 ? "test" : "asked";
  const { claims, totalCents } = inFiles.data.sums[place];
  return (
    <FigureStrip
      label={t`What waits and what went`}
      figures={[
        {
          name: t`Ready to bill`,
          figure: sayMoney(ready.cents),
          detail: [t`${readyDays} of ${open} days in no claim yet`, ...billableNow].join("; "),
          to: paths.openDays("ready"),
          meaning: t`Days that are over, with everything their payer asks for, and in no claim yet. Where a contract bills by the week, the month or the stay, they wait for its end.`,
        },
        {
          name: t`Held`,
          figure: sayMoney(held.cents),
          detail:
            held.unpriced === 0
              ? t`${heldDays} of ${open} days in no claim yet`
              : t`${heldDays} of ${open} days in no claim yet, ${unpriced} unpriced`,
          to: paths.openDays("held"),
          meaning: t`Days that something keeps from being billed: a note, a consent, an authorization. Without a policy or a contract a day has no price yet and counts with nothing.`,
        },
        {
          name: i18n._(claimCountWords[place]),
          figure: sayMoney(totalCents),
          detail: plural(claims, { one: "# claim", other: "# claims" }),
          to: claimsCounted(place),
          meaning:
            place === "test"
              ? t`The payer checks these and pays nothing.`
              : t`What payers were asked for in files and have not refused. A claim that was rejected, voided or replaced asks for nothing here.`,
        },
      ]}
    />
  );
};
