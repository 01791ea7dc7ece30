import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { useClaimColumns } from "#web/billing/claims/claim-columns.tsx";
import { formWords } from "#web/billing/claims/claim-words.ts";
import {
  AnswersCard,
  decidingOf,
  FileStandingNote,
  NamedFaults,
} from "#web/billing/claims/file-answers.tsx";
import { TakeBackFile } from "#web/billing/claims/file-here.tsx";
import { filesPath } from "#web/billing/claims/files-path.ts";
import { lineOfFault } from "#web/billing/claims/line-of-fault.ts";
import { StandingChip } from "#web/billing/claims/standing-chip.tsx";
import { DownloadButton } from "#web/billing/claims/download-button.tsx";
import { Segments } from "#web/billing/claims/segments.tsx";
import { TestFilesNote } from "#web/billing/claims/test-files-note.tsx";
import { useParam, useSearchWord } from "#web/platform/address.ts";
import { sayMoney } from "#web/platform/money.ts";
import { sayBytes, sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { Time } from "#web/ui/time.tsx";

type WholeFile = Output<typeof readClaimFile>;

const FileFacts = (props: { readonly file: WholeFile["file"] }): ReactNode => {
  const { i18n } = useLingui();
  const { file } = props;
  return (
    <Card title={<Trans>The file</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Name</Trans>, value: file.name },
          { name: <Trans>Form</Trans>, value: i18n._(formWords[file.form]) },
          {
            name: <Trans>Sent as</Trans>,
            value: file.isTest ? (
              <Trans>Test: the payer checks it and pays nothing</Trans>
            ) : (
              <Trans>Production: to be paid</Trans>
            ),
          },
          { name: <Trans>Implementation guide</Trans>, value: file.guide },
          { name: <Trans>Interchange control number</Trans>, value: file.interchangeControl },
          { name: <Trans>Group control number</Trans>, value: file.groupControl },
          { name: <Trans>Made</Trans>, value: <Time at={file.createdAt} /> },
          { name: <Trans>By</Trans>, value: file.createdBy },
          ...(file.handedOverAt === null
            ? []
            : [
                {
                  name: <Trans>Handed over</Trans>,
                  value: (
                    <>
                      <Time at={file.handedOverAt} />, {file.handedOverBy}
                    </>
                  ),
                },
              ]),
          { name: <Trans>Size</Trans>, value: sayBytes(file.bytes) },
          { name: <Trans>Checksum (SHA-256)</Trans>, value: file.sha256 },
        ]}
      />
    </Card>
  );
};

const Content = (props: { readonly whole: WholeFile }): ReactNode => {
  const { t } = useLingui();
  const { rows, segments, acknowledgments } = props.whole;
  const named = decidingOf(acknowledgments)?.faults.map((fault) => lineOfFault(segments, fault));
  const [word, setWord] = useSearchWord("view");
  const view = word === "sent" ? "sent" : "claims";
  const columns = useClaimColumns();
  return (
    <Card flush>
      <Tabs
        label={t`The file`}
        chosen={view}
        onChoose={(name) => setWord(name === "claims" ? "" : name)}
        tabs={[
          { name: "claims", label: <Trans>Claims</Trans> },
          {
            name: "sent",
            label: <Trans>As it is sent, {sayCount(segments.length)} segments</Trans>,
          },
        ]}
      >
        {view === "claims" ? (
          <DataTable
            name="claims"
            label={t`Claims`}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            rowLink={(row) => paths.claim(row.id)}
            findLabel={t`Find by name or number`}
            find={(row) => `${row.patient.name} ${row.control}`}
            list="claims"
            patientOf={(row) => row.patient.id}
            empty={
              <EmptyState>
                <Trans>
                  This file holds no claim any more. What was in it stands among the claims.
                </Trans>
              </EmptyState>
            }
          />
        ) : (
          <Segments segments={segments} named={new Set(named?.filter((line) => line !== null))} />
        )}
      </Tabs>
    </Card>
  );
};

/** One file: whose claims it holds, and what a machine reads. */
export const ClaimFileScreen = (): ReactNode => {
  const { t } = useLingui();
  const claimFileId = useParam("claimFileId");
  const mayDownload = useCan("claims:export");
  const whole = useRead(readClaimFile, { claimFileId }, { alsoOn: ["claim"] });
  return (
    <Loaded read={whole}>
      {(data) => {
        const { file } = data;
        return (
          <Screen
            title={t`${file.payer.name}, ${sayMoney(file.totalCents)}`}
            shortTitle={file.name}
            above={[{ label: t`Files`, to: filesPath }]}
            facts={
              <>
                <Plural value={file.claims} one="# claim" other="# claims" /> ·{" "}
                <Plural value={file.lines} one="# line" other="# lines" /> ·{" "}
                <Time at={file.createdAt} />
              </>
            }
            marks={
              <>
                <StandingChip file={file} />{" "}
                {file.isTest && (
                  <Chip>
                    <Trans>Test file</Trans>
                  </Chip>
                )}
              </>
            }
            otherActions={<TakeBackFile file={file} />}
            action={mayDownload && <DownloadButton file={file} isPrimary />}
          >
            <FileStandingNote whole={data} />
            {file.isTest && <TestFilesNote />}
            <Columns
              aside={
                <>
                  <AnswersCard whole={data} />
                  <FileFacts file={file} />
                </>
              }
            >
              <NamedFaults whole={data} />
              <Content whole={data} />
            </Columns>
          </Screen>
        );
      }}
    </Loaded>
  );
};
