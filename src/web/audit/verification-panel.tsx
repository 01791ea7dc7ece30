import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { TrailReportView } from "#domain/audit/trail-report.ts";
import { sayFinding } from "#web/audit/finding-words.ts";
import type { Verification } from "#web/audit/use-verification.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { useSession } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { AuditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Time } from "#web/ui/time.tsx";

const Findings = (props: { readonly report: TrailReportView }): ReactNode => {
  const { findings, findingsInAll } = props.report;
  const { zone } = useSession().organization;
  const more = findingsInAll - findings.length;
  return (
    <ul>
      {findings.map((finding, place) => (
        <li key={place}>{sayFinding(finding, zone)}</li>
      ))}
      {more > 0 && (
        <li>
          <Plural value={more} one="And # more." other="And # more." />
        </li>
      )}
    </ul>
  );
};

const Sealed = (props: { readonly report: TrailReportView; readonly until: string }): ReactNode => {
  const { report } = props;
  const { zone } = useSession().organization;
  const until = <Time at={props.until} zone={zone} />;
  const lines = <Plural value={report.sealedEvents} one="# line" other="# lines" />;
  return report.isWhole ? (
    <Trans>
      {lines}, sealed to {until}, nothing altered.
    </Trans>
  ) : (
    <Trans>
      The newest {report.seals} batches: {lines}, sealed to {until}, nothing altered.
    </Trans>
  );
};

/** The answer in one sentence; where the trail was tampered with, what was found. */
const Verdict = (props: { readonly report: TrailReportView }): ReactNode => {
  const { report } = props;
  if (!report.isIntact)
    return (
      <ErrorPanel>
        <Trans>
          This trail is not what was sealed. Keep the database and its backups as they are.
        </Trans>
        <Findings report={report} />
      </ErrorPanel>
    );
  if (report.findings.length > 0)
    return (
      <Note meaning="short">
        <Findings report={report} />
      </Note>
    );
  if (report.sealedUntil === null)
    return (
      <Note>
        <Trans>Nothing is sealed yet. The first batch is sealed within a minute.</Trans>
      </Note>
    );
  return (
    <Note meaning="ontime">
      <Sealed report={report} until={report.sealedUntil} />
    </Note>
  );
};

const Measures = (props: { readonly report: TrailReportView }): ReactNode => {
  const { t } = useLingui();
  const { report } = props;
  const { zone } = useSession().organization;
  const compared = sayCount(report.anchors ?? 0);
  const seals = sayCount(report.seals);
  return (
    <Facts
      facts={[
        { name: t`Lines recomputed`, value: sayCount(report.sealedEvents) },
        { name: t`Waiting for a seal`, value: sayCount(report.waitingEvents) },
        { name: t`Batches`, value: seals },
        {
          name: t`Compared with the copy kept outside the database`,
          value: report.anchors === null ? null : t`${compared} of ${seals}`,
          absent: t`There is none on this machine`,
        },
        { name: t`Looked at`, value: <Time at={report.checkedAt} zone={zone} /> },
      ]}
    />
  );
};

/** Whether the trail is what was sealed, with the counts behind that. */
export const VerificationPanel = (props: { readonly verification: Verification }): ReactNode => {
  const { t } = useLingui();
  const { read, verifyAll } = props.verification;
  const button = (
    <Button size="small" icon={AuditIcon} onPress={verifyAll} busy={read.isFetching}>
      {read.data?.isWhole ? <Trans>Verify again</Trans> : <Trans>Verify all of it</Trans>}
    </Button>
  );
  return (
    <>
      {read.data && <Verdict report={read.data} />}
      <Card title={t`Verification`} actions={button}>
        <Loaded read={read}>{(data) => <Measures report={data} />}</Loaded>
      </Card>
    </>
  );
};
