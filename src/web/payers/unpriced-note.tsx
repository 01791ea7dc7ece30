import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ContractVersion } from "#domain/payers/contract.ts";
import type { Fee } from "#domain/payers/fee.ts";
import { unpricedLines } from "#domain/payers/unpriced.ts";
import { sayList } from "#web/payers/code-words.ts";
import { Note } from "#web/ui/note.tsx";

/** Says which codes of a version have no price: their days would be held. */
export const UnpricedNote = (props: {
  readonly version: ContractVersion;
  readonly fees: readonly Fee[];
  readonly today: string;
}): ReactNode => {
  const { version, fees, today } = props;
  const on = version.effectiveFrom > today ? version.effectiveFrom : today;
  const kept = fees.filter(({ withdrawnAt }) => withdrawnAt === null);
  const lines = unpricedLines(version.terms, kept, on);
  const codes = sayList(lines.map(({ code, revenueCode }) => code ?? revenueCode ?? ""));
  const { number } = version;
  return lines.length === 0 || version.state === "retired" ? null : (
    <Note meaning="held">
      <Trans>
        Version {number} bills {codes} and there is no price for it. Such days are held until one is
        added.
      </Trans>
    </Note>
  );
};
