import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { startSaid } from "#web/programs/rule-days.ts";
import { Facts } from "#web/ui/facts.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Quiet } from "#web/ui/quiet.tsx";

/** A fact of a rule as it is and as it would be. */
export interface RuleChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What would be published, in words, and what of it is other than what is in force. */
export const RulePreview = (props: {
  /** Null while the fields do not amount to a rule. */
  readonly says: string | null;
  readonly from: string;
  readonly changes: readonly RuleChange[];
  readonly hasBefore: boolean;
}): ReactNode => {
  const changes = props.changes.filter(({ before, after }) => before !== after);
  const from = startSaid(props.from);
  return (
    <PanelPart title={<Trans>What this says</Trans>}>
      {props.says === null || from === null ? (
        <Quiet>
          <Trans>Fill in the fields above; the rule is written out here.</Trans>
        </Quiet>
      ) : (
        <>
          <p>
            <Trans>
              From {from}: {props.says}
            </Trans>
          </p>
          {props.hasBefore &&
            (changes.length === 0 ? (
              <Quiet>
                <Trans>It asks the same as the version before it.</Trans>
              </Quiet>
            ) : (
              <Facts
                facts={changes.map(({ name, before, after }) => ({
                  name,
                  value: (
                    <Trans>
                      {after}, was {before}
                    </Trans>
                  ),
                }))}
              />
            ))}
          <Quiet>
            <Trans>
              What was decided before that day stays decided by the version of its day. A published
              version is never changed.
            </Trans>
          </Quiet>
        </>
      )}
    </PanelPart>
  );
};
