import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ContractVersion } from "#domain/payers/contract.ts";
import { comparedTerms } from "#web/payers/compared-terms.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { Chip } from "#web/ui/chip.tsx";
import { CompareBar, Compared } from "#web/ui/compared.tsx";
import { Quiet } from "#web/ui/quiet.tsx";

const Head = (props: { readonly version: ContractVersion }): ReactNode => {
  const { number, effectiveFrom } = props.version;
  const from = sayCalendarDate(effectiveFrom);
  return (
    <Trans>
      Version {number}, from {from}
    </Trans>
  );
};

/** Two versions beside each other, everything they say, what differs marked. */
export const VersionsCompared = (props: {
  readonly before: ContractVersion;
  readonly after: ContractVersion;
  /** Leaves out what both say alike. */
  readonly onlyDifferent: boolean;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { before, after, onlyDifferent } = props;
  const sections = comparedTerms(before.terms, after.terms);
  const differences = sections
    .flatMap(({ rows }) => rows)
    .filter((row) => row.before !== row.after).length;
  const shown = sections
    .map((section) => ({
      ...section,
      title: i18n._(section.title),
      rows: section.rows.filter((row) => !onlyDifferent || row.before !== row.after),
    }))
    .filter(({ rows }) => rows.length > 0);
  return differences === 0 ? (
    <Quiet>
      <Trans>Both versions say the same. Only their days differ.</Trans>
    </Quiet>
  ) : (
    <>
      <CompareBar>
        <Chip meaning="short">
          <Plural value={differences} one="# difference" other="# differences" />
        </Chip>
      </CompareBar>
      <Compared
        label={t`Versions compared`}
        topic={t`Topic`}
        before={<Head version={before} />}
        after={<Head version={after} />}
        sections={shown}
        differs={t`changed`}
        nothing={t`says nothing`}
      />
    </>
  );
};
