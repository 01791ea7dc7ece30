import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { readPatient } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { listConsents } from "#domain/privacy/consent.api.ts";
import type { Consent } from "#domain/privacy/consent.ts";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { ConsentCard } from "#web/privacy/consent-card.tsx";
import { ConsentForm } from "#web/privacy/consent-form.tsx";
import { DisclosuresCard } from "#web/privacy/disclosures-card.tsx";
import { TellForm } from "#web/privacy/tell-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, SendIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const Consents = (props: {
  readonly rows: readonly Consent[];
  readonly onEdit: (consent: Consent) => void;
}): ReactNode =>
  props.rows.length === 0 ? (
    <Card>
      <EmptyState>
        <Trans>No consent yet. Without one, records of substance use treatment stay here.</Trans>
      </EmptyState>
    </Card>
  ) : (
    props.rows.map((consent) => (
      <ConsentCard key={consent.id} consent={consent} onEdit={() => props.onEdit(consent)} />
    ))
  );

/** What somebody agreed may be told of them, and what was told. */
export const ConsentsScreen = (): ReactNode => {
  const { t } = useLingui();
  const patientId = useParam("patientId");
  const patient = useRead(readPatient, { patientId });
  const consents = useRead(listConsents, { patientId });
  const { many } = usePatientWords();
  const [open, setOpen] = useState<Consent | "new" | "tell" | null>(null);
  const mayManage = useCan("consents:manage");
  const maySeeTold = useCan("disclosures:read");
  const mayTell = useCan("disclosures:make");
  const close = (): void => setOpen(null);
  useKeys(
    mayManage ? [{ keys: ["n"], label: t`Write down a consent`, run: () => setOpen("new") }] : [],
  );
  const name = patient.data === undefined ? "" : shownName(patient.data);
  const editing = open === "new" || open === "tell" ? null : open;
  return (
    <Screen
      title={t`Consents of ${name}`}
      facts={<Trans>What may be told, to whom and why. Nothing else leaves.</Trans>}
      above={[
        { label: many, to: paths.patients },
        { label: name, to: paths.patient(patientId) },
      ]}
      action={
        mayManage && (
          <Button kind="primary" icon={AddIcon} onPress={() => setOpen("new")} keys={["n"]}>
            <Trans>Write down a consent</Trans>
          </Button>
        )
      }
      otherActions={
        mayTell && (
          <Button icon={SendIcon} onPress={() => setOpen("tell")}>
            <Trans>Tell somebody</Trans>
          </Button>
        )
      }
    >
      <Columns aside={maySeeTold && <DisclosuresCard patientId={patientId} />}>
        <Loaded read={consents}>{({ rows }) => <Consents rows={rows} onEdit={setOpen} />}</Loaded>
      </Columns>
      <SidePanel
        open={open === "new" || editing !== null}
        onClose={close}
        title={<Trans>Write down a consent</Trans>}
      >
        {open !== null && (
          <ConsentForm
            key={editing === null ? "new" : `${editing.id} ${editing.version}`}
            patientId={patientId}
            consent={editing}
            onClose={close}
          />
        )}
      </SidePanel>
      <SidePanel open={open === "tell"} onClose={close} title={<Trans>Tell somebody</Trans>}>
        {open === "tell" && <TellForm patientId={patientId} onClose={close} />}
      </SidePanel>
    </Screen>
  );
};
