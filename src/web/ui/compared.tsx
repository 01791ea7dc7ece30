import { Fragment, type ReactNode } from "react";
import styles from "#web/ui/compared.module.css";

/** One thing that both sides say something about; null where a side says nothing. */
export interface ComparedRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparedSection {
  readonly key: string;
  readonly title: ReactNode;
  readonly rows: readonly ComparedRow[];
}

const Said = (props: {
  readonly of: ReactNode;
  readonly text: string | null;
  readonly nothing: ReactNode;
  readonly differs: boolean;
}): ReactNode => (
  <td data-differs={props.differs || undefined}>
    {/* On a phone both stand under each other; each says whose it is. */}
    <span className={styles["of"]}>{props.of}</span>
    {props.text === null ? <span className={styles["nothing"]}>{props.nothing}</span> : props.text}
  </td>
);

/** What is compared with what, above both: choices, and how much differs. */
export const CompareBar = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["bar"]}>{props.children}</div>
);

/** Two of a kind beside each other, topic by topic. What differs is marked by an edge, a weight and a word. */
export const Compared = (props: {
  readonly label: string;
  readonly topic: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly sections: readonly ComparedSection[];
  /** Said beside the name of what differs. */
  readonly differs: ReactNode;
  /** Said where one side says nothing. */
  readonly nothing: ReactNode;
}): ReactNode => (
  <table className={styles["compared"]} aria-label={props.label}>
    <thead>
      <tr>
        <th scope="col">{props.topic}</th>
        <th scope="col">{props.before}</th>
        <th scope="col">{props.after}</th>
      </tr>
    </thead>
    <tbody>
      {props.sections.map((section) => (
        <Fragment key={section.key}>
          <tr className={styles["section"]}>
            <th colSpan={3} scope="colgroup">
              {section.title}
            </th>
          </tr>
          {section.rows.map(({ key, name, before, after }) => {
            const differs = before !== after;
            return (
              <tr key={key} data-differs={differs || undefined}>
                <th scope="row">
                  {name}
                  {differs && <span className={styles["mark"]}>{props.differs}</span>}
                </th>
                <Said of={props.before} text={before} nothing={props.nothing} differs={differs} />
                <Said of={props.after} text={after} nothing={props.nothing} differs={differs} />
              </tr>
            );
          })}
        </Fragment>
      ))}
    </tbody>
  </table>
);
