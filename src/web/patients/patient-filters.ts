import { useLingui } from "@lingui/react/macro";
import type { PatientListed } from "#domain/patients/patient.ts";
import { useCan } from "#web/platform/session.tsx";
import type { Filter } from "#web/ui/table-column.ts";

/** What narrows the register; the server does it. */
export const usePatientFilters = (): readonly Filter<PatientListed>[] => {
  const { t } = useLingui();
  const seesStays = useCan("enrollments:read");
  const care: Filter<PatientListed> = {
    key: "care",
    label: t`Care`,
    unchosen: t`In care or not`,
    choices: [
      { value: "in-care", label: t`In care` },
      { value: "not-in-care", label: t`Not in care now` },
      { value: "no-program-yet", label: t`In no program yet` },
    ],
  };
  const records: Filter<PatientListed> = {
    key: "state",
    label: t`Records`,
    unchosen: t`Records in use`,
    choices: [
      { value: "retired", label: t`Retired records` },
      { value: "all", label: t`In use and retired` },
    ],
  };
  return seesStays ? [care, records] : [records];
};
