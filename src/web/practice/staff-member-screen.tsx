import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { leadsSessions } from "#domain/practice/position.ts";
import { listStaffRevisions, readStaff } from "#domain/practice/staff.api.ts";
import { staffName, type Staff } from "#domain/practice/staff.ts";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { CredentialsCard } from "#web/practice/credentials-card.tsx";
import { positionWords } from "#web/practice/position-words.ts";
import { historyWords } from "#web/practice/fact-words.ts";
import { StaffEnding } from "#web/practice/staff-ending.tsx";
import { AccountCard, StaffFacts, SuperviseesCard } from "#web/practice/staff-facts.tsx";
import { ChangeStaffForm } from "#web/practice/staff-form.tsx";
import { StaffMarks } from "#web/practice/staff-marks.tsx";
import { useMay } from "#web/practice/use-may.ts";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { Button } from "#web/ui/button.tsx";
import { EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

const Below = (props: { readonly person: Staff }): ReactNode => {
  const { i18n } = useLingui();
  const { position, homeSite, startedOn } = props.person;
  return (
    <>
      {i18n._(positionWords[position])}
      {homeSite !== null && <> · {homeSite.name}</>}
      {startedOn !== null && (
        <>
          {" · "}
          <Trans>
            since <Time at={startedOn} as="calendar" />
          </Trans>
        </>
      )}
    </>
  );
};

const StaffPage = (props: {
  readonly person: Staff;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { t } = useLingui();
  const { person } = props;
  const [editing, setEditing] = useState(false);
  const history = useRead(listStaffRevisions, { staffId: person.id });
  const mayChange = useMay("staff").change(person);
  const maySeeSessions = useCan("schedule:read");
  const edit = (): void => setEditing(true);
  const close = (): void => setEditing(false);
  useKeys(mayChange ? [{ keys: ["e"], label: t`Change colleague`, run: edit }] : []);
  return (
    <Screen
      title={staffName(person)}
      shortTitle={`${person.givenName} ${person.familyName}`}
      above={[{ label: t`Staff`, to: paths.staff }]}
      facts={<Below person={person} />}
      marks={<StaffMarks person={person} />}
      action={
        mayChange && (
          <Button kind="primary" icon={EditIcon} onPress={edit} keys={["e"]}>
            <Trans>Change</Trans>
          </Button>
        )
      }
      otherActions={
        <>
          {maySeeSessions && leadsSessions(person.position) && person.retiredAt === null && (
            <Button to={`${paths.sessions}?whose=${person.id}`}>
              <Trans>Their sessions</Trans>
            </Button>
          )}
          <StaffEnding person={person} />
        </>
      }
    >
      <Columns
        aside={
          <>
            <StaffFacts person={person} />
            <AccountCard person={person} />
            <HistoryCard read={history} words={historyWords} />
          </>
        }
      >
        {person.lacksSupervisor && person.retiredAt === null && (
          <Note
            meaning="risk"
            action={
              mayChange && (
                <Button size="small" onPress={edit}>
                  <Trans>Choose a supervisor</Trans>
                </Button>
              )
            }
          >
            <Trans>
              A credential here counts only under supervision, and nobody supervises this colleague.
            </Trans>
          </Note>
        )}
        <CredentialsCard person={person} />
        <SuperviseesCard person={person} />
      </Columns>
      <SidePanel open={editing} onClose={close} title={<Trans>Change colleague</Trans>}>
        <ChangeStaffForm person={person} refresh={props.refresh} onClose={close} />
      </SidePanel>
    </Screen>
  );
};

/** One colleague: credentials, supervision, sign-in and history. */
export const StaffMemberScreen = (): ReactNode => {
  const staffId = useParam("staffId");
  const staff = useRead(readStaff, { staffId }, { alsoOn: ["credential", "site", "affiliation"] });
  return (
    <Loaded read={staff}>
      {(person) => <StaffPage key={person.id} person={person} refresh={staff.refetch} />}
    </Loaded>
  );
};
