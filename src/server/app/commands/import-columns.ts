import { dateOrders } from "#domain/imports/incoming-date.ts";
import {
  columnFacts,
  columnProblems,
  type ColumnFact,
  type TableColumns,
} from "#domain/imports/table-columns.ts";
import { CommandFailed } from "#server/app/commands/command.ts";

export interface ColumnOptions {
  readonly columns?: string;
  readonly dateOrder?: string;
}

const problems: Readonly<Record<ReturnType<typeof columnProblems>[number], string>> = {
  "one-column":
    "The table has only one column. Save it with a comma, a semicolon, a tab or a bar between the cells.",
  twice: "Two columns are said to be the same.",
  "no-name": "No column holds the names: givenName and familyName, or wholeName.",
  "no-birth-date": "No column holds the birth date.",
  "no-date-order":
    "The days could be read in two ways. Say --date-order month-day-year or day-month-year.",
};

/** `DOB=birthDate,Memo=`: what is left of the last `=` is the header, what is right of it the fact or nothing. */
const said = (text: string, { columns }: TableColumns): Map<number, ColumnFact | null> => {
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      const header = pair.slice(0, at).trim();
      const word = pair.slice(at + 1).trim();
      const place = columns.findIndex((column) => column.header === header);
      const fact = columnFacts.find((one) => one === word);
      if (at < 1 || place === -1)
        throw new CommandFailed(
          `There is no column "${header}". There are: ${columns.map((column) => column.header).join(", ")}`,
          2,
        );
      if (fact === undefined && word !== "")
        throw new CommandFailed(`"${word}" is no fact. There are: ${columnFacts.join(", ")}`, 2);
      return [place, fact ?? null];
    }),
  );
};

/** Which column is which fact: as it is said, else as it was guessed from the header. */
export const chosenColumns = (
  known: TableColumns,
  options: ColumnOptions,
): { facts: (ColumnFact | null)[]; dateOrder: TableColumns["dateOrder"] } => {
  const own = said(options.columns ?? "", known);
  const facts = known.columns.map(({ fact }, place) => {
    const chosen = own.get(place);
    return chosen === undefined ? fact : chosen;
  });
  const order = options.dateOrder ?? known.dateOrder;
  const dateOrder = dateOrders.find((one) => one === order) ?? null;
  if (options.dateOrder !== undefined && dateOrder === null)
    throw new CommandFailed(`--date-order is one of ${dateOrders.join(", ")}.`, 2);
  const [problem] = columnProblems(facts, dateOrder);
  if (problem !== undefined) throw new CommandFailed(problems[problem], 2);
  return { facts, dateOrder };
};
