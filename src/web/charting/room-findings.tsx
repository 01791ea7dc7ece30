import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { findingText, findingWords, isMissing } from "#web/charting/finding-words.ts";
import type { FoundHere } from "#web/charting/room-view.ts";
import type { TextMark } from "#web/ui/marked-area.tsx";
import { Button } from "#web/ui/button.tsx";
import { FindingPanel } from "#web/ui/finding-panel.tsx";
import { GuardIcon, RiskIcon, ShortIcon } from "#web/ui/icons.ts";

/** What takes the place of the found words, in the same case as a sentence's beginning would have. */
const mended = (text: string, found: FoundHere, words: string): string => {
  const { start, end } = found.finding.where;
  const isFirst = /(^|[.!?]\s+)$/u.test(text.slice(0, start));
  const [first = "", ...rest] = words;
  const said = isFirst ? first.toLocaleUpperCase() + rest.join("") : words;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  // Where nothing takes the place, no gap stays behind.
  return said === "" ? before.trimEnd() + after : before + said + after;
};

/** The stretches of a field's text that something was found in. */
export const marksOf = (found: readonly FoundHere[], field: string): readonly TextMark[] =>
  found
    .filter(({ finding }) => finding.where.field === field && finding.mend !== "say-what-is-theirs")
    .filter(({ finding }) => finding.where.end > finding.where.start)
    .map(({ finding }) => ({ start: finding.where.start, end: finding.where.end, kind: "risk" }));

const replacements: Readonly<Record<string, "a member" | "a peer" | "">> = {
  "say-a-member": "a member",
  "say-a-peer": "a peer",
  "remove-number": "",
};

/** What the guards found in one field, at its place, each with how it is mended. */
export const FoundIn = (props: {
  readonly field: string;
  readonly text: string;
  readonly found: readonly FoundHere[];
  /** Into how many other charts this text goes. */
  readonly others: number;
  readonly flat?: boolean;
  readonly onMend: (text: string) => void;
  readonly onLetStand: (found: FoundHere) => void;
  /** Asks what was noted of risk, where that is not on the same form. */
  readonly onSetRisk?: () => void;
}): ReactNode => {
  const { i18n, t } = useLingui();
  const here = props.found.filter(
    ({ finding }) => finding.where.field === props.field && !isMissing(finding),
  );
  return here.map((found) => {
    const { finding } = found;
    const words = findingWords[finding.code];
    const text = findingText(finding);
    const values = { ...finding.values, others: props.others };
    const replacement = replacements[finding.mend];
    const isName = finding.mend === "say-a-member" || finding.mend === "say-a-peer";
    const isRisk = finding.code === "risk-unsaid";
    const saidInstead = finding.mend === "say-a-member" ? t`a member` : t`a peer`;
    return (
      <FindingPanel
        key={`${finding.code} ${finding.where.start}`}
        icon={isName ? GuardIcon : isRisk ? RiskIcon : ShortIcon}
        flat={props.flat ?? false}
        weight={finding.weight === "hold" || isName || isRisk ? "risk" : "note"}
        title={i18n._({ ...words.title, values })}
        actions={
          <>
            {isName && (
              <Button
                size="small"
                onPress={() => props.onMend(mended(props.text, found, saidInstead))}
              >
                <Trans>Replace with “{saidInstead}”</Trans>
              </Button>
            )}
            {isRisk && props.onSetRisk && (
              <Button size="small" onPress={props.onSetRisk}>
                <Trans>Set the risk</Trans>
              </Button>
            )}
            {replacement === "" && (
              <Button size="small" onPress={() => props.onMend(mended(props.text, found, ""))}>
                <Trans>Take it out</Trans>
              </Button>
            )}
            {finding.weight === "warn" && (
              <Button size="small" kind="quiet" onPress={() => props.onLetStand(found)}>
                {isName ? <Trans>Not them</Trans> : <Trans>Let it stand</Trans>}
              </Button>
            )}
          </>
        }
      >
        {text && i18n._({ ...text, values })}
      </FindingPanel>
    );
  });
};
