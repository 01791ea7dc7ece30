import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listContracts, type ListedContract } from "#domain/payers/contract.api.ts";
import { versionStanding } from "#domain/payers/version-standing.ts";
import { BillingProvidersCard } from "#web/payers/billing-providers-card.tsx";
import { AddContractForm } from "#web/payers/contract-form.tsx";
import { sayScope } from "#web/payers/contract-scope.ts";
import { formWords } from "#web/payers/contract-words.ts";
import { PayersCard } from "#web/payers/payers-card.tsx";
import { VersionChip } from "#web/payers/version-chip.tsx";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import type { Column } from "#web/ui/table-column.ts";

/** The version one asks about first: the one that bills today, else the newest. */
const speaking = ({ versions }: ListedContract, today: string) =>
  versions.find((one) => ["in-force", "ending"].includes(versionStanding(one, today))) ??
  versions.at(0);

const Standing = (props: {
  readonly listed: ListedContract;
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { listed, today } = props;
  const version = speaking(listed, today);
  if (version === undefined) return <Chip meaning="risk">{t`No terms yet`}</Chip>;
  const { number } = version;
  const next = listed.versions.find((one) => one.state === "draft" && one.id !== version.id);
  return (
    <SecondLine
      below={
        next === undefined ? (
          <Trans>version {number}</Trans>
        ) : (
          <Trans>
            version {number}; version {next.number} is drafted
          </Trans>
        )
      }
    >
      <VersionChip version={version} today={today} />
    </SecondLine>
  );
};

const useColumns = (today: string): readonly Column<ListedContract>[] => {
  const { t } = useLingui();
  const say = useSay();
  const formOf = ({ form }: ListedContract): string => (form === null ? "" : say(formWords, form));
  return [
    {
      key: "name",
      head: t`Contract`,
      cell: ({ contract }) => <SecondLine below={sayScope(contract)}>{contract.name}</SecondLine>,
      value: ({ contract }) => contract.name,
    },
    {
      key: "payer",
      head: t`Payer`,
      cell: ({ contract }) => contract.payerName,
      value: ({ contract }) => contract.payerName,
    },
    { key: "form", head: t`Claims`, cell: formOf, value: formOf, hideBelow: "desk" },
    {
      key: "standing",
      head: t`Terms`,
      cell: (listed) => <Standing listed={listed} today={today} />,
      value: (listed) => speaking(listed, today)?.state ?? null,
    },
    {
      key: "fees",
      head: t`Prices`,
      cell: ({ feeCount }) => (feeCount === 0 ? <Chip meaning="risk">{t`None`}</Chip> : feeCount),
      value: ({ feeCount }) => feeCount,
      figures: true,
      hideBelow: "tablet",
    },
  ];
};

const textOf = ({ contract }: ListedContract): string =>
  [contract.name, contract.payerName, contract.planName, contract.programName].join(" ");

const ContractsTable = (props: {
  readonly rows: readonly ListedContract[];
  readonly today: string;
  readonly add: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <DataTable
      name="contracts"
      label={t`Contracts`}
      rows={props.rows}
      columns={useColumns(props.today)}
      rowKey={({ contract }) => contract.id}
      rowLink={({ contract }) => paths.contract(contract.id)}
      rowQuiet={({ contract }) => contract.retiredAt !== null}
      findLabel={t`Find by contract, payer or program`}
      find={textOf}
      list="contracts"
      empty={
        <EmptyState action={props.add}>
          <Trans>
            No contract yet. Without one a payer’s days are held: add what each payer agreed to.
          </Trans>
        </EmptyState>
      }
    />
  );
};

/** Contracts with payers, who the payers are, and who bills them. */
export const ContractsScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const contracts = useRead(
    listContracts,
    { state: "all" },
    { alsoOn: ["contract-version", "contract-fee", "payer"] },
  );
  const mayManage = useCan("contracts:manage");
  const today = useToday();
  const open = (): void => setAdding("contract");
  const close = (): void => setAdding("");
  useKeys(mayManage ? [{ keys: ["n"], label: t`Add contract`, run: open }] : []);
  const add = mayManage && (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Add contract</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Contracts`}
      facts={
        <Trans>
          What each payer agreed to pay for, in versions. A day is billed by the most specific
          contract that holds on it.
        </Trans>
      }
      action={add}
    >
      <Columns
        aside={
          <>
            <BillingProvidersCard />
            <PayersCard contracts={contracts.data?.rows ?? []} />
          </>
        }
      >
        <Card flush>
          <Loaded read={contracts}>
            {({ rows }) => <ContractsTable rows={rows} today={today} add={add} />}
          </Loaded>
        </Card>
      </Columns>
      <SidePanel
        open={adding === "contract" && mayManage}
        onClose={close}
        title={<Trans>Add contract</Trans>}
      >
        <AddContractForm onClose={close} />
      </SidePanel>
    </Screen>
  );
};
