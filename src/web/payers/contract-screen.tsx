import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Revision } from "#domain/basics/revision.ts";
import type { Output } from "#domain/contract/route.ts";
import {
  listContractRevisions,
  listContractVersionRevisions,
  readContract,
} from "#domain/payers/contract.api.ts";
import type { Contract, ContractVersion } from "#domain/payers/contract.ts";
import { versionStanding } from "#domain/payers/version-standing.ts";
import { ContractEnding } from "#web/payers/contract-ending.tsx";
import { ChangeContractForm } from "#web/payers/contract-form.tsx";
import { sayScope } from "#web/payers/contract-scope.ts";
import { contractHistoryWords } from "#web/payers/contract-words.ts";
import { FeesCard } from "#web/payers/fees-card.tsx";
import { UnpricedNote } from "#web/payers/unpriced-note.tsx";
import { VersionsCard } from "#web/payers/versions-card.tsx";
import { useParam, useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead, type Read } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { AddIcon, EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

/** What stands beside the terms and is another noun's: trying a version out on a day. */
export type BesideContract = (props: {
  readonly contract: Contract;
  readonly version: ContractVersion;
}) => ReactNode;

/** The terms are read beside the history; in it stands only that they were changed. */
const withoutTerms = (read: Read<{ rows: Revision[] }>): Read<{ rows: Revision[] }> => {
  if (read.data === undefined) return read;
  const rows = read.data.rows.map(({ changes: { terms, ...changes }, ...revision }) => ({
    ...revision,
    changes:
      terms === undefined || revision.verb === "create"
        ? changes
        : { ...changes, terms: { from: "earlier", to: "changed" } },
  }));
  return { ...read, data: { rows } };
};

/** What happened to the contract and to the version that is read, newest first. */
const VersionHistory = (props: { readonly version: ContractVersion }): ReactNode => {
  const { id: contractVersionId, contractId } = props.version;
  const ofVersion = withoutTerms(useRead(listContractVersionRevisions, { contractVersionId }));
  const ofContract = useRead(listContractRevisions, { contractId });
  const both = [...(ofVersion.data?.rows ?? []), ...(ofContract.data?.rows ?? [])].toSorted(
    (one, other) => other.changedAt.localeCompare(one.changedAt),
  );
  const read = ofVersion.data === undefined ? ofVersion : { ...ofVersion, data: { rows: both } };
  return <HistoryCard read={read} words={contractHistoryWords} />;
};

const ContractHistory = (props: { readonly contract: Contract }): ReactNode => {
  const history = useRead(listContractRevisions, { contractId: props.contract.id });
  return <HistoryCard read={history} words={contractHistoryWords} />;
};

/** The version that is read first: what bills today, else the newest. */
const speaking = (versions: readonly ContractVersion[], today: string) =>
  versions.find((one) => ["in-force", "ending"].includes(versionStanding(one, today))) ??
  versions.at(0);

/** Terms change by a version of their own, which begins as a draft. */
const DraftButton = (props: {
  readonly contract: Contract;
  readonly versions: readonly ContractVersion[];
}): ReactNode => {
  const draft = props.versions.find(({ state }) => state === "draft");
  const next = (props.versions.at(0)?.number ?? 0) + 1;
  const number = draft?.number ?? 0;
  const path = paths.contractDraft(props.contract.id);
  return draft === undefined ? (
    <Button kind="primary" size="small" icon={AddIcon} to={path}>
      <Trans>Draft version {next}</Trans>
    </Button>
  ) : (
    <Button kind="primary" size="small" icon={EditIcon} to={`${path}?version=${draft.id}`}>
      <Trans>Change draft {number}</Trans>
    </Button>
  );
};

const ContractPage = (
  props: Output<typeof readContract> & { readonly beside: BesideContract | undefined },
): ReactNode => {
  const { t } = useLingui();
  const { contract, versions, fees, beside: Beside } = props;
  const [chosenId, setChosenId] = useSearchWord("version");
  const [editing, setEditing] = useState(false);
  const mayManage = useCan("contracts:manage") && contract.retiredAt === null;
  const today = useToday();
  const chosen = versions.find(({ id }) => id === chosenId) ?? speaking(versions, today);
  const edit = (): void => setEditing(true);
  const close = (): void => setEditing(false);
  useKeys(mayManage ? [{ keys: ["e"], label: t`Change name or scope`, run: edit }] : []);
  return (
    <Screen
      title={contract.name}
      above={[{ label: t`Contracts`, to: paths.contracts }]}
      facts={
        <>
          {contract.payerName} · {sayScope(contract)}
        </>
      }
      marks={contract.retiredAt !== null && <Chip>{t`Retired`}</Chip>}
      otherActions={
        <>
          <ContractEnding contract={contract} />
          {mayManage && (
            <Button icon={EditIcon} onPress={edit} keys={["e"]}>
              <Trans>Change name or scope</Trans>
            </Button>
          )}
        </>
      }
    >
      <Columns
        aside={
          <>
            {Beside && chosen && <Beside contract={contract} version={chosen} />}
            {chosen === undefined ? (
              <ContractHistory contract={contract} />
            ) : (
              <VersionHistory key={chosen.id} version={chosen} />
            )}
          </>
        }
      >
        <VersionsCard
          versions={versions}
          chosen={chosen}
          onChoose={setChosenId}
          today={today}
          mayManage={mayManage}
          draft={mayManage && <DraftButton contract={contract} versions={versions} />}
        />
        {chosen && <UnpricedNote version={chosen} fees={fees} today={today} />}
        <FeesCard
          contract={contract}
          terms={chosen?.terms ?? null}
          fees={fees}
          today={today}
          mayManage={mayManage}
        />
      </Columns>
      <SidePanel open={editing} onClose={close} title={<Trans>Change name or scope</Trans>}>
        <ChangeContractForm
          key={contract.version}
          contract={contract}
          wasConfirmed={versions.some(({ publishedAt }) => publishedAt !== null)}
          onClose={close}
        />
      </SidePanel>
    </Screen>
  );
};

/** One contract: its terms in sentences, its versions compared, its prices. */
export const ContractScreen = (props: { readonly beside?: BesideContract }): ReactNode => {
  const contractId = useParam("contractId");
  const read = useRead(
    readContract,
    { contractId },
    { alsoOn: ["contract-version", "contract-fee"] },
  );
  return (
    <Loaded read={read}>
      {(data) => <ContractPage key={data.contract.id} {...data} beside={props.beside} />}
    </Loaded>
  );
};
