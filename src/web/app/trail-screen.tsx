import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readPatient } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { AuditScreen } from "#web/audit/audit-screen.tsx";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Link } from "#web/ui/link.tsx";

/** Somebody by name for whoever may see who is in care. */
const PatientName = (props: { readonly patientId: string }): ReactNode => {
  const { patientId } = props;
  const maySee = useCan("patients:read");
  const { data } = useRead(readPatient, { patientId }, { enabled: maySee, quiet: true });
  return data === undefined ? (
    <Trans>one person in care</Trans>
  ) : (
    <Link to={paths.patient(patientId)}>{shownName(data)}</Link>
  );
};

const sayPatient = (patientId: string): ReactNode => <PatientName patientId={patientId} />;

/** The audit trail, with the names of those whom its lines are about. */
export const TrailScreen = (): ReactNode => <AuditScreen sayPatient={sayPatient} />;
