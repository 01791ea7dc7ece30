import { byteOrderMark, csvLine, type CsvValue } from "#domain/basics/csv-line.ts";
import { chartParts, partsForOthers } from "#domain/exports/chart-part.ts";
import type { ExportFile, OrganizationGround } from "#domain/exports/export-run.ts";
import { instrumentOf } from "#domain/exports/instrument-of.ts";
import { exportLines } from "#server/audit/export-lines.service.ts";
import { peopleAfter, type Place } from "#server/exports/chart-copy.queries.ts";
import { copyCharts, keeperOf } from "#server/exports/chart-copy.service.ts";
import type { HeldBack } from "#server/exports/held-back.ts";
import { exportedTables, type ExportedTable } from "#server/exports/exported-tables.ts";
import { PartWriter, type KeepPortion } from "#server/exports/part-writer.ts";
import * as tables from "#server/exports/table-rows.queries.ts";
import { writeChart, writeKeeper, writePayers } from "#fhir/write-chart.ts";
import type { WrittenResource } from "#fhir/resource.ts";

/** Where the files of an export come from and go to, and what of it. */
export interface Making {
  readonly place: Place;
  readonly ground: OrganizationGround;
  readonly heldBack: HeldBack;
  readonly keep: KeepPortion;
  /** Tells how far it is; throws where it was stopped. */
  step(done: number): Promise<void>;
}

const peopleAtOnce = 50;

/** One open file for each kind of resource. */
class ResourceFiles {
  readonly #files = new Map<string, PartWriter>();
  readonly #keep: KeepPortion;

  constructor(keep: KeepPortion) {
    this.#keep = keep;
  }

  async write(resources: readonly WrittenResource[]): Promise<void> {
    for (const [kind, some] of Map.groupBy(resources, ({ resourceType }) => resourceType)) {
      const file = this.#files.get(kind) ?? new PartWriter(`fhir/${kind}.ndjson`, this.#keep);
      this.#files.set(kind, file);
      await file.write(some.map((one) => `${JSON.stringify(one)}\n`).join(""), some.length);
    }
  }

  async end(): Promise<ExportFile[]> {
    const ended = [];
    for (const file of this.#files.values()) ended.push(await file.end());
    return ended;
  }
}

/** FHIR as NDJSON, a file for each kind of resource, as the bulk data guide of HL7 has it. */
export const writeResources = async (making: Making): Promise<ExportFile[]> => {
  const { place, heldBack, keep, step } = making;
  const files = new ResourceFiles(keep);
  const keeper = await keeperOf(place);
  await files.write(writeKeeper(keeper));
  const payers = new Set<string>();
  const parts = making.ground === "successor" ? partsForOthers(chartParts) : chartParts;
  const scope = { parts, from: null, to: null };
  let after: string | null = null;
  for (let done = 0; ;) {
    const people = await peopleAfter(place, after, peopleAtOnce);
    const ids = people.map(({ id }) => id).filter((id) => !heldBack.people.has(id));
    const copies = ids.length === 0 ? [] : await copyCharts(place, ids, scope);
    const charts = copies.map((chart) => heldBack.chart(chart));
    const fresh = writePayers(charts).filter(({ id }) => !payers.has(id));
    for (const { id } of fresh) payers.add(id);
    await files.write(fresh);
    for (const chart of charts) await files.write(writeChart(chart, { keeper, instrumentOf }));
    done += people.length;
    await step(done);
    if (people.length < peopleAtOnce) return files.end();
    after = people.at(-1)?.id ?? null;
  }
};

const cellOf = (value: unknown): CsvValue => {
  if (value === null || value === undefined) return null;
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
};

const writeTable = async (
  { place, ground, heldBack, keep }: Making,
  exported: ExportedTable,
): Promise<ExportFile> => {
  const { table, speaks, within, words = [], without = [] } = exported;
  const shape = await tables.shapeOf(place, table);
  const columns = shape.columns.filter(
    (name) => name !== "organization_id" && !without.includes(name),
  );
  const file = new PartWriter(`csv/${table}.csv`, keep);
  await file.write(byteOrderMark + csvLine(columns), 0);
  const isNarrowed = ground === "successor" && (speaks === "person" || within !== undefined);
  const hidden = isNarrowed ? heldBack.people : null;
  const cell = (row: tables.TableRow, name: string): CsvValue =>
    cellOf(words.includes(name) ? heldBack.cell(row[name]) : row[name]);
  for await (const rows of tables.rowsOf(place, exported, shape, hidden)) {
    const lines = rows.map((row) => csvLine(columns.map((name) => cell(row, name))));
    await file.write(lines.join(""), rows.length);
  }
  const made = await file.end();
  if (isNarrowed) heldBack.countRows(table, (await tables.countRows(place, table)) - made.rows);
  return made;
};

/** The tables that go to this recipient: to a successor only those of people and of the program. */
export const tablesFor = (ground: OrganizationGround): readonly ExportedTable[] =>
  exportedTables.filter(
    ({ speaks }) => ground === "own-keeping" || speaks === "person" || speaks === "practice",
  );

/** Each noun as CSV, its columns in the order in which they were made. */
export const writeTables = async (making: Making, doneBefore: number): Promise<ExportFile[]> => {
  const files: ExportFile[] = [];
  for (const table of tablesFor(making.ground)) {
    files.push(await writeTable(making, table));
    await making.step(doneBefore + files.length);
  }
  return files;
};

/** Who did and saw what, line by line, and the claim files to the byte: the organization's own. */
export const writeOwnFiles = async (making: Making): Promise<ExportFile[]> => {
  const { place, keep, ground } = making;
  if (ground !== "own-keeping") return [];
  const audit = new PartWriter("audit.ndjson", keep);
  const search = { organizationId: place.organizationId };
  for await (const lines of exportLines(place.tx, search, "ndjson"))
    await audit.write(lines, lines.split("\n").length - 1);
  const files = [await audit.end()];
  for await (const { name, content } of tables.claimFilesOf(place)) {
    const file = new PartWriter(`files/claims/${name}`, keep);
    await file.write(content);
    files.push(await file.end());
  }
  return files;
};
