import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readPatient } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { askedKinds, isAskedOfSession } from "#domain/tasks/asked-kind.ts";
import { useAsking, type Asking } from "#web/platform/asking.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { WriteTaskForm, type BegunTask } from "#web/tasks/write-task-form.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const begunBy = (
  { words, ownerStaffId, ask, sessionId, patientId }: Asking,
  patient: BegunTask["patient"],
): BegunTask => {
  const kind = askedKinds.find((one) => one === ask);
  const id = kind !== undefined && isAskedOfSession(kind) ? sessionId : patientId;
  return {
    words,
    ownerStaffId,
    patient,
    about: kind === undefined || id === "" ? null : { kind, id },
  };
};

interface AskingProps {
  readonly asking: Asking;
  readonly onClose: () => void;
}

const AskForm = ({
  asking,
  patient = null,
  onClose,
}: AskingProps & { readonly patient?: BegunTask["patient"] }): ReactNode => (
  <WriteTaskForm
    key={`${asking.ownerStaffId}:${asking.patientId}:${asking.words}`}
    begun={begunBy(asking, patient)}
    onClose={onClose}
  />
);

/** The address names nobody: whom it is about is read. */
const AskAboutPerson = (props: AskingProps): ReactNode => {
  const person = useRead(readPatient, { patientId: props.asking.patientId });
  return (
    <Loaded read={person}>
      {(one) => (
        <AskForm
          {...props}
          patient={{ id: one.id, name: `${shownName(one)} · ${sayCalendarDate(one.birthDate)}` }}
        />
      )}
    </Loaded>
  );
};

/** Asks a colleague for something of a session or a person, beside whatever screen it was begun on. */
export const AskPanel = (): ReactNode => {
  const { asking, end } = useAsking();
  const mayWrite = useCan("tasks:work");
  if (asking === null || !mayWrite) return null;
  return (
    <SidePanel open onClose={end} title={<Trans>Ask a colleague</Trans>}>
      {asking.patientId === "" ? (
        <AskForm asking={asking} onClose={end} />
      ) : (
        <AskAboutPerson asking={asking} onClose={end} />
      )}
    </SidePanel>
  );
};
