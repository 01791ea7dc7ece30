import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentType, ReactNode } from "react";
import { listPeople, type Person } from "#domain/access/people.api.ts";
import { personStates, type PersonState } from "#domain/access/person.ts";
import { staffRoles } from "#domain/access/roles.ts";
import { peopleAsked } from "#web/access/people-asked.ts";
import { InviteForm } from "#web/access/invite-form.tsx";
import { PersonStateChip } from "#web/access/person-state-chip.tsx";
import { sayRole } from "#web/access/role-words.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useCommands } from "#web/platform/commands.ts";
import { sayMoment } from "#web/platform/dates.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { useTableState } from "#web/ui/table-state.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

const useStateWords = (): Readonly<Record<PersonState, string>> => {
  const { t } = useLingui();
  return {
    active: t`Active`,
    invited: t`Invited`,
    "invitation-over": t`Invitation over`,
    ended: t`Ended`,
  };
};

const useFilters = (): readonly Filter<Person>[] => {
  const { t, i18n } = useLingui();
  const states = useStateWords();
  return [
    {
      key: "state",
      label: t`State`,
      choices: personStates.map((state) => ({ value: state, label: states[state] })),
    },
    {
      key: "role",
      label: t`Role`,
      choices: staffRoles.map((role) => ({ value: role, label: sayRole(i18n, role) })),
    },
  ];
};

const useColumns = (): readonly Column<Person>[] => {
  const { t, i18n } = useLingui();
  const states = useStateWords();
  const { account, organization } = useSession();
  const rolesOf = (person: Person): string =>
    person.roles.map((role) => sayRole(i18n, role)).join(", ");
  return [
    {
      key: "name",
      head: t`Name`,
      cell: (person) => (
        <SecondLine below={person.email}>
          {person.name}
          {person.accountId === account.id && (
            <>
              {" "}
              <Trans>(you)</Trans>
            </>
          )}
        </SecondLine>
      ),
      value: (person) => person.name,
    },
    {
      key: "email",
      head: t`E-mail`,
      cell: (person) => person.email,
      csv: (person) => person.email,
      onlyCsv: true,
    },
    { key: "roles", head: t`Roles`, cell: rolesOf, value: rolesOf },
    {
      key: "state",
      head: t`State`,
      cell: (person) => <PersonStateChip state={person.state} />,
      value: (person) => states[person.state],
    },
    {
      key: "seen",
      head: t`Last seen`,
      value: (person) => person.lastSeenAt,
      cell: (person) =>
        person.lastSeenAt === null ? (
          <Trans>Never</Trans>
        ) : (
          <Time at={person.lastSeenAt} zone={organization.zone} />
        ),
      csv: (person) =>
        person.lastSeenAt === null ? "" : sayMoment(person.lastSeenAt, organization.zone),
      hideBelow: "tablet",
    },
  ];
};

/** Who may sign in here, and as what. The address says who is being invited: a `person`, or the id of a colleague. */
export const PeopleScreen = (props: {
  /** Invites a colleague of the staff list. */
  readonly inviteColleague: ComponentType<{
    readonly staffId: string;
    readonly onClose: () => void;
  }>;
}): ReactNode => {
  const { t } = useLingui();
  const { inviteColleague: InviteColleague } = props;
  const [adding, setAdding] = useSearchWord("add");
  const table = useTableState("people");
  const people = useTablePages("people", listPeople, peopleAsked(table), { isArrangedHere: true });
  const columns = useColumns();
  const filters = useFilters();
  const mayManage = useCan("people:manage");
  const open = (): void => setAdding("person");
  const close = (): void => setAdding("");
  useKeys(mayManage ? [{ keys: ["n"], label: t`Invite somebody`, run: open }] : []);
  useCommands(
    mayManage ? [{ id: "invite-person", name: t`Invite somebody`, run: open, keys: ["n"] }] : [],
  );
  const invite = mayManage && (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Invite somebody</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Sign-ins`}
      facts={<Trans>Who may sign in here, and what their roles allow.</Trans>}
      action={invite}
    >
      <Card flush>
        <Loaded read={people.read}>
          {(rows) => (
            <DataTable
              {...people.table}
              label={t`Sign-ins`}
              rows={rows}
              columns={columns}
              rowKey={(person) => person.id}
              rowLink={(person) => paths.person(person.id)}
              rowQuiet={(person) => person.state === "ended"}
              findLabel={t`Find by name or e-mail`}
              filters={filters}
              list="people"
              empty={
                <EmptyState action={invite}>
                  <Trans>Nobody yet. Invite the first colleague.</Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
      <SidePanel
        open={adding !== "" && mayManage}
        onClose={close}
        title={<Trans>Invite somebody</Trans>}
      >
        {adding === "person" ? (
          <InviteForm onClose={close} />
        ) : (
          <InviteColleague staffId={adding} onClose={close} />
        )}
      </SidePanel>
    </Screen>
  );
};
