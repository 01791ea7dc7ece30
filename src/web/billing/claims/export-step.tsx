import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sumClaimRows } from "#domain/billing/claims/claim-sum.ts";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import { sayExported } from "#web/billing/claims/batch-said.ts";
import { ClaimMarks } from "#web/billing/claims/claim-state-chip.tsx";
import { claimProblemWords, formWords } from "#web/billing/claims/claim-words.ts";
import { sayClaimSum, sayVoids } from "#web/billing/claims/say-claim-sum.ts";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { TestFilesNote } from "#web/billing/claims/test-files-note.tsx";
import type { BatchSpan } from "#web/billing/claims/use-batch-span.ts";
import type { Batch, FileToBe } from "#web/billing/claims/use-batch.ts";
import { useKeys } from "#web/platform/keys.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SendIcon } from "#web/ui/icons.ts";
import { OpenRow, OpenRows } from "#web/ui/open-rows.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const changes = ["claim", "hold", "day-charge"];

interface StepProps {
  readonly batch: Batch;
  readonly span: BatchSpan;
}

/** Makes this one and leaves the others for later. */
const MakeOne = (props: { readonly file: FileToBe; readonly span: BatchSpan }): ReactNode => {
  const { t } = useLingui();
  const { from, to } = props.span;
  const { payer, form, isTest } = props.file;
  const act = useAct(exportClaims, { words: claimProblemWords, changes, done: sayExported });
  return (
    <Button
      size="small"
      busy={act.busy}
      onPress={() => void act.run({ from, to, only: { payerId: payer.id, form, isTest } })}
      label={t`Make only the file for ${payer.name}`}
    >
      <Trans>Make</Trans>
    </Button>
  );
};

const FileRow = (props: { readonly file: FileToBe; readonly action: ReactNode }): ReactNode => {
  const { i18n } = useLingui();
  const { file, action } = props;
  return (
    <OpenRow
      title={file.payer.name}
      below={
        <>
          {i18n._(formWords[file.form])} ·{" "}
          <Plural value={file.claims} one="# claim" other="# claims" /> ·{" "}
          <Plural value={file.lines} one="# line" other="# lines" />
          {file.voids > 0 && <> · {sayVoids(file)}</>}
        </>
      }
      marks={
        file.isTest && (
          <Chip>
            <Trans>Test file</Trans>
          </Chip>
        )
      }
      figure={sayMoney(file.totalCents)}
      {...(action !== null && { action })}
    >
      <Rows>
        {file.inside.map((claim) => (
          <Row
            key={claim.id}
            to={paths.claim(claim.id)}
            title={claim.patient.name}
            below={
              <>
                {saySpan(claim.fromDate, claim.throughDate)} · {claim.control}
              </>
            }
            marks={
              <>
                <ClaimMarks claim={claim} />
                {sayMoney(claim.totalCents)}
              </>
            }
          />
        ))}
      </Rows>
    </OpenRow>
  );
};

const ExportButton = ({ batch, span }: StepProps): ReactNode => {
  const { t } = useLingui();
  const count = batch.files.length;
  const act = useAct(exportClaims, {
    words: claimProblemWords,
    changes,
    done: sayExported,
  });
  // A key that is held down asks again and again; what it makes goes to a payer.
  const run = (): void => {
    if (!act.busy) void act.run({ from: span.from, to: span.to });
  };
  useKeys(count > 0 ? [{ keys: ["m"], label: t`Make files`, run }] : []);
  return (
    count > 0 && (
      <Button
        kind={batch.toBuild.claims === 0 ? "primary" : "plain"}
        icon={SendIcon}
        busy={act.busy}
        onPress={run}
        keys={["m"]}
      >
        <Plural value={count} one="Make # file" other="Make # files" />
      </Button>
    )
  );
};

/** The rehearsal: what each file would hold if it were made now. */
export const ExportStep = (props: StepProps): ReactNode => {
  const { t } = useLingui();
  const { batch, span } = props;
  const { files, ready, held } = batch;
  const mayExport = useCan("claims:export");
  const of = ready.length + held.length;
  const count = ready.length;
  const [amount, all] = [
    sayMoney(sumClaimRows(ready).totalCents),
    sayClaimSum(sumClaimRows([...ready, ...held])),
  ];
  return (
    <Card
      flush
      title={<Trans>What the files will hold</Trans>}
      aside={
        batch.isReadAnew ? (
          <Trans>being counted anew</Trans>
        ) : (
          of > 0 && (
            <Trans>
              {count} of {of} claims, {amount} of {all}
            </Trans>
          )
        )
      }
      actions={mayExport && <ExportButton {...props} />}
    >
      {files.length === 0 ? (
        <EmptyState>
          {batch.toBuild.claims === 0 ? (
            <Trans>No claim is ready to go. The next one stands here once it is built.</Trans>
          ) : (
            <Trans>No claim is ready to go. Build claims first.</Trans>
          )}
        </EmptyState>
      ) : (
        <>
          {files.some(({ isTest }) => isTest) && <TestFilesNote />}
          <OpenRows label={t`What the files will hold`}>
            {files.map((file) => (
              <FileRow
                key={file.key}
                file={file}
                action={mayExport && files.length > 1 ? <MakeOne file={file} span={span} /> : null}
              />
            ))}
          </OpenRows>
        </>
      )}
    </Card>
  );
};
