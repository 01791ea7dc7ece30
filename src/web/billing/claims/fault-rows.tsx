import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { AcknowledgmentNotes, Fault } from "#domain/billing/claims/acknowledgment.ts";
import {
  elementFaultWords,
  groupWords,
  interchangeNoteWords,
  segmentFaultWords,
  transactionWords,
} from "#web/billing/claims/acknowledgment-words.ts";
import { MendAction, type MendAt } from "#web/billing/claims/mend-action.tsx";
import { lineOfFault } from "#web/billing/claims/line-of-fault.ts";
import { wordsOfPlace } from "#web/billing/claims/segment-words.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { RiskIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

/** A code in words; one that nobody here knows stands as it was sent. */
const useSayCode = () => {
  const { t, i18n } = useLingui();
  return (words: ProblemWords, code: string): string => {
    const known = words[code];
    return known === undefined ? t`Code ${code}` : i18n._(known);
  };
};

/** What is wrong with a file as a whole, in sentences. That segments are in error, the rows below say. */
export const useNotesSaid = () => {
  const say = useSayCode();
  return ({ interchange, group, transaction }: AcknowledgmentNotes, hasRows: boolean): string[] => [
    ...interchange.map((code) => say(interchangeNoteWords, code)),
    ...group.map((code) => say(groupWords, code)),
    ...transaction
      .filter((code) => !(hasRows && ["5", "I5"].includes(code)))
      .map((code) => say(transactionWords, code)),
  ];
};

const nameOfElement = (segment: string, { element, component }: Fault["elements"][number]) =>
  `${segment}${String(element).padStart(2, "0")}${component === 0 ? "" : `-${component}`}`;

const FaultRow = (props: {
  readonly fault: Fault;
  readonly line: number | null;
  readonly action?: ReactNode;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const say = useSayCode();
  const { line } = props;
  const { segment, position, loop, code, elements } = props.fault;
  const words = wordsOfPlace(segment, loop);
  const name =
    words === null || words === undefined ? t`Segment ${segment}` : `${i18n._(words)} (${segment})`;
  const wrong = elements.map(
    (one) => `${nameOfElement(segment, one)}: ${say(elementFaultWords, one.code)}`,
  );
  return (
    <Row
      icon={RiskIcon}
      title={name}
      below={
        <>
          {[say(segmentFaultWords, code), ...wrong].join(". ")}.
          <br />
          {line === null ? (
            <Trans>Segment {position}, counted from ST.</Trans>
          ) : (
            <Trans>
              Line {line} of what was sent; segment {position}, counted from ST.
            </Trans>
          )}{" "}
          {loop !== "" && <Trans>Loop {loop}.</Trans>}
        </>
      }
      {...(props.action !== undefined && { action: props.action })}
    />
  );
};

/** What a receiver found wrong, each with where it stands in the file, and where it is mended. */
export const FaultRows = (props: {
  readonly faults: readonly Fault[];
  /** Where it is looked at or mended. */
  readonly placeOf: (fault: Fault) => MendAt | null;
  /** The whole file as it was sent, where it is at hand: the line of each is said. */
  readonly segments?: readonly string[];
}): ReactNode => {
  const { t } = useLingui();
  return (
    <Rows label={t`What the answer names`}>
      {props.faults.map((fault, at) => {
        const place = props.placeOf(fault);
        return (
          <FaultRow
            key={at}
            fault={fault}
            line={lineOfFault(props.segments ?? [], fault)}
            action={place !== null && <MendAction place={place} />}
          />
        );
      })}
    </Rows>
  );
};
