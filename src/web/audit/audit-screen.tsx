import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { exportAudit } from "#domain/audit/audit.api.ts";
import { EventPanel } from "#web/audit/event-panel.tsx";
import { LookersCard } from "#web/audit/lookers-card.tsx";
import { TrailSearchFields } from "#web/audit/trail-search-fields.tsx";
import { TrailTable } from "#web/audit/trail-table.tsx";
import { useTrailSearch, type SayPatient } from "#web/audit/use-trail-search.ts";
import { useVerification } from "#web/audit/use-verification.ts";
import { VerificationPanel } from "#web/audit/verification-panel.tsx";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { addressOf } from "#web/platform/call.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";
import { Columns, Screen } from "#web/ui/screen.tsx";

const openLine = "line";

const TrailMark = (props: { readonly isIntact: boolean }): ReactNode =>
  props.isIntact ? (
    <Chip meaning="ontime">
      <Trans>Nothing altered</Trans>
    </Chip>
  ) : (
    <Chip meaning="risk">
      <Trans>Altered</Trans>
    </Chip>
  );

/** Who saw or did what, when and from where; and the proof that nobody changed the record of it. */
export const AuditScreen = (props: { readonly sayPatient: SayPatient }): ReactNode => {
  const { t } = useLingui();
  const search = useTrailSearch();
  const { patientId } = search.input;
  const verification = useVerification();
  const { data: report } = verification.read;
  const mayExport = useCan("audit:export");
  const [auditId, setAuditId] = useSearchWord(openLine);
  const { path, search: words } = useAddress();
  const lineLink = (id: string): string => {
    const next = new URLSearchParams(words);
    next.set(openLine, id);
    return `${path}?${next.toString()}`;
  };
  const download = (format: "csv" | "ndjson"): string =>
    addressOf(exportAudit, { ...search.input, format });
  const exports = mayExport && (
    <>
      <Button icon={DownloadIcon} href={download("csv")} download>
        <Trans>Export CSV</Trans>
      </Button>
      <Button icon={DownloadIcon} href={download("ndjson")} download>
        <Trans>Export NDJSON</Trans>
      </Button>
    </>
  );
  return (
    <Screen
      title={t`Audit trail`}
      facts={t`Who saw or did what, when and from where. Every line is kept and sealed.`}
      marks={report && <TrailMark isIntact={report.isIntact} />}
      otherActions={exports}
    >
      <Columns aside={<VerificationPanel verification={verification} />}>
        <TrailSearchFields search={search} sayPatient={props.sayPatient} />
        {patientId !== undefined && <LookersCard search={search} patientId={patientId} />}
        <TrailTable search={search} lineLink={lineLink} />
      </Columns>
      <EventPanel
        auditId={auditId}
        search={search}
        sayPatient={props.sayPatient}
        onClose={() => setAuditId("")}
      />
    </Screen>
  );
};
