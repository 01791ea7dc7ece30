import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { Output } from "#domain/contract/route.ts";
import { decideImportPerson, listImportMatches } from "#domain/imports/decision.api.ts";
import type { ImportEntry } from "#domain/imports/import.ts";
import { importProblemWords } from "#web/imports/import-words.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Compared } from "#web/ui/compared.tsx";
import { Dialog, DialogFoot, DialogText } from "#web/ui/dialog.tsx";
import { Loaded } from "#web/ui/loaded.tsx";

type Matches = Output<typeof listImportMatches>;
type Row = Matches["rows"][number];

const saidPhone = (phone: string | null): string | null =>
  phone === null ? null : spokenPhone(phone);

const useSection = (person: Matches["person"], row: Row) => {
  const { t } = useLingui();
  const facts: readonly (readonly [string, string, string | null, string | null])[] = [
    ["givenName", t`Given name`, row.givenName, person.givenName],
    ["familyName", t`Family name`, row.familyName, person.familyName],
    ["preferredName", t`Preferred name`, row.preferredName, person.preferredName],
    ["birthDate", t`Born`, sayCalendarDate(row.birthDate), sayCalendarDate(person.birthDate)],
    ["phone", t`Telephone`, saidPhone(row.phone), saidPhone(person.phone)],
  ];
  return {
    key: row.id,
    title: t`Record number ${row.mrn}`,
    rows: facts.map(([key, name, before, after]) => ({ key, name, before, after })),
  };
};

const Candidate = (props: {
  readonly person: Matches["person"];
  readonly row: Row;
  readonly busy: boolean;
  readonly onSame: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const section = useSection(props.person, props.row);
  const name = `${props.row.givenName} ${props.row.familyName}`;
  return (
    <>
      <Compared
        label={t`${name}, beside the file`}
        topic={t`Fact`}
        before={t`Here`}
        after={t`In the file`}
        sections={[section]}
        differs={t`differs`}
        nothing={t`not said`}
      />
      <DialogFoot>
        <Button busy={props.busy} onPress={props.onSame}>
          <Trans>The same person</Trans>
        </Button>
      </DialogFoot>
    </>
  );
};

/** Somebody of the file beside who may be the same person here: a person says which it is. */
export const DecidePersonDialog = (props: {
  readonly importId: string;
  readonly entry: ImportEntry;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { importId, entry } = props;
  const { number } = entry;
  const matches = useRead(listImportMatches, { importId, number });
  const act = useAct(decideImportPerson, {
    done: t`Said.`,
    onDone: props.onClose,
    words: importProblemWords,
    changes: ["import", "patient"],
  });
  const name = entry.title ?? `#${number}`;
  return (
    <Dialog open onClose={props.onClose} size="large" title={<Trans>Who is {name}?</Trans>}>
      <Loaded read={matches}>
        {({ person, rows }) => (
          <>
            <DialogText>
              {rows.length === 0 ? (
                <Trans>Nobody here is like this person now.</Trans>
              ) : (
                <Trans>
                  What is empty here is filled in from the file. What is said differently stays as
                  it is here.
                </Trans>
              )}
            </DialogText>
            {rows.map((row) => (
              <Candidate
                key={row.id}
                person={person}
                row={row}
                busy={act.busy}
                onSame={() => void act.run({ importId, number, is: "same", patientId: row.id })}
              />
            ))}
            <DialogFoot>
              <Button
                busy={act.busy}
                onPress={() => void act.run({ importId, number, is: "leave" })}
              >
                <Trans>Leave out</Trans>
              </Button>
              <Button
                kind="primary"
                busy={act.busy}
                onPress={() => void act.run({ importId, number, is: "another" })}
              >
                <Trans>Another person</Trans>
              </Button>
            </DialogFoot>
          </>
        )}
      </Loaded>
    </Dialog>
  );
};
