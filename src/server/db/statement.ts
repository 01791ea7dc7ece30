import { CompiledQuery, type Compilable } from "kysely";
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
 * A query whose text is always the same, for what is asked on every request: the builder runs once, later calls only
 * fill in their values. The builder sees placeholders, so it must not look at a value.
 */
export const statement = <Values extends object, Row>(
  names: readonly (keyof Values & string)[],
  query: (tx: Tx, values: Values) => Compilable<Row>,
): ((tx: Tx, values: Values) => Promise<Row[]>) => {
  let prepared: Prepared<Values> | undefined;
  return async (tx, values) => {
    prepared ??= prepare(names, (marks) => query(tx, marks));
    const parameters = prepared.parameters.map((parameter) => parameter(values));
    const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(prepared.text, parameters));
    return rows;
  };
};
