import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Errand, ErrandState } from "#domain/operations/errand.ts";
import { mayBeRepeated } from "#domain/operations/errand.policy.ts";
import { listErrands, repeatErrand } from "#domain/operations/operations.api.ts";
import { repetitionWords, sayErrandKind, sayErrandProblem } from "#web/operations/errand-words.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { RetryIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const RepeatButton = (props: { readonly errand: Errand }): ReactNode => {
  const { t } = useLingui();
  const repeat = useAct(repeatErrand, {
    done: t`It is tried again now.`,
    words: repetitionWords,
    changes: ["operations"],
  });
  return (
    <Button
      size="small"
      icon={RetryIcon}
      busy={repeat.busy}
      onPress={() => void repeat.run({ errandId: props.errand.id })}
    >
      <Trans>Try again</Trans>
    </Button>
  );
};

/** When it was done, when it is tried next, or since when it waits. */
const Progress = (props: { readonly errand: Errand }): ReactNode => {
  const { errand } = props;
  const { zone } = useSession().organization;
  const at = (moment: string): ReactNode => <Time at={moment} zone={zone} />;
  if (errand.deliveredAt !== null) return <Trans>Done {at(errand.deliveredAt)}</Trans>;
  if (errand.failedAt !== null) return <Trans>Given up {at(errand.failedAt)}</Trans>;
  if (errand.nextAttemptAt !== null) return <Trans>Next try {at(errand.nextAttemptAt)}</Trans>;
  return <Trans>Waits for its first try</Trans>;
};

const useColumns = (): readonly Column<Errand>[] => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const mayManage = useCan("operations:manage");
  return [
    {
      key: "kind",
      head: t`Errand`,
      value: (errand) => sayErrandKind(errand.kind),
      cell: (errand) => (
        <SecondLine below={<Trans>by {errand.createdBy}</Trans>}>
          {sayErrandKind(errand.kind)}
        </SecondLine>
      ),
    },
    {
      key: "createdAt",
      head: t`Since`,
      value: (errand) => errand.createdAt,
      cell: (errand) => <Time at={errand.createdAt} zone={zone} />,
      hideBelow: "tablet",
    },
    {
      key: "attempts",
      head: t`Tries`,
      value: (errand) => errand.attempts,
      cell: (errand) => errand.attempts,
      figures: true,
    },
    {
      key: "progress",
      head: t`State`,
      value: (errand) => errand.deliveredAt ?? errand.failedAt ?? errand.nextAttemptAt,
      cell: (errand) => (
        <SecondLine below={errand.lastProblem === null ? "" : sayErrandProblem(errand.lastProblem)}>
          <Progress errand={errand} />
        </SecondLine>
      ),
    },
    {
      key: "act",
      head: t`Act`,
      cell: (errand) =>
        mayManage && mayBeRepeated(errand) ? <RepeatButton errand={errand} /> : null,
    },
  ];
};

const Empty = (props: { readonly state: ErrandState }): ReactNode => {
  switch (props.state) {
    case "failed":
      return <Trans>Nothing has failed.</Trans>;
    case "retrying":
      return <Trans>Nothing is being retried.</Trans>;
    case "waiting":
      return <Trans>Nothing waits.</Trans>;
    case "delivered":
      return <Trans>Nothing has been done yet. Letters and other errands appear here.</Trans>;
  }
};

/** The errands in one state, newest first. */
export const ErrandTable = (props: { readonly state: ErrandState }): ReactNode => {
  const { t } = useLingui();
  const { state } = props;
  const columns = useColumns();
  const errands = useTablePages(
    `errands-${state}`,
    listErrands,
    { state },
    // What is done grows for ever: it stays newest first, page by page.
    { isArrangedHere: state !== "delivered" },
  );
  return (
    <Loaded read={errands.read}>
      {(rows) => (
        <DataTable
          {...errands.table}
          label={t`Errands`}
          rows={rows}
          rowKey={(errand) => errand.id}
          columns={columns}
          list="errands"
          empty={
            <EmptyState>
              <Empty state={state} />
            </EmptyState>
          }
        />
      )}
    </Loaded>
  );
};
