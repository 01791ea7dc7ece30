import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { errandStates, type ErrandState } from "#domain/operations/errand.ts";
import type { readOperations } from "#domain/operations/operations.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { ErrandTable } from "#web/operations/errand-table.tsx";
import { sayErrandState } from "#web/operations/errand-words.ts";
import { RepeatAll } from "#web/operations/repeat-all.tsx";
import { useSearchWord } from "#web/platform/address.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { useCan } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

type Counts = Output<typeof readOperations>["errands"];

/** What needs somebody first. */
const order = [
  "failed",
  "retrying",
  "waiting",
  "delivered",
] as const satisfies readonly ErrandState[];

/** What had to happen after an act and has not, or has: by state, with a way to try again. */
export const ErrandsCard = (props: { readonly counts: Counts }): ReactNode => {
  const { t } = useLingui();
  const { counts } = props;
  const [word, setWord] = useSearchWord("state");
  const mayManage = useCan("operations:manage");
  const busiest = order.find((state) => state !== "delivered" && counts[state] > 0) ?? "delivered";
  const state = errandStates.find((known) => known === word) ?? busiest;
  const delivered = sayCount(counts.lastDay.delivered);
  const created = sayCount(counts.lastDay.created);
  const label = (one: ErrandState): string =>
    one === "delivered" ? sayErrandState(one) : `${sayErrandState(one)} ${sayCount(counts[one])}`;
  return (
    <Card
      title={t`Errands`}
      aside={
        <Trans>
          {delivered} of {created} of the last 24 hours are done
        </Trans>
      }
      actions={mayManage && counts.failed > 0 && <RepeatAll failed={counts.failed} />}
      flush
    >
      <Tabs
        label={t`Errands by state`}
        tabs={order.map((one) => ({ name: one, label: label(one) }))}
        chosen={state}
        onChoose={setWord}
      >
        <ErrandTable key={state} state={state} />
      </Tabs>
    </Card>
  );
};
