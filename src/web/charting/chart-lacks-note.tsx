import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import type { StayLack } from "#domain/admissions/stay-lack.ts";
import { stayLackWords } from "#web/charting/stay-lack-words.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { groupsFor } from "#web/platform/admission-paths.ts";
import { Button } from "#web/ui/button.tsx";
import { Note, NoteActs } from "#web/ui/note.tsx";

const admitted = "admitted";

/** The chart of somebody who was admitted this moment: it says what comes next. */
export const justAdmitted = (patientId: string): string =>
  `${paths.patient(patientId)}?after=${admitted}`;

const verbs: Readonly<Record<StayLack, ReactNode>> = {
  seat: <Trans>Choose a group</Trans>,
  consent: <Trans>Consents</Trans>,
  authorization: <Trans>Coverage</Trans>,
  measure: <Trans>Ask a measure</Trans>,
};

/** Where what is missing is put right, for whoever may. */
const useWays = (): ((stay: Chart["enrollments"][number], lack: StayLack) => string | null) => {
  const may: Readonly<Record<StayLack, boolean>> = {
    seat: useCan("enrollments:manage"),
    consent: useCan("consents:manage"),
    authorization: useCan("coverage:manage"),
    measure: useCan("measures:ask"),
  };
  return ({ id, patientId, program }, lack) => {
    const ways = {
      seat: groupsFor({ enrollmentId: id, programName: program.name }),
      consent: paths.patientConsents(patientId),
      authorization: paths.patientCoverage(patientId),
      measure: paths.measures(patientId),
    };
    return may[lack] ? ways[lack] : null;
  };
};

/** What an admission does not do by itself, for as long as it is missing: nobody has to remember it. */
export const ChartLacksNotes = (props: { readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const [after] = useSearchWord("after");
  const wayOf = useWays();
  const { lacks, enrollments } = props.chart;
  return lacks.map((lacking) => {
    const stay = enrollments.find(({ id }) => id === lacking.enrollmentId);
    if (stay === undefined) return null;
    const missing = lacking.lacks.map((lack) => i18n._(stayLackWords[lack])).join(", ");
    const program = stay.program.name;
    return (
      <Note
        key={stay.id}
        meaning={after === admitted ? "ontime" : "short"}
        action={
          <NoteActs>
            {lacking.lacks.map((lack) => {
              const to = wayOf(stay, lack);
              return (
                to !== null && (
                  <Button key={lack} size="small" to={to}>
                    {verbs[lack]}
                  </Button>
                )
              );
            })}
          </NoteActs>
        }
      >
        {after === admitted ? (
          <Trans>
            Admitted to {program}. Still missing: {missing}.
          </Trans>
        ) : (
          <Trans>
            Still missing in {program}: {missing}.
          </Trans>
        )}
      </Note>
    );
  });
};
