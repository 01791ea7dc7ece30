import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AuditEventView } from "#domain/audit/audit-event.ts";
import { listAuditEvents, mostCounted } from "#domain/audit/audit.api.ts";
import { sayEvent, sayOutcome } from "#web/audit/event-words.ts";
import { sayReason } from "#web/audit/reason-words.ts";
import { trailTable, type TrailSearch } from "#web/audit/use-trail-search.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { useSession } from "#web/platform/session.tsx";
import { useReadPages } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ClockIcon, ReadOnlyIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

/** From where, and why not: what stands under the sentence. */
const Below = (props: { readonly event: AuditEventView }): ReactNode => {
  const { device, address, details } = props.event;
  const from = [device, address].filter((part) => part !== null && part !== "").join(", ");
  const problem = details["problem"];
  const why = typeof problem === "string" ? sayReason(problem) : null;
  return (
    <>
      {why !== null && <Trans>Not done: {why}. </Trans>}
      {from !== "" && <Trans>From {from}</Trans>}
    </>
  );
};

const OutcomeMark = (props: { readonly event: AuditEventView }): ReactNode => {
  const { outcome } = props.event;
  const said = sayOutcome(outcome);
  if (outcome === "refused") return <Chip icon={ReadOnlyIcon}>{said}</Chip>;
  return outcome === "failed" ? <Chip meaning="risk">{said}</Chip> : said;
};

const SealMark = (props: { readonly event: AuditEventView }): ReactNode =>
  props.event.isSealed ? (
    <Chip meaning="ontime">
      <Trans>Sealed</Trans>
    </Chip>
  ) : (
    <Chip icon={ClockIcon}>
      <Trans>Waiting</Trans>
    </Chip>
  );

const useColumns = (): readonly Column<AuditEventView>[] => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  return [
    {
      key: "what",
      head: t`Who did what`,
      cell: (event) => <SecondLine below={<Below event={event} />}>{sayEvent(event)}</SecondLine>,
    },
    { key: "at", head: t`When`, cell: (event) => <Time at={event.at} zone={zone} /> },
    { key: "outcome", head: t`Outcome`, cell: (event) => <OutcomeMark event={event} /> },
    {
      key: "seal",
      head: t`Seal`,
      cell: (event) => <SealMark event={event} />,
      hideBelow: "desk",
    },
  ];
};

/** The lines that a search finds, newest first, each as a sentence. */
export const TrailTable = (props: {
  readonly search: TrailSearch;
  readonly lineLink: (auditId: string) => string;
}): ReactNode => {
  const { t } = useLingui();
  const columns = useColumns();
  const trail = useReadPages(listAuditEvents, props.search.input);
  const total = trail.total ?? 0;
  const counted = sayCount(total);
  const read = { data: trail.rows, error: trail.error, refetch: trail.refetch };
  return (
    <Card
      title={t`Lines`}
      aside={total >= mostCounted ? <Trans>{counted} or more</Trans> : undefined}
      flush
    >
      <Loaded read={read}>
        {(rows) => (
          <DataTable
            name={trailTable}
            label={t`Lines of the trail`}
            remote
            rows={rows}
            rowKey={(event) => event.id}
            rowLink={(event) => props.lineLink(event.id)}
            total={trail.total}
            more={trail.more}
            isLoadingMore={trail.isLoadingMore}
            columns={columns}
            empty={
              <EmptyState>
                <Trans>
                  Nothing has happened yet. Whatever anybody reads or changes appears here.
                </Trans>
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Card>
  );
};
