import { useLingui } from "@lingui/react/macro";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { PatientListed } from "#domain/patients/patient.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

/** Under the shown name stands the legal one where it differs, and the pronouns. */
const below = ({ givenName, familyName, preferredName, pronouns }: PatientListed): string =>
  [preferredName === null ? null : `${givenName} ${familyName}`, pronouns]
    .filter((part) => part !== null)
    .join(" · ");

const placesOf = ({ care }: PatientListed): string =>
  care.map(({ programName, trackName }) => `${programName}, ${trackName}`).join("; ");

const therapistsOf = ({ care }: PatientListed): string =>
  [...new Set(care.map(({ therapistName }) => therapistName).filter((name) => name !== null))].join(
    " · ",
  );

/** Where somebody is in care now and with whom, for those who may read stays at all. */
const useCareColumns = (): readonly Column<PatientListed>[] => {
  const { t } = useLingui();
  if (!useCan("enrollments:read")) return [];
  return [
    {
      key: "care",
      head: t`In care`,
      cell: ({ care }) =>
        care.map(({ programName, trackName }) => (
          <SecondLine key={`${programName} ${trackName}`} below={trackName}>
            {programName}
          </SecondLine>
        )),
      csv: placesOf,
    },
    {
      key: "therapist",
      head: t`Therapist`,
      cell: therapistsOf,
      csv: therapistsOf,
      hideBelow: "tablet",
    },
  ];
};

/** The register: who somebody is, where they are in care now, and how they are reached. */
export const usePatientColumns = (): readonly Column<PatientListed>[] => {
  const { t } = useLingui();
  const { one } = usePatientWords();
  const care = useCareColumns();
  return [
    {
      key: "name",
      head: one,
      sortable: true,
      cell: (patient) => <SecondLine below={below(patient)}>{shownName(patient)}</SecondLine>,
      csv: ({ givenName, familyName }) => `${familyName}, ${givenName}`,
    },
    {
      key: "birthday",
      head: t`Born`,
      sortable: true,
      cell: (patient) => <Time at={patient.birthDate} as="calendar" />,
      csv: (patient) => patient.birthDate,
    },
    ...care,
    {
      key: "phone",
      head: t`Phone`,
      cell: (patient) => (patient.phone === null ? "" : spokenPhone(patient.phone)),
      csv: (patient) => patient.phone,
      hideBelow: "desk",
    },
    {
      key: "mrn",
      head: t`Record number`,
      sortable: true,
      cell: (patient) => patient.mrn,
      csv: (patient) => patient.mrn,
      figures: true,
      hideBelow: "tablet",
    },
  ];
};
