import { CompiledQuery, type Compilable, type QueryResult } from "kysely";
import type { Step } from "#server/db/exchange.ts";
import type { Tx } from "#server/db/transaction.ts";

interface Prepared<Values> {
  readonly text: string;
  readonly parameters: readonly ((values: Values) => unknown)[];
}

const prepare = <Values extends object, Row>(
  names: readonly (keyof Values & string)[],
  query: (values: Values) => Compilable<Row>,
): Prepared<Values> => {
  const marks = new Map<unknown, keyof Values & string>(names.map((name) => [Symbol(name), name]));
  // The builder puts each mark where the value of that name belongs.
  const values = Object.fromEntries([...marks].map(([mark, name]) => [name, mark])) as Values;
  const { sql, parameters } = query(values).compile();
  return {
    text: sql,
    parameters: parameters.map((parameter) => {
      const name = marks.get(parameter);
      return name === undefined ? () => parameter : (given: Values) => given[name];
    }),
  };
};

/**
 * A query whose text is always the same, for what is asked on every request, as a step to be sent: the builder runs once, later calls
 * only fill in their values. The builder sees placeholders, so it must not look at a value.
 */
export const stepOf = <Values extends object, Row>(
  names: readonly (keyof Values & string)[],
  query: (tx: Tx, values: Values) => Compilable<Row>,
): ((tx: Tx, values: Values) => Step) => {
  let prepared: Prepared<Values> | undefined;
  return (tx, values) => {
    prepared ??= prepare(names, (marks) => query(tx, marks));
    return {
      text: prepared.text,
      values: prepared.parameters.map((parameter) => parameter(values)),
    };
  };
};

/** Asks one step by itself. */
export const askStep = <Row>(tx: Tx, { text, values = [] }: Step): Promise<QueryResult<Row>> =>
  tx.executeQuery<Row>(CompiledQuery.raw(text, [...values]));

/** The same, asked by itself: answers its rows. */
export const statement = <Values extends object, Row>(
  names: readonly (keyof Values & string)[],
  query: (tx: Tx, values: Values) => Compilable<Row>,
): ((tx: Tx, values: Values) => Promise<Row[]>) => {
  const step = stepOf(names, query);
  return async (tx, values) => {
    const { rows } = await askStep<Row>(tx, step(tx, values));
    return rows;
  };
};
