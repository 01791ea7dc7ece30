import { Trans, useLingui } from "@lingui/react/macro";
import { msg } from "@lingui/core/macro";
import type { I18n, MessageDescriptor } from "@lingui/core";
import type { ReactNode } from "react";
import type { Revision } from "#domain/basics/revision.ts";
import type { Read } from "#web/platform/use-read.ts";
import { inFormOrder, sayFact, sayFactName } from "#web/practice/fact-words.ts";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, EditIcon, RetireIcon, UndoIcon, type Icon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

const verbs: Readonly<Record<string, { readonly word: MessageDescriptor; readonly icon: Icon }>> = {
  create: { word: msg`Added`, icon: AddIcon },
  change: { word: msg`Changed`, icon: EditIcon },
  retire: { word: msg`Retired`, icon: RetireIcon },
  "bring-back": { word: msg`Brought back`, icon: UndoIcon },
};

const sayVerb = (i18n: I18n, verb: string): string => {
  const known = verbs[verb];
  return known === undefined ? verb : i18n._(known.word);
};

const isSomething = (value: unknown): boolean => value !== null && value !== false && value !== "";

/** One line a field. What was added tells only what it has; what was changed tells before and after. */
const Changes = (props: { readonly revision: Revision }): ReactNode => {
  const { i18n } = useLingui();
  const { verb, reason, changes } = props.revision;
  const isNew = verb === "create";
  const told = Object.entries(changes)
    .filter(([, change]) => !isNew || isSomething(change.to))
    .toSorted(([one], [other]) => inFormOrder(one, other));
  return (
    <>
      {reason !== null && <div>{reason}</div>}
      {told.map(([name, { from, to }]) => (
        <div key={name}>
          {sayFactName(i18n, name)}: {!isNew && <>{sayFact(i18n, name, from)} → </>}
          {sayFact(i18n, name, to)}
        </div>
      ))}
    </>
  );
};

/** Every version of a record as a list of events, newest first. */
export const HistoryList = (props: { readonly revisions: readonly Revision[] }): ReactNode => {
  const { i18n } = useLingui();
  return props.revisions.length === 0 ? (
    <EmptyState>
      <Trans>Nothing was changed yet.</Trans>
    </EmptyState>
  ) : (
    <Timeline
      entries={props.revisions.map((revision) => ({
        id: revision.id,
        at: revision.changedAt,
        title: sayVerb(i18n, revision.verb),
        detail: <Changes revision={revision} />,
        by: revision.actorName,
        icon: verbs[revision.verb]?.icon ?? EditIcon,
      }))}
    />
  );
};

export const RecordHistory = (props: { readonly read: Read<{ rows: Revision[] }> }): ReactNode => (
  <Card title={<Trans>History</Trans>}>
    <Loaded read={props.read}>{({ rows }) => <HistoryList revisions={rows} />}</Loaded>
  </Card>
);
