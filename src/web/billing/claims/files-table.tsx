import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import { acknowledgmentWorkingDays, fileStandings } from "#domain/billing/claims/acknowledgment.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { standingWords } from "#web/billing/claims/acknowledgment-words.ts";
import { formWords } from "#web/billing/claims/claim-words.ts";
import { DownloadButton } from "#web/billing/claims/download-button.tsx";
import { filesByDay, type FilesOfDay } from "#web/billing/claims/files-by-day.ts";
import { spanAsked } from "#web/billing/claims/span-asked.ts";
import { SpanDays, useSpanFilter } from "#web/billing/claims/span-filter.tsx";
import { StandingChip, StandingDetail } from "#web/billing/claims/standing-chip.tsx";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useOrganizationZone } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const useColumns = (): readonly Column<ClaimFile>[] => {
  const { t, i18n } = useLingui();
  const mayExport = useCan("claims:export");
  const download: Column<ClaimFile> = {
    key: "download",
    head: t`Hand over`,
    cell: (file) => <DownloadButton file={file} />,
  };
  return [
    {
      key: "payer",
      head: t`Payer`,
      value: (file) => file.payer.name,
      cell: (file) => <SecondLine below={file.name}>{file.payer.name}</SecondLine>,
    },
    {
      key: "name",
      head: t`File`,
      cell: (file) => file.name,
      csv: (file) => file.name,
      onlyCsv: true,
    },
    {
      key: "control",
      head: t`Interchange control number`,
      cell: (file) => file.interchangeControl,
      csv: (file) => file.interchangeControl,
      onlyCsv: true,
    },
    {
      key: "made",
      head: t`Made`,
      value: (file) => file.createdAt,
      cell: (file) => (
        <SecondLine below={file.createdBy}>
          <Time at={file.createdAt} />
        </SecondLine>
      ),
    },
    {
      key: "answer",
      head: t`Answer`,
      value: (file) => fileStandings.indexOf(file.standing),
      csv: (file) => i18n._(standingWords[file.standing]),
      cell: (file) => (
        <SecondLine below={<StandingDetail file={file} />}>
          <StandingChip file={file} />
        </SecondLine>
      ),
    },
    {
      key: "form",
      head: t`Form`,
      value: (file) => i18n._(formWords[file.form]),
      csv: (file) =>
        [i18n._(formWords[file.form]), ...(file.isTest ? [t`Test file`] : [])].join(", "),
      cell: (file) => (
        <>
          {i18n._(formWords[file.form])}{" "}
          {file.isTest && (
            <Chip>
              <Trans>Test file</Trans>
            </Chip>
          )}
        </>
      ),
      hideBelow: "desk",
    },
    {
      key: "claims",
      head: t`Claims`,
      value: (file) => file.claims,
      cell: (file) => file.claims,
      figures: true,
      hideBelow: "tablet",
    },
    {
      key: "lines",
      head: t`Lines`,
      value: (file) => file.lines,
      cell: (file) => file.lines,
      figures: true,
      hideBelow: "desk",
    },
    {
      key: "total",
      head: t`Total`,
      value: (file) => file.totalCents,
      cell: (file) => sayMoney(file.totalCents),
      csv: (file) => (file.totalCents / 100).toFixed(2),
      figures: true,
    },
    ...(mayExport ? [download] : []),
  ];
};

const DayHead = (props: {
  readonly day: string;
  readonly sum: FilesOfDay | undefined;
}): ReactNode => {
  const day = sayDate(props.day);
  if (props.sum === undefined) return day;
  const { sent, tests } = props.sum;
  return (
    <>
      {day}
      {sent.files > 0 && (
        <>
          {" "}
          · <Plural value={sent.files} one="# file" other="# files" /> ·{" "}
          <Plural value={sent.claims} one="# claim" other="# claims" /> ·{" "}
          {sayMoney(sent.totalCents)}
        </>
      )}
      {tests.files > 0 && (
        <>
          {" "}
          · <Plural value={tests.files} one="# test file" other="# test files" />:{" "}
          <Plural value={tests.claims} one="# claim" other="# claims" /> ·{" "}
          {sayMoney(tests.totalCents)}
        </>
      )}
    </>
  );
};

/** What a file may be looked for by: where it stands, and whether somebody has to ask. */
const standsAs = ({ standing, isOverdue, toSendAgain }: ClaimFile): readonly string[] => [
  ...(standing === "made" || standing === "taken-back" ? [standing] : []),
  ...(standing === "waiting" || standing === "received" ? ["waiting"] : []),
  ...(isOverdue ? ["overdue"] : []),
  ...(standing === "accepted" || standing === "accepted-with-errors" ? ["accepted"] : []),
  ...(standing === "rejected" || standing === "partly-accepted" ? ["rejected"] : []),
  ...(toSendAgain > 0 ? ["to-send-again"] : []),
];

const useFilters = (): readonly Filter<ClaimFile>[] => {
  const { t } = useLingui();
  return [
    {
      key: "answer",
      label: t`Answer`,
      choices: [
        { value: "made", label: t`Made, not downloaded yet` },
        { value: "waiting", label: t`Waiting for an answer` },
        { value: "overdue", label: t`No answer in ${acknowledgmentWorkingDays} working days` },
        { value: "accepted", label: t`Accepted` },
        { value: "rejected", label: t`Rejected` },
        { value: "to-send-again", label: t`Rejected, to be sent again` },
        { value: "taken-back", label: t`Taken back` },
      ],
      of: standsAs,
    },
    useSpanFilter(t`Made: any day`),
  ];
};

/** The files that were made, newest first, with what each day sent. Where only some of a day are shown, or another order, there are no days. */
export const FilesTable = (): ReactNode => {
  const { t } = useLingui();
  const columns = useColumns();
  const filters = useFilters();
  const state = useTableState("files");
  const span = spanAsked(state, useToday());
  const files = useTablePages(
    "files",
    listClaimFiles,
    { ...span },
    { isArrangedHere: true, alsoOn: ["claim"] },
  );
  const { sort, find, filter } = state;
  const isOfSome = find !== "" || filter("answer") !== "";
  const zone = useOrganizationZone();
  const sums = filesByDay(files.read.data ?? [], zone, files.table.more !== undefined);
  const groupOf = ({ createdAt }: ClaimFile) => {
    const day = dayAt(createdAt, zone);
    return { key: day, head: <DayHead day={day} sum={sums.get(day)} /> };
  };
  return (
    <Columns>
      <SpanDays table="files" />
      <Card flush>
        <Loaded read={files.read}>
          {(rows) => (
            <DataTable
              {...files.table}
              label={t`Files`}
              rows={rows}
              columns={columns}
              rowKey={(file) => file.id}
              rowLink={(file) => paths.claimFile(file.id)}
              {...(sort === null && !isOfSome && { groupOf })}
              filters={filters}
              findLabel={t`Find by payer or name`}
              find={(file) => `${file.payer.name} ${file.name}`}
              list="claim-files"
              empty={
                <EmptyState
                  action={
                    <Button to={paths.billing}>
                      <Trans>Go to the batch</Trans>
                    </Button>
                  }
                >
                  <Trans>
                    No file was made yet. Files are made from the claims that are ready.
                  </Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
    </Columns>
  );
};
