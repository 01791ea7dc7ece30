import { Trans, useLingui } from "@lingui/react/macro";
import { msg } from "@lingui/core/macro";
import type { I18n, MessageDescriptor } from "@lingui/core";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { Revision } from "#domain/basics/revision.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { Read } from "#web/platform/use-read.ts";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, EditIcon, RetireIcon, UndoIcon, type Icon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Time } from "#web/ui/time.tsx";
import { Timeline } from "#web/ui/timeline.tsx";

const verbs: Readonly<Record<string, { readonly word: MessageDescriptor; readonly icon: Icon }>> = {
  create: { word: msg`Added`, icon: AddIcon },
  register: { word: msg`Registered`, icon: AddIcon },
  change: { word: msg`Changed`, icon: EditIcon },
  retire: { word: msg`Retired`, icon: RetireIcon },
  revoke: { word: msg`Revoked`, icon: RetireIcon },
  end: { word: msg`Ended`, icon: RetireIcon },
  "mark-duplicate": { word: msg`Marked as a duplicate`, icon: RetireIcon },
  "unmark-duplicate": { word: msg`No duplicate after all`, icon: UndoIcon },
  "find-duplicate": { word: msg`A second record was marked`, icon: EditIcon },
  "lose-duplicate": { word: msg`The second record is another person’s`, icon: UndoIcon },
  "bring-back": { word: msg`Brought back`, icon: UndoIcon },
};

/** What fields are called, and how a coded value is said; both by the noun whose record it is. */
export interface HistoryWords {
  readonly fields: ProblemWords;
  readonly values?: ProblemWords;
  /** What acts are called that only this noun has. */
  readonly verbs?: ProblemWords;
  /** Days among the values always say their year: of what holds for years. */
  readonly withYears?: boolean;
  /** Says values in the noun's own way. */
  readonly say?: (i18n: I18n, name: string, value: unknown) => string;
}

const isSomething = (value: unknown): boolean =>
  value !== null &&
  value !== false &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

const Value = (props: {
  readonly words: HistoryWords;
  readonly name: string;
  readonly value: unknown;
}): ReactNode => {
  const { i18n, t } = useLingui();
  const { value, name } = props;
  if (props.words.say !== undefined) return props.words.say(i18n, name, value);
  if (!isSomething(value)) return value === false ? t`no` : t`none`;
  if (value === true) return t`yes`;
  if (Array.isArray(value))
    return value.map((one, place) => (
      <span key={String(one)}>
        {place > 0 && ", "}
        <Value words={props.words} name={name} value={one} />
      </span>
    ));
  if (typeof value === "object" && value !== null)
    return "name" in value ? String(value.name) : JSON.stringify(value);
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    return <Time at={text} as={props.words.withYears === true ? "calendar" : "day"} />;
  if (name === "phone") return spokenPhone(text);
  const word = props.words.values?.[`${name}.${text}`] ?? props.words.values?.[text];
  return word === undefined ? text : i18n._(word);
};

/** One line a field, in the order forms ask; what was added tells only what it has. */
const Changes = (props: {
  readonly revision: Revision;
  readonly words: HistoryWords;
}): ReactNode => {
  const { i18n } = useLingui();
  const { verb, reason, changes } = props.revision;
  const isNew = verb === "create" || verb === "register";
  const order = Object.keys(props.words.fields);
  const told = Object.entries(changes)
    .filter(([, change]) => !isNew || isSomething(change.to))
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return (
    <>
      {reason !== null && <div>{reason}</div>}
      {told.map(([name, { from, to }]) => {
        const word = props.words.fields[name];
        return (
          <div key={name}>
            {word === undefined ? name : i18n._(word)}:{" "}
            {!isNew && (
              <>
                <Value words={props.words} name={name} value={from} /> →{" "}
              </>
            )}
            <Value words={props.words} name={name} value={to} />
          </div>
        );
      })}
    </>
  );
};

/** Every version of a record, newest first: who, when, why, each field from what to what. */
export const HistoryList = (props: {
  readonly revisions: readonly Revision[];
  readonly words: HistoryWords;
}): ReactNode => {
  const { i18n } = useLingui();
  const titleOf = ({ verb }: Revision): string => {
    const word = props.words.verbs?.[verb] ?? verbs[verb]?.word;
    return word === undefined ? verb : i18n._(word);
  };
  return props.revisions.length === 0 ? (
    <EmptyState>
      <Trans>Nothing was changed yet. Each change will stand here, with who made it.</Trans>
    </EmptyState>
  ) : (
    <Timeline
      entries={props.revisions.map((revision) => ({
        id: revision.id,
        at: revision.changedAt,
        title: titleOf(revision),
        detail: <Changes revision={revision} words={props.words} />,
        by: revision.actorName,
        icon: verbs[revision.verb]?.icon ?? EditIcon,
      }))}
    />
  );
};

export const HistoryCard = (props: {
  readonly read: Read<{ rows: Revision[] }>;
  readonly words: HistoryWords;
}): ReactNode => (
  <Card title={<Trans>History</Trans>}>
    <Loaded read={props.read}>
      {({ rows }) => <HistoryList revisions={rows} words={props.words} />}
    </Loaded>
  </Card>
);
