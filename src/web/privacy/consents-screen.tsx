import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { readPatient } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { listConsents } from "#domain/privacy/consent.api.ts";
import type { Consent } from "#domain/privacy/consent.ts";
import { listCourtOrders } from "#domain/privacy/court-order.api.ts";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { ConsentCard } from "#web/privacy/consent-card.tsx";
import { ConsentForm } from "#web/privacy/consent-form.tsx";
import { CourtOrderCard } from "#web/privacy/court-order-card.tsx";
import { CourtOrderForm } from "#web/privacy/court-order-form.tsx";
import { DisclosuresCard } from "#web/privacy/disclosures-card.tsx";
import { EmergencyForm } from "#web/privacy/emergency-form.tsx";
import { MinorThreatForm } from "#web/privacy/minor-threat-form.tsx";
import { Restrictions } from "#web/privacy/restriction-card.tsx";
import { RestrictionForm } from "#web/privacy/restriction-form.tsx";
import { TellForm } from "#web/privacy/tell-form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, AuditIcon, RiskIcon, SendIcon } from "#web/ui/icons.ts";
import { isNothing, Loaded } from "#web/ui/loaded.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { Screen } from "#web/ui/screen.tsx";
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

type Opened = Consent | "new" | "tell" | "emergency" | "order" | "restriction" | "minor";

/** Papers of courts, where there are any: most people never have one. */
const CourtOrders = (props: { readonly patientId: string }): ReactNode => {
  const orders = useRead(listCourtOrders, { patientId: props.patientId });
  return (orders.data?.rows ?? []).map((order) => <CourtOrderCard key={order.id} order={order} />);
};

/** Under this age somebody may not be of age in some state. */
const ageOfMajorityAnywhere = 21;
const mayBeMinor = (birthDate: string | undefined, today: string): boolean =>
  birthDate !== undefined &&
  `${Number(birthDate.slice(0, 4)) + ageOfMajorityAnywhere}${birthDate.slice(4)}` > today;

const Panels = (props: {
  readonly patientId: string;
  readonly name: string;
  readonly open: Opened | null;
  readonly isMinor: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { patientId, open, isMinor, onClose } = props;
  const isConsent = open === "new" || typeof open === "object";
  const editing = typeof open === "object" ? open : null;
  return (
    <>
      <SidePanel
        open={isConsent && open !== null}
        onClose={onClose}
        title={<Trans>Write down a consent</Trans>}
      >
        {isConsent && open !== null && (
          <ConsentForm
            key={editing === null ? "new" : `${editing.id} ${editing.version}`}
            patientId={patientId}
            consent={editing}
            isMinor={isMinor}
            onClose={onClose}
          />
        )}
      </SidePanel>
      <SidePanel open={open === "tell"} onClose={onClose} title={<Trans>Tell somebody</Trans>}>
        {open === "tell" && <TellForm patientId={patientId} name={props.name} onClose={onClose} />}
      </SidePanel>
      <SidePanel
        open={open === "emergency"}
        onClose={onClose}
        title={<Trans>Told in an emergency</Trans>}
      >
        {open === "emergency" && <EmergencyForm patientId={patientId} onClose={onClose} />}
      </SidePanel>
      <SidePanel open={open === "order"} onClose={onClose} title={<Trans>Paper of a court</Trans>}>
        {open === "order" && <CourtOrderForm patientId={patientId} onClose={onClose} />}
      </SidePanel>
      <SidePanel
        open={open === "minor"}
        onClose={onClose}
        title={<Trans>Tell a parent of a threat</Trans>}
      >
        {open === "minor" && <MinorThreatForm patientId={patientId} onClose={onClose} />}
      </SidePanel>
      <SidePanel
        open={open === "restriction"}
        onClose={onClose}
        title={<Trans>Keep something back</Trans>}
      >
        {open === "restriction" && (
          <RestrictionForm patientId={patientId} name={props.name} onClose={onClose} />
        )}
      </SidePanel>
    </>
  );
};

/** What else leaves, by consent, in an emergency, by order of a court; and what they ask to be kept back. */
const OtherActs = (props: {
  readonly patientId: string;
  readonly isMinor: boolean;
  readonly onOpen: (what: Opened) => void;
}): ReactNode => {
  const maySeeTrail = useCan("audit:read");
  const mayTell = useCan("disclosures:make");
  const mayTellInEmergency = useCan("disclosures:emergency");
  const mayManage = useCan("consents:manage");
  const mayTellParent = useCan("disclosures:minor-threat") && props.isMinor;
  return (
    <>
      {mayTell && (
        <Button icon={SendIcon} onPress={() => props.onOpen("tell")}>
          <Trans>Tell somebody</Trans>
        </Button>
      )}
      {mayTellInEmergency && (
        <Button icon={RiskIcon} onPress={() => props.onOpen("emergency")}>
          <Trans>Emergency</Trans>
        </Button>
      )}
      {mayTell && (
        <Button onPress={() => props.onOpen("order")}>
          <Trans>Paper of a court</Trans>
        </Button>
      )}
      {mayTellParent && (
        <Button onPress={() => props.onOpen("minor")}>
          <Trans>Tell a parent of a threat</Trans>
        </Button>
      )}
      {mayManage && (
        <Button onPress={() => props.onOpen("restriction")}>
          <Trans>Keep something back</Trans>
        </Button>
      )}
      {maySeeTrail && (
        <Button icon={AuditIcon} to={paths.auditOf(props.patientId)}>
          <Trans>Who looked</Trans>
        </Button>
      )}
    </>
  );
};

/** What somebody agreed may be told of them, and what was told. */
export const ConsentsScreen = (): ReactNode => {
  const { t } = useLingui();
  const patientId = useParam("patientId");
  const patient = useRead(readPatient, { patientId });
  const consents = useRead(listConsents, { patientId });
  const { many } = usePatientWords();
  const today = useToday();
  const [open, setOpen] = useState<Opened | null>(null);
  const mayManage = useCan("consents:manage");
  const maySeeTold = useCan("disclosures:read");
  useKeys(
    mayManage ? [{ keys: ["n"], label: t`Write down a consent`, run: () => setOpen("new") }] : [],
  );
  const isMinor = mayBeMinor(patient.data?.birthDate, today);
  const name = patient.data === undefined ? "" : shownName(patient.data);
  if (isNothing(patient)) return <NothingHere />;
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
      otherActions={<OtherActs patientId={patientId} isMinor={isMinor} onOpen={setOpen} />}
    >
      <Loaded read={consents}>{({ rows }) => <Consents rows={rows} onEdit={setOpen} />}</Loaded>
      <Restrictions patientId={patientId} />
      <CourtOrders patientId={patientId} />
      {maySeeTold && <DisclosuresCard patientId={patientId} />}
      <Panels
        patientId={patientId}
        name={name}
        open={open}
        isMinor={isMinor}
        onClose={() => setOpen(null)}
      />
    </Screen>
  );
};
