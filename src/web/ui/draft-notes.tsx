import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { BesideWords, DraftFormProps } from "#web/platform/draft-door.ts";
import { useNow } from "#web/platform/use-now.ts";
import { Button } from "#web/ui/button.tsx";
import styles from "#web/ui/draft-notes.module.css";
import { HistoryIcon, SwitchIcon, WritingIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";
import { Time } from "#web/ui/time.tsx";

const writingMilliseconds = 45_000;

/** A value as the form itself shows it: a choice by its words, everything else as it is. */
const useSayTyped = (form: DraftFormProps): ((name: string, value: unknown) => string) => {
  const { t } = useLingui();
  return (name, value) => {
    if (value === true) return t`yes`;
    if (value === false) return t`no`;
    if (value === null || value === undefined || value === "") return t`empty`;
    const said = typeof value === "string" ? value : JSON.stringify(value);
    return form.optionOf(name, said) ?? said;
  };
};

interface TypedField {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly onTake: () => void;
  readonly onKeep?: () => void;
}

const TypedFields = (
  props: DraftFormProps & { readonly fields: readonly TypedField[] },
): ReactNode => {
  const say = useSayTyped(props);
  return (
    <ul className={styles["fields"]}>
      {props.fields.map(({ id, field, value, onTake, onKeep }) => (
        <li key={id} className={styles["field"]}>
          <span className={styles["name"]}>{props.labelOf(field)}</span>
          <span className={styles["typed"]}>{say(field, value)}</span>
          <span className={styles["acts"]}>
            <Button size="small" onPress={onTake}>
              <Trans>Take this</Trans>
            </Button>
            {onKeep && (
              <Button size="small" onPress={onKeep}>
                <Trans>Keep what is here</Trans>
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const Beside = (props: DraftFormProps & { readonly person: BesideWords }): ReactNode => {
  const { person, draft, values } = props;
  const { name, changedAt, words } = person;
  const isWriting = useNow().getTime() - new Date(changedAt).getTime() < writingMilliseconds;
  const differing = Object.entries(words ?? {}).filter(
    ([field, value]) => Object.hasOwn(values, field) && !isSame(values[field], value),
  );
  const count = differing.length;
  return (
    <Note icon={WritingIcon}>
      {isWriting ? (
        <Trans>{name} is writing here too.</Trans>
      ) : (
        <Trans>
          {name} wrote here, <Time at={changedAt} />, and has not sent it.
        </Trans>
      )}{" "}
      {words !== null && count > 0 && (
        <Plural
          value={count}
          one="One field is another there:"
          other="# fields are another there:"
        />
      )}
      {words === null && <Trans>Your role does not include reading it.</Trans>}
      <TypedFields
        {...props}
        fields={differing.map(([field, value]) => ({
          id: field,
          field,
          value,
          onTake: () => draft.take(field, value),
        }))}
      />
    </Note>
  );
};

const Restored = (props: DraftFormProps): ReactNode => {
  const { restoredAt, discard } = props.draft;
  return restoredAt === null ? null : (
    <Note
      icon={HistoryIcon}
      action={
        <Button size="small" onPress={discard}>
          <Trans>Throw away</Trans>
        </Button>
      }
    >
      <Trans>
        This is what you typed, <Time at={restoredAt} />, and have not sent.
      </Trans>
    </Note>
  );
};

const Elsewhere = (props: DraftFormProps): ReactNode => {
  const { elsewhere, take, settle } = props.draft;
  return elsewhere.length === 0 ? null : (
    <Note icon={SwitchIcon}>
      <Trans>You typed this into the same form in another window or on another device:</Trans>
      <TypedFields
        {...props}
        fields={elsewhere.map(({ id, field, now }) => ({
          id,
          field,
          value: now,
          onTake: () => {
            take(field, now);
            settle(id);
          },
          onKeep: () => settle(id),
        }))}
      />
    </Note>
  );
};

/** What was found again of a form's words, and what was typed into it elsewhere or by others. */
export const DraftNotes = (props: DraftFormProps): ReactNode => (
  <>
    <Restored {...props} />
    <Elsewhere {...props} />
    {props.draft.beside.map((person) => (
      <Beside key={person.id} {...props} person={person} />
    ))}
  </>
);
