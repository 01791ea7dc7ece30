import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import { buildClaims } from "#domain/billing/claims/claim.api.ts";
import { ClaimMarks } from "#web/billing/claims/claim-state-chip.tsx";
import { claimProblemWords, formWords } from "#web/billing/claims/claim-words.ts";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { useClaimHolds } from "#web/billing/claims/use-claim-holds.ts";
import type { BatchSpan } from "#web/billing/claims/use-batch-span.ts";
import { sumOf, type Batch, type FileToBe } from "#web/billing/claims/use-batch.ts";
import { useKeys } from "#web/platform/keys.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ClaimIcon, SendIcon } from "#web/ui/icons.ts";
import { OpenRow, OpenRows } from "#web/ui/open-rows.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

interface StepProps {
  readonly batch: Batch;
  readonly span: BatchSpan;
}

interface BuildProps extends StepProps {
  /** What remains has its week, its month or its stay before it. */
  readonly isBuilt: boolean;
  readonly onBuilt: () => void;
}

const BuildButton = (props: BuildProps): ReactNode => {
  const { t } = useLingui();
  const { batch, span, isBuilt, onBuilt } = props;
  const count = batch.dayCount("ready").days;
  const act = useAct(buildClaims, {
    words: claimProblemWords,
    changes: ["day-charge", "hold"],
    onDone: onBuilt,
    done: ({ built, ready, held }) => t`${built} claims built: ${ready} ready, ${held} held.`,
  });
  const run = (): void => void act.run({ from: span.from, to: span.to });
  useKeys(count > 0 ? [{ keys: ["b"], label: t`Build claims`, run }] : []);
  return (
    count > 0 && (
      <Button
        kind={isBuilt ? "plain" : "primary"}
        icon={ClaimIcon}
        busy={act.busy}
        onPress={run}
        keys={["b"]}
      >
        <Trans>Build claims</Trans>
      </Button>
    )
  );
};

/** From days to claims: what is ready, what stays back. */
export const BuildStep = (props: BuildProps): ReactNode => {
  const { batch, isBuilt } = props;
  const mayManage = useCan("claims:manage");
  const [ready, held] = [batch.dayCount("ready"), batch.dayCount("held")];
  const of = ready.days + held.days;
  const [amount, all] = [sayMoney(ready.totalCents), sayMoney(ready.totalCents + held.totalCents)];
  return (
    <Card
      flush
      title={<Trans>Days</Trans>}
      aside={<Trans>not yet in a claim</Trans>}
      actions={mayManage && <BuildButton {...props} />}
    >
      <Rows>
        <Row
          icon={ClaimIcon}
          title={
            <Trans>
              {ready.days} of {of} days are ready, {amount} of {all}
            </Trans>
          }
          below={
            ready.days === 0 ? (
              <Trans>Nothing more can become a claim now.</Trans>
            ) : isBuilt ? (
              <Trans>
                They go on waiting: their contract bills by the week, the month or the stay, and
                that is not over.
              </Trans>
            ) : (
              <Trans>Build puts them into claims and checks each. Nothing is sent by that.</Trans>
            )
          }
          action={
            <Button size="small" to={paths.openDays("ready")}>
              <Trans>See the days</Trans>
            </Button>
          }
        />
        {held.days > 0 && (
          <Row
            title={<Plural value={held.days} one="# day is held" other="# days are held" />}
            below={<Trans>{sayMoney(held.totalCents)} waits for somebody.</Trans>}
            marks={
              <Chip meaning="held">
                <Trans>Held</Trans>
              </Chip>
            }
            action={
              <Button size="small" to={paths.holds}>
                <Trans>See why</Trans>
              </Button>
            }
          />
        )}
      </Rows>
    </Card>
  );
};

const FileRow = (props: { readonly file: FileToBe }): ReactNode => {
  const { i18n } = useLingui();
  const { file } = props;
  return (
    <OpenRow
      title={file.payer.name}
      below={
        <>
          {i18n._(formWords[file.form])} ·{" "}
          <Plural value={file.claims} one="# claim" other="# claims" /> ·{" "}
          <Plural value={file.lines} one="# line" other="# lines" />
          {file.isTest && (
            <>
              {" "}
              · <Trans>the payer checks it and pays nothing</Trans>
            </>
          )}
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

const ExportButton = (props: StepProps & { readonly isBuilt: boolean }): ReactNode => {
  const { t } = useLingui();
  const { batch, span, isBuilt } = props;
  const count = batch.files.length;
  const act = useAct(exportClaims, {
    words: claimProblemWords,
    changes: ["claim", "hold", "day-charge"],
    done: ({ files, held }) =>
      held.length === 0
        ? t`${files.length} files made. They stand below.`
        : t`${files.length} files made. ${held.length} claims were held at the door: see Holds.`,
  });
  return (
    count > 0 && (
      <Button
        kind={isBuilt || batch.dayCount("ready").days === 0 ? "primary" : "plain"}
        icon={SendIcon}
        busy={act.busy}
        onPress={() => void act.run({ from: span.from, to: span.to })}
      >
        <Plural value={count} one="Make # file" other="Make # files" />
      </Button>
    )
  );
};

/** The rehearsal: what each file would hold if it were made now. */
export const ExportStep = (props: StepProps & { readonly isBuilt: boolean }): ReactNode => {
  const { t } = useLingui();
  const { batch } = props;
  const { files, ready, held } = batch;
  const mayExport = useCan("claims:export");
  const of = ready.length + held.length;
  const count = ready.length;
  const [amount, all] = [sayMoney(sumOf(ready)), sayMoney(sumOf(ready) + sumOf(held))];
  return (
    <Card
      flush
      title={<Trans>What the files will hold</Trans>}
      aside={
        of > 0 && (
          <Trans>
            {count} of {of} claims, {amount} of {all}
          </Trans>
        )
      }
      actions={mayExport && <ExportButton {...props} />}
    >
      {files.length === 0 ? (
        <EmptyState>
          <Trans>No claim is ready to go. Build claims first, or look at what is held.</Trans>
        </EmptyState>
      ) : (
        <OpenRows label={t`What the files will hold`}>
          {files.map((file) => (
            <FileRow key={file.key} file={file} />
          ))}
        </OpenRows>
      )}
    </Card>
  );
};

/** Claims that stay behind, each with what keeps it. */
export const HeldBack = (props: { readonly batch: Batch }): ReactNode => {
  const said = useClaimHolds();
  const { held, reasonsFor } = props.batch;
  if (held.length === 0) return null;
  return (
    <Card
      flush
      title={<Trans>What stays back</Trans>}
      aside={
        <>
          <Plural value={held.length} one="# claim" other="# claims" />, {sayMoney(sumOf(held))}
        </>
      }
    >
      <Rows>
        {held.map((claim) => {
          const names = reasonsFor(claim).map((code) => said(code)?.sentence ?? code);
          return (
            <Row
              key={claim.id}
              to={paths.claim(claim.id)}
              title={
                <>
                  {claim.patient.name}, {claim.payer.name}
                </>
              }
              below={
                <>
                  {saySpan(claim.fromDate, claim.throughDate)} · {names.join(" ")}{" "}
                  {claim.errorCount > 0 && (
                    <Plural value={claim.errorCount} one="# fault" other="# faults" />
                  )}
                </>
              }
              marks={sayMoney(claim.totalCents)}
              action={
                <Button size="small" to={paths.claim(claim.id)}>
                  <Trans>Mend</Trans>
                </Button>
              }
            />
          );
        })}
      </Rows>
    </Card>
  );
};
