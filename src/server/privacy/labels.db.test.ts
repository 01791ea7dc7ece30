import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labels, labelOf, type Label } from "#domain/basics/label.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/test-database.ts";
import { openPool } from "#server/db/pool.ts";

let database: TestDatabase;
let owner: ReturnType<typeof openPool>;
beforeAll(async () => {
  database = await openTestDatabase();
  owner = openPool({ url: database.ownerUrl, most: 1 });
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

const rank = (label: string): number => labels.indexOf(labelOf(label));

/** Writes one after the other in the database itself, and answers which were taken. */
const writeAll = async (
  writes: readonly {
    readonly row: number;
    readonly label: string;
    readonly touchesWords: boolean;
  }[],
): Promise<readonly boolean[]> => {
  await owner.query(`
    create table stepwell.kept_words (id integer primary key, label text not null, words text);
    select stepwell.keep_labels('{stepwell.kept_words}');
    insert into stepwell.kept_words select n, 'general' from generate_series(0, 99) n;
    create function stepwell.write_words(writes jsonb) returns boolean[] language plpgsql as $$
      declare one jsonb; taken boolean[] := '{}';
      begin
        for one in select value from jsonb_array_elements(writes) loop
          begin
            if (one ->> 'touchesWords')::boolean then
              update stepwell.kept_words set label = one ->> 'label', words = 'x' where id = (one ->> 'row')::integer;
            else
              update stepwell.kept_words set label = one ->> 'label' where id = (one ->> 'row')::integer;
            end if;
            taken := taken || true;
          exception when check_violation then taken := taken || false;
          end;
        end loop;
        return taken;
      end $$`);
  const { rows } = await owner.query<{ taken: boolean[] }>(
    "select stepwell.write_words($1) as taken",
    [JSON.stringify(writes)],
  );
  return rows[0]?.taken ?? [];
};

test("whatever is written in whatever order, a guarded table keeps the closest label it ever had", async () => {
  const write = fc.record({
    row: fc.nat(99),
    // What no rule knows counts as restricted: it may be written over anything, and only such over it.
    label: fc.constantFrom<string>(...labels, "secret"),
    touchesWords: fc.boolean(),
  });
  const writes = fc.sample(write, { seed: 20261122, numRuns: 5000 });
  const taken = await writeAll(writes);
  const kept = new Map<number, Label>();
  const expected = writes.map(({ row, label }) => {
    const isTaken = rank(label) >= rank(kept.get(row) ?? "general");
    if (isTaken) kept.set(row, labelOf(label));
    return isTaken;
  });
  expect(taken).toEqual(expected);
  expect(taken.filter((one) => !one).length).toBeGreaterThan(500);
  const { rows } = await owner.query<{ id: number; label: string }>(
    "select id, label from stepwell.kept_words",
  );
  expect(new Map(rows.map(({ id, label }) => [id, labelOf(label)]))).toEqual(kept);
});
