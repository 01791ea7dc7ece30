import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sumClaimRows } from "#domain/billing/claims/claim-sum.ts";
import { sayClaimSum } from "#web/billing/claims/say-claim-sum.ts";
import { BuildStep } from "#web/billing/claims/build-step.tsx";
import { ExportStep } from "#web/billing/claims/export-step.tsx";
import type { DayWords } from "#web/billing/claims/day-words.ts";
import { HeldBack } from "#web/billing/claims/held-back.tsx";
import { FilesOfToday } from "#web/billing/claims/files-of-today.tsx";
import { useBatch, type Batch } from "#web/billing/claims/use-batch.ts";
import {
  batchSpans,
  hasFirstDay,
  useBatchSpan,
  type BatchSpanName,
} from "#web/billing/claims/use-batch-span.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { Card } from "#web/ui/card.tsx";
import { FigureStrip } from "#web/ui/figure-strip.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const spanWords: Readonly<Record<BatchSpanName, MessageDescriptor>> = {
  all: msg`All days up to today`,
  yesterday: msg`All days up to yesterday`,
  week: msg`The last 7 days`,
  month: msg`The last 31 days`,
};

const Figures = (props: { readonly batch: Batch }): ReactNode => {
  const { t } = useLingui();
  const { batch } = props;
  const [ready, held] = [batch.dayCount("ready"), batch.dayCount("held")];
  const days = ready.days + held.days;
  const claims = batch.ready.length + batch.held.length;
  return (
    <FigureStrip
      label={t`The batch in figures`}
      figures={[
        {
          name: t`Days ready`,
          figure: ready.days,
          detail: t`of ${days} · ${sayMoney(ready.totalCents)}`,
        },
        {
          name: t`Days held`,
          figure: held.days,
          detail:
            held.unpriced === 0
              ? t`of ${days} · ${sayMoney(held.totalCents)}`
              : t`of ${days} · ${sayMoney(held.totalCents)} · ${sayCount(held.unpriced)} unpriced`,
        },
        {
          name: t`Claims ready`,
          figure: batch.ready.length,
          detail: t`of ${claims} · ${sayClaimSum(sumClaimRows(batch.ready))}`,
        },
        {
          name: t`Claims held`,
          figure: batch.held.length,
          detail: t`of ${claims} · ${sayClaimSum(sumClaimRows(batch.held))}`,
        },
      ]}
    />
  );
};

/** The batch in its shape: figures, then what may be built and sent. */
const Loading = (): ReactNode => (
  <Columns>
    <Card flush>
      <Skeleton rows={1} tall />
    </Card>
    <Card flush>
      <Skeleton rows={6} />
    </Card>
  </Columns>
);

/** The morning's batch: days become claims, claims become files; what stays back says why. */
export const BatchScreen = (props: { readonly dayWords: DayWords }): ReactNode => {
  const { t, i18n } = useLingui();
  const span = useBatchSpan();
  const batch = useBatch(span);
  const [since, until] = [sayDate(span.from), sayDate(span.to)];
  return (
    <Screen
      title={t`Batch`}
      facts={
        hasFirstDay(span) ? (
          <Trans>
            Service days from {since} to {until} that no file holds yet.
          </Trans>
        ) : (
          <Trans>Service days up to {until} that no file holds yet.</Trans>
        )
      }
      otherActions={
        <FilterSelect
          label={t`Days`}
          all={i18n._(spanWords.all)}
          value={span.name === "all" ? "" : span.name}
          choices={batchSpans
            .filter((name) => name !== "all")
            .map((value) => ({ value, label: i18n._(spanWords[value]) }))}
          onChange={(name) => span.choose(name === "" ? "all" : name)}
        />
      }
    >
      <Loaded read={batch.read} skeleton={<Loading />}>
        {() => (
          <Columns>
            <Figures batch={batch} />
            <BuildStep batch={batch} span={span} />
            <ExportStep batch={batch} span={span} />
            <HeldBack batch={batch} dayWords={props.dayWords} />
            <FilesOfToday />
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
};
