import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listNewStays } from "#domain/admissions/stay-lack.api.ts";
import type { NewStay } from "#domain/admissions/stay-lack.ts";
import { NeedRow } from "#web/app/need-row.tsx";
import { stayLackWords } from "#web/charting/stay-lack-words.ts";
import { sayDate } from "#web/platform/dates.ts";
import { newStaysPath } from "#web/platform/admission-paths.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { AdmissionIcon } from "#web/ui/icons.ts";

const alsoOn = ["enrollment", "membership", "session", "consent", "authorization", "measure"];

/** Who was admitted lately and lacks something; told to whoever admits, and the list open to all who may. */
export const useNewStays = (enabled = true) => useRead(listNewStays, {}, { enabled, alsoOn });

export const useNewStayNeeds = () => {
  const mayAdmit = useCan("enrollments:manage");
  const { roles } = useSession();
  const enabled = mayAdmit && roles.includes("admissions");
  const read = useNewStays(enabled);
  return { rows: read.data?.rows ?? [], isLoading: enabled && read.isPending };
};

/** One person, with what is missing, as the way to their chart, where each part is put right. */
export const NewStayRow = ({ stay }: { readonly stay: NewStay }): ReactNode => {
  const { i18n } = useLingui();
  const missing = stay.lacks.map((lack) => i18n._(stayLackWords[lack])).join(", ");
  const day = sayDate(stay.admittedOn);
  return (
    <NeedRow
      icon={AdmissionIcon}
      to={paths.patient(stay.patientId)}
      title={stay.name}
      below={
        <Trans>
          {stay.programName}, admitted on {day}. Still missing: {missing}.
        </Trans>
      }
      act={<Trans>Open the chart</Trans>}
    />
  );
};

/** All of them in one row: it counts people, and opens who they are. */
export const NewStaysRow = ({ rows }: { readonly rows: readonly NewStay[] }): ReactNode => {
  const [first] = rows;
  if (first === undefined) return null;
  if (rows.length === 1) return <NewStayRow stay={first} />;
  return (
    <NeedRow
      icon={AdmissionIcon}
      to={newStaysPath}
      title={
        <Plural
          value={rows.length}
          one="# admission of the last two weeks lacks something"
          other="# admissions of the last two weeks lack something"
        />
      }
      below={<Trans>A seat in a group, a consent, an authorization or a first measure.</Trans>}
      act={<Trans>See whose</Trans>}
    />
  );
};
