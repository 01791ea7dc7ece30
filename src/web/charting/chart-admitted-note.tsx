import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Note, NoteActs } from "#web/ui/note.tsx";

const admitted = "admitted";

/** The chart of somebody who was admitted this moment: it says what comes next. */
export const justAdmitted = (patientId: string): string =>
  `${paths.patient(patientId)}?after=${admitted}`;

/** After an admission: what it does not do by itself. */
export const ChartAdmittedNote = (props: { readonly patientId: string }): ReactNode => {
  const [after] = useSearchWord("after");
  const mayConsent = useCan("consents:read");
  if (after !== admitted) return null;
  return (
    <Note
      meaning="ontime"
      action={
        <NoteActs>
          <Button size="small" to={paths.seriesList}>
            <Trans>Choose a group</Trans>
          </Button>
          {mayConsent && (
            <Button size="small" to={paths.patientConsents(props.patientId)}>
              <Trans>Consents</Trans>
            </Button>
          )}
        </NoteActs>
      }
    >
      <Trans>Admitted. Next come a seat in a group and the consents that are still missing.</Trans>
    </Note>
  );
};
