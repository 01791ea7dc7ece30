import type { ReactNode } from "react";
import { ReceivedCard } from "#web/imports/received-card.tsx";
import { PatientFactsScreen } from "#web/patients/patient-facts-screen.tsx";
import { useParam } from "#web/platform/address.ts";

/** A person's facts, and below them what other systems said of this person. */
export const PersonScreen = (): ReactNode => (
  <PatientFactsScreen more={<ReceivedCard patientId={useParam("patientId")} />} />
);
