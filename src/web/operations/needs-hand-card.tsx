import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { needsHand } from "#domain/operations/health-findings.ts";
import type { HealthFinding } from "#domain/operations/health-finding.ts";
import {
  meaningOf,
  sayHealth,
  sayHealthOwner,
  sayMend,
  saySeverity,
} from "#web/operations/health-words.ts";
import { useSession } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

/** Whose it is, and since when where that is known. */
const Whose = (props: { readonly finding: HealthFinding }): ReactNode => {
  const { zone } = useSession().organization;
  const { owner, since } = props.finding;
  const who = sayHealthOwner(owner);
  return since === null ? (
    who
  ) : (
    <Trans>
      {who}, since <Time at={since} zone={zone} />
    </Trans>
  );
};

const FindingRows = (props: {
  readonly label: string;
  readonly findings: readonly HealthFinding[];
}): ReactNode => (
  <Rows label={props.label}>
    {props.findings.map((finding) => (
      <Row
        key={`${finding.code} ${JSON.stringify(finding.values)}`}
        title={sayHealth(finding)}
        below={
          <>
            {sayMend(finding)} · <Whose finding={finding} />
          </>
        }
        marks={<Chip meaning={meaningOf[finding.severity]}>{saySeverity(finding.severity)}</Chip>}
        quiet={!needsHand(finding)}
      />
    ))}
  </Rows>
);

/** Everything that somebody has to see to, most urgent first; below it what works and could be better. */
export const NeedsHandCard = (props: {
  readonly findings: readonly HealthFinding[];
}): ReactNode => {
  const { t } = useLingui();
  const toMend = props.findings.filter(needsHand);
  const couldBeBetter = props.findings.filter((finding) => finding.severity === "note");
  return (
    <>
      <Card title={t`What needs a hand`} flush>
        {toMend.length === 0 ? (
          <EmptyState>
            <Trans>Nothing needs a hand. What does will stand here, with what to do.</Trans>
          </EmptyState>
        ) : (
          <FindingRows label={t`What needs a hand`} findings={toMend} />
        )}
      </Card>
      {couldBeBetter.length > 0 && (
        <Card title={t`Could be better`} flush>
          <FindingRows label={t`Could be better`} findings={couldBeBetter} />
        </Card>
      )}
    </>
  );
};
