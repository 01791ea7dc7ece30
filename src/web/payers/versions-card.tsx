import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { ContractVersion } from "#domain/payers/contract.ts";
import { TermsView } from "#web/payers/terms-view.tsx";
import { VersionActs } from "#web/payers/version-acts.tsx";
import { VersionChip } from "#web/payers/version-chip.tsx";
import { VersionsCompared } from "#web/payers/versions-compared.tsx";
import { useSearchWord } from "#web/platform/address.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { Card } from "#web/ui/card.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { CompareBar } from "#web/ui/compared.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FilterSelect } from "#web/ui/filter-select.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Tabs } from "#web/ui/tabs.tsx";

const Days = (props: { readonly version: ContractVersion }): ReactNode => {
  const { effectiveFrom, effectiveTo } = props.version;
  const from = sayCalendarDate(effectiveFrom);
  const to = sayCalendarDate(effectiveTo ?? effectiveFrom);
  if (effectiveTo === null) return <Trans>From {from} on</Trans>;
  return effectiveTo < effectiveFrom ? (
    <Trans>Was to begin on {from}</Trans>
  ) : (
    <Trans>
      {from} to {to}
    </Trans>
  );
};

/** Which version it is, where it stands, since when, and where it is written. */
const VersionHead = (props: {
  readonly version: ContractVersion;
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { version, today } = props;
  return (
    <Rows label={t`This version`}>
      <Row
        title={<Days version={version} />}
        below={version.source}
        marks={<VersionChip version={version} today={today} />}
      />
    </Rows>
  );
};

const CompareTools = (props: {
  readonly others: readonly ContractVersion[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onlyDifferent: boolean;
  readonly onOnlyDifferent: (only: boolean) => void;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <CompareBar>
      <FilterSelect
        label={t`Compare with another version`}
        all={t`Compare with…`}
        choices={props.others.map(({ id, number, effectiveFrom }) => {
          const from = sayCalendarDate(effectiveFrom);
          return { value: id, label: t`Compared with version ${number}, from ${from}` };
        })}
        value={props.chosen}
        onChange={props.onChoose}
      />
      {props.chosen !== "" && (
        <CheckField
          label={t`Only what differs`}
          name="only"
          value={props.onlyDifferent}
          onChange={props.onOnlyDifferent}
        />
      )}
    </CompareBar>
  );
};

const VersionBody = (props: {
  readonly version: ContractVersion;
  readonly others: readonly ContractVersion[];
}): ReactNode => {
  const { version, others } = props;
  const [withId, setWithId] = useSearchWord("with");
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const other = others.find(({ id }) => id === withId);
  const [before, after] =
    other !== undefined && other.number > version.number ? [version, other] : [other, version];
  return (
    <>
      {others.length > 0 && (
        <CompareTools
          others={others}
          chosen={other?.id ?? ""}
          onChoose={setWithId}
          onlyDifferent={onlyDifferent}
          onOnlyDifferent={setOnlyDifferent}
        />
      )}
      {before === undefined ? (
        <TermsView terms={version.terms} />
      ) : (
        <VersionsCompared before={before} after={after} onlyDifferent={onlyDifferent} />
      )}
    </>
  );
};

/** The terms of a contract: one version in sentences, or two beside each other. */
export const VersionsCard = (props: {
  readonly versions: readonly ContractVersion[];
  readonly chosen: ContractVersion | undefined;
  readonly onChoose: (id: string) => void;
  readonly today: string;
  readonly mayManage: boolean;
  /** Drafts the next version, or opens the draft there is. */
  readonly draft: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { versions, chosen } = props;
  const tabOf = ({ number, state }: ContractVersion): string => {
    if (state === "draft") return t`Version ${number}, draft`;
    return state === "testing" ? t`Version ${number}, in testing` : t`Version ${number}`;
  };
  if (chosen === undefined)
    return (
      <Card title={<Trans>Terms</Trans>}>
        <EmptyState action={props.draft}>
          <Trans>
            No terms yet. Draft what the payer agreed to; nothing is billed before it is confirmed.
          </Trans>
        </EmptyState>
      </Card>
    );
  return (
    <Card
      title={<Trans>Terms</Trans>}
      actions={
        props.mayManage && (
          <>
            <VersionActs key={chosen.id} version={chosen} />
            {props.draft}
          </>
        )
      }
    >
      <Tabs
        label={t`Versions`}
        tabs={versions.map((version) => ({ name: version.id, label: tabOf(version) }))}
        chosen={chosen.id}
        onChoose={props.onChoose}
      >
        <VersionHead version={chosen} today={props.today} />
        <VersionBody version={chosen} others={versions.filter(({ id }) => id !== chosen.id)} />
      </Tabs>
    </Card>
  );
};
