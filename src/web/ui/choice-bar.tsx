import { useEffect, useRef, type ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { DoneIcon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import styles from "#web/ui/choice-bar.module.css";

/** One of the things that are asked about a row, one at a time. */
export interface Question<N extends string> {
  readonly name: N;
  readonly label: string;
  readonly isAnswered: boolean;
}

/** The questions of a row: which are answered, and which one is asked now. */
export const ChoiceBar = <N extends string>(props: {
  readonly label: string;
  readonly questions: readonly Question<N>[];
  readonly asked: N;
  readonly onAsk: (name: N) => void;
  readonly children: ReactNode;
  /** What is asked in whole words; `short` where nothing but a line is free. */
  readonly question?: { readonly short: string; readonly whole: string };
}): ReactNode => (
  <div className={styles["bar"]}>
    <div role="group" aria-label={props.label} className={styles["questions"]}>
      {props.questions.map((question) => (
        <button
          key={question.name}
          type="button"
          aria-pressed={question.name === props.asked}
          className={styles["question"]}
          onClick={() => props.onAsk(question.name)}
        >
          {question.isAnswered && <DoneIcon size={14} stroke={2} aria-hidden />}
          {question.label}
        </button>
      ))}
    </div>
    {props.question && (
      <p className={styles["about"]} title={props.question.whole} dir="auto">
        <span>{props.question.short}</span>
        <span>{props.question.whole}</span>
      </p>
    )}
    <div className={styles["answers"]}>{props.children}</div>
  </div>
);

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: Icon;
  /** The key that chooses it. */
  readonly press?: string;
}

/** A few words of which one is chosen by a tap or a key. Nothing is chosen beforehand. */
export const ChoiceChips = <V extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly chosen: V | null;
  readonly onChoose: (value: V) => void;
  /** One question after another: the one that is asked now takes the focus, and is in sight. */
  readonly isAsked?: boolean;
}): ReactNode => {
  const group = useRef<HTMLDivElement>(null);
  const { isAsked = false } = props;
  useEffect(() => {
    if (isAsked) group.current?.querySelector("button")?.focus();
  }, [isAsked]);
  return (
    <div ref={group} role="group" aria-label={props.label} className={styles["chips"]}>
      {props.choices.map(({ icon: Icon, ...choice }) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === props.chosen}
          className={styles["choice"]}
          onClick={() => props.onChoose(choice.value)}
        >
          {choice.press !== undefined && <KeyHint keys={[choice.press]} />}
          {Icon && <Icon size={14} stroke={2} aria-hidden />}
          {choice.label}
        </button>
      ))}
    </div>
  );
};

/** Several words of a vocabulary; those in use first, the others behind one more press. */
export const WordChips = <V extends string>(props: {
  readonly label: string;
  readonly words: readonly { readonly value: V; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: V) => void;
  readonly isReadOnly?: boolean;
  readonly more?: ReactNode;
}): ReactNode => (
  <div role="group" aria-label={props.label} className={styles["words"]}>
    {props.words.map((word) =>
      props.isReadOnly ? (
        <span key={word.value} className={join(styles["word"], styles["still"])}>
          {word.label}
        </span>
      ) : (
        <button
          key={word.value}
          type="button"
          aria-pressed={props.chosen.includes(word.value)}
          className={styles["word"]}
          onClick={() => props.onToggle(word.value)}
        >
          {word.label}
        </button>
      ),
    )}
    {props.more}
  </div>
);
