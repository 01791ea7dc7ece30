import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { positions } from "#domain/practice/position.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { staffName, type StaffRow } from "#domain/practice/staff.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { staffAsked } from "#web/practice/practice-asked.ts";
import { MembersLink } from "#web/practice/members-link.tsx";
import { positionWords } from "#web/practice/position-words.ts";
import { RetiredSwitch, useRetiredShown } from "#web/practice/retired-switch.tsx";
import { AddStaffForm } from "#web/practice/staff-form.tsx";
import { StaffMarks } from "#web/practice/staff-marks.tsx";
import { useMay } from "#web/practice/use-may.ts";
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
import { useTablePages } from "#web/ui/use-table-pages.ts";
import { Time } from "#web/ui/time.tsx";

const useColumns = (): readonly Column<StaffRow>[] => {
  const { t, i18n } = useLingui();
  const { many } = usePatientWords();
  const seesStays = useCan("enrollments:read");
  const members: Column<StaffRow> = {
    key: "members",
    head: many,
    sortable: true,
    cell: (person) => <MembersLink person={person} />,
    csv: ({ memberCount }) => memberCount,
    figures: true,
  };
  return [
    {
      key: "name",
      head: t`Name`,
      sortable: true,
      cell: (person) => (
        <SecondLine below={i18n._(positionWords[person.position])}>{staffName(person)}</SecondLine>
      ),
      csv: staffName,
    },
    {
      key: "marks",
      head: t`Needs an eye`,
      cell: (person) => <StaffMarks person={person} />,
    },
    ...(seesStays ? [members] : []),
    {
      key: "site",
      head: t`Based at`,
      sortable: true,
      cell: (person) => person.homeSite?.name,
      csv: (person) => person.homeSite?.name ?? null,
      hideBelow: "tablet",
    },
    {
      key: "supervisor",
      head: t`Supervisor`,
      cell: (person) => person.supervisor?.name,
      csv: (person) => person.supervisor?.name ?? null,
      hideBelow: "desk",
    },
    {
      key: "phone",
      head: t`Phone`,
      cell: (person) => person.phone !== null && spokenPhone(person.phone),
      csv: (person) => person.phone,
      hideBelow: "desk",
    },
    {
      key: "email",
      head: t`E-mail`,
      cell: (person) => person.email,
      csv: (person) => person.email,
      hideBelow: "desk",
    },
    {
      key: "started",
      head: t`Started`,
      sortable: true,
      cell: (person) => person.startedOn !== null && <Time at={person.startedOn} as="calendar" />,
      csv: (person) => person.startedOn,
      hideBelow: "desk",
    },
  ];
};

const useFilters = (): readonly Filter<StaffRow>[] => {
  const { t, i18n } = useLingui();
  const sites = useRead(listSites, { limit: 200 });
  return [
    {
      key: "site",
      label: t`Site`,
      choices: (sites.data?.rows ?? []).map((site) => ({ value: site.id, label: site.name })),
    },
    {
      key: "position",
      label: t`Position`,
      choices: positions.map(({ code }) => ({ value: code, label: i18n._(positionWords[code]) })),
    },
  ];
};

/** The people who work here, and what about them needs an eye. */
export const StaffScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const retired = useRetiredShown();
  const table = useTableState("staff");
  const staff = useTablePages("staff", listStaff, staffAsked(table, retired.state), {
    alsoOn: ["credential", "site"],
  });
  const may = useMay("staff");
  const columns = useColumns();
  const filters = useFilters();
  const open = (): void => setAdding("staff");
  const close = (): void => setAdding("");
  useKeys(may.add ? [{ keys: ["n"], label: t`Add colleague`, run: open }] : []);
  const add = may.add && (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Add colleague</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Staff`}
      facts={<Trans>Who works here, where they are based, and which credentials lapse.</Trans>}
      action={add}
    >
      <Card flush>
        <Loaded read={staff.read}>
          {(rows) => (
            <DataTable
              {...staff.table}
              label={t`Staff`}
              rows={rows}
              columns={columns}
              rowKey={(person) => person.id}
              rowLink={(person) => paths.staffMember(person.id)}
              rowQuiet={(person) => person.retiredAt !== null}
              findLabel={t`Find by name`}
              filters={filters}
              tools={<RetiredSwitch retired={retired} />}
              list="staff"
              empty={
                <EmptyState action={add}>
                  <Trans>
                    Nobody yet. Add the people who work here; their credentials and sign-ins follow.
                  </Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
      <SidePanel
        open={adding === "staff" && may.add}
        onClose={close}
        title={<Trans>Add colleague</Trans>}
      >
        <AddStaffForm onClose={close} />
      </SidePanel>
    </Screen>
  );
};
