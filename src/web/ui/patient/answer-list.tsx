import type { ReactNode } from "react";
import { DoneIcon } from "#web/ui/icons.ts";
import { useTakenFocus } from "#web/ui/patient/use-taken-focus.ts";
import styles from "#web/ui/patient/answer-list.module.css";

/** The answers to one question, each a large button: a tap answers. */
export const AnswerList = (props: {
  readonly label: string;
  readonly choices: readonly { readonly value: number; readonly label: string }[];
  readonly chosen: number | null;
  readonly busy: boolean;
  readonly onChoose: (value: number) => void;
}): ReactNode => (
  <div role="group" aria-label={props.label} className={styles["list"]} aria-busy={props.busy}>
    {props.choices.map((choice) => (
      <button
        key={choice.value}
        type="button"
        aria-pressed={choice.value === props.chosen}
        className={styles["answer"]}
        onClick={() => !props.busy && props.onChoose(choice.value)}
      >
        {choice.label}
        {choice.value === props.chosen && <DoneIcon size={20} stroke={1.75} aria-hidden />}
      </button>
    ))}
  </div>
);

/** How far one is, as a bar and in words. */
export const HowFar = (props: {
  readonly done: number;
  readonly of: number;
  readonly children: ReactNode;
}): ReactNode => (
  <div className={styles["far"]}>
    <p>{props.children}</p>
    <progress value={props.done} max={props.of} aria-hidden />
  </div>
);

/** The question itself: what it asks for above, what it says large. `takesFocus`: it follows another one. */
export const AskedQuestion = (props: {
  readonly stem: ReactNode;
  readonly takesFocus: boolean;
  readonly children: ReactNode;
}): ReactNode => {
  const heading = useTakenFocus(props.takesFocus);
  return (
    <div className={styles["question"]}>
      <p>{props.stem}</p>
      <h2 ref={heading} tabIndex={-1}>
        {props.children}
      </h2>
    </div>
  );
};

/** What was answered: each question with its answer under it. */
export const GivenAnswers = (props: {
  readonly rows: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: ReactNode;
  }[];
}): ReactNode => (
  <dl className={styles["given"]}>
    {props.rows.map((row) => (
      <div key={row.id}>
        <dt>{row.question}</dt>
        <dd>{row.answer}</dd>
      </div>
    ))}
  </dl>
);
