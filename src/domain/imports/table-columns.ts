import { z } from "zod";
import { dateOrders } from "#domain/imports/incoming-date.ts";

/** What a column of a table can be. */
export const columnFacts = [
  "recordNumber",
  "wholeName",
  "givenName",
  "middleName",
  "familyName",
  "nameSuffix",
  "preferredName",
  "formerName",
  "birthDate",
  "sexAtBirth",
  "gender",
  "pronouns",
  "language",
  "phone",
  "email",
  "street",
  "unit",
  "city",
  "state",
  "postalCode",
  "contactName",
  "contactPhone",
  "contactRelation",
] as const;
export const columnFactSchema = z.enum(columnFacts);
export type ColumnFact = (typeof columnFacts)[number];

/** A table as it was received: its header with a few values of each column, and what each column is taken for. */
export const tableColumnsSchema = z.object({
  delimiter: z.string(),
  dateOrder: z.enum(dateOrders).nullable(),
  columns: z.array(
    z.object({
      header: z.string(),
      samples: z.array(z.string()),
      /** Null where the column is left out. */
      fact: columnFactSchema.nullable(),
    }),
  ),
});
export type TableColumns = z.output<typeof tableColumnsSchema>;

/** What stands against these columns: a fact named twice, or what every person needs and no column gives. */
export const columnProblems = (
  facts: readonly (ColumnFact | null)[],
  dateOrder: string | null,
): ("one-column" | "twice" | "no-name" | "no-birth-date" | "no-date-order")[] => {
  const named = facts.filter((fact) => fact !== null);
  const has = (fact: ColumnFact) => named.includes(fact);
  const problems = [
    // A name and a birth date take two: its cells are told apart by something that is not known.
    [facts.length === 1, "one-column"],
    [new Set(named).size < named.length, "twice"],
    [!has("wholeName") && !(has("givenName") && has("familyName")), "no-name"],
    [!has("birthDate"), "no-birth-date"],
    [has("birthDate") && dateOrder === null, "no-date-order"],
  ] as const;
  return problems.flatMap(([holds, code]) => (holds ? [code] : []));
};
