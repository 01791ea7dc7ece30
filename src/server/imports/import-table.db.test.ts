import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as imports from "#server/imports/import.service.ts";
import { importsRoutes } from "#server/imports/import.routes.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { searchPatients } from "#server/patients/find-patients.service.ts";
import { doSteps, inPieces } from "#test/support/import-files.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
beforeAll(async () => {
  product = await openTestProduct(() => importsRoutes);
  house = await product.addOrganization("Own House");
});
afterAll(() => product.close());

const inside = <Result>(act: Parameters<typeof product.inside<Result>>[1]) =>
  product.inside(house, act);

const received = async (text: string | Uint8Array) => {
  const { id: importId } = await inside((work) =>
    imports.startImport(work, { kind: "patients-csv", source: "A table", label: "restricted" }),
  );
  return inside((work) =>
    receiveFile(work, importId, { name: "people.csv", bytes: inPieces(text, 50) }),
  );
};

const taken = async (text: string | Uint8Array) => {
  const { id: importId, columns, version } = await received(text);
  const facts = columns?.columns.map(({ fact }) => fact) ?? [];
  const dateOrder = columns?.dateOrder ?? "month-day-year";
  const matched = await inside((work) =>
    imports.matchColumns(work, { importId, version, facts, dateOrder }),
  );
  await inside((work) => imports.rehearseImport(work, { importId, version: matched.version }));
  const looked = await doSteps(product, house, importId);
  await inside((work) => imports.runImport(work, { importId, version: looked.version }));
  const done = await doSteps(product, house, importId);
  const { rows } = await inside((work) =>
    imports.listImportEntries(work, { importId, limit: 100 }),
  );
  return { done, rows };
};

const factsOf = async (text: string | Uint8Array) => {
  const { columns } = await received(text);
  return columns?.columns.map(({ header, fact }) => [header, fact]);
};

describe("a table of people", () => {
  it.each([
    ["First Name,Last Name,DOB,Cell\nAda,Comma,3/14/1990,808-555-0101\n", "month-day-year"],
    [
      "Nombre;Apellidos;Fecha de nacimiento;Teléfono\r\nAda;Semicolon;14/03/1990;(808) 555-0102\r\n",
      "day-month-year",
    ],
    ["given\tfamily\tbirth_date\tphone\nAda\tTab\t1990-03-14\t8085550103", "year-month-day"],
    [
      '﻿"First Name","Last Name","DOB","Phone"\n"Ada","Quoted, ""Jr""","19900314","+1 808 555 0104"\n',
      "year-month-day",
    ],
  ])("%.12s… is understood", async (text, dateOrder) => {
    const { columns } = await received(text);
    expect(columns?.columns.map(({ fact }) => fact)).toEqual([
      "givenName",
      "familyName",
      "birthDate",
      "phone",
    ]);
    expect(columns?.dateOrder).toBe(dateOrder);
  });

  it.each(["\n", "\r\n"])(
    "numbers each person by the line of the file, ended by %j",
    async (end) => {
      const lines = [
        "Name,Last Name,DOB,Address",
        "Ada,First,1990-03-14,Elm Street",
        "",
        ",,,",
        `Ada,Two Lines,1990-03-15,"Elm Street${end}behind the mill"`,
        "Ada,Last,unreadable,Elm Street",
      ];
      const { done, rows } = await taken(lines.join(end));
      expect(rows.map(({ number }) => number)).toEqual([2, 5, 7]);
      expect(done).toMatchObject({ entries: 3, done: 3, files: [{ lastEntry: 7 }] });
    },
  );

  it("in Windows-1252 keeps its letters", async () => {
    const { done, rows } = await taken(
      Buffer.from("Nombre,Apellidos,Nacimiento\nJosé,Nuñez,1980-01-02\n", "latin1"),
    );
    expect(done.files[0]?.encoding).toBe("windows-1252");
    expect(rows).toMatchObject([{ title: "Nuñez, José", outcome: "taken" }]);
  });

  it("with two columns of one name tells them apart, and takes the first", async () => {
    expect(await factsOf("Name,Name,DOB,\nA B,C D,1980-01-02,x\n")).toEqual([
      ["Name", "wholeName"],
      ["Name (2)", null],
      ["DOB", "birthDate"],
      ["(4)", null],
    ]);
  });

  it("is taken row by row: what is wrong is said, what is empty is counted, a formula is a text", async () => {
    const { done, rows } = await taken(
      [
        "First,Last,DOB,Sex,Gender,State,Zip,Street,City",
        "Grace,Row,1980-01-02,F,=1+1,Oregon,97201,1 Any Street,Portland",
        "=cmd(),Row,1980-01-03",
        ",,,,",
        "",
        "Only,Year,1980",
        "Never,Born,2000-02-30",
        "Old,Date,10010101",
        "Odd,Date,20002316",
        "Too,Long,1980-01-04,F,,,,,,,spilled",
        "Short,Rowe,1980-01-05",
        "No,,1980-01-06",
      ].join("\n"),
    );
    expect(
      rows.map(({ outcome, findings }) => [outcome, ...findings.map(({ code }) => code)]),
    ).toEqual([
      ["taken"],
      ["refused", "not-a-name"],
      ["refused", "date-partial"],
      ["refused", "date-impossible"],
      ["refused", "date-out-of-range"],
      ["refused", "date-impossible"],
      ["refused", "row-ragged"],
      ["taken"],
      ["refused", "name-missing"],
    ]);
    expect(done.skippedKinds).toEqual({ "(empty row)": 1 });
    const { rows: kept } = await product.ownerPool.query(
      "select gender, state, sex_at_birth as sex from stepwell.patient where family_name = 'Row'",
    );
    expect(kept).toEqual([{ gender: "=1+1", state: "OR", sex: "female" }]);
  });

  it("a second time changes nothing, with and without numbers", async () => {
    const text = 'MRN,Name,DOB\n17,"Twice, Tom",1970-01-02\n,"Again, Ann",1970-02-03\n';
    expect((await taken(text)).done.people).toMatchObject({ taken: 2 });
    expect((await taken(text)).done.people).toMatchObject({ taken: 0, unchanged: 2 });
    const { rows } = await inside((work) =>
      searchPatients(work, { q: "Twice", limit: 10, state: "all", order: "asc" }),
    );
    expect(rows).toHaveLength(1);
  });

  it("is not looked at before somebody said which column is what", async () => {
    const { id: importId, version } = await received("a,b\nc,d\n");
    const tried = inside((work) => imports.rehearseImport(work, { importId, version }));
    await expect(tried).rejects.toMatchObject({ code: "import-not-ready" });
    const matched = inside((work) =>
      imports.matchColumns(work, {
        importId,
        version,
        facts: ["wholeName", "wholeName"],
        dateOrder: null,
      }),
    );
    await expect(matched).rejects.toMatchObject({ fields: { facts: { code: "twice" } } });
  });

  it("of one column is told apart by a sign that is not known, and says so first", async () => {
    const { id: importId, version } = await received("first~last~dob\nAda~Lane~1980-02-03\n");
    const matched = inside((work) =>
      imports.matchColumns(work, { importId, version, facts: ["wholeName"], dateOrder: null }),
    );
    await expect(matched).rejects.toMatchObject({ fields: { facts: { code: "one-column" } } });
  });

  it.each([
    ["without a letter", "", "empty"],
    ["of empty lines", "\n\n", "no-header"],
    ["of three hundred columns", `${"a,".repeat(300)}\n`, "too-many-columns"],
    ["whose quote never closes", 'Name,DOB\n"never closed,1980-01-02\n', "cut-off"],
    ["with a name of megabytes", `Name,DOB\n${"x".repeat(2_000_000)},1980-01-02\n`, "too-long"],
    ["that is a spreadsheet", "PK\u0003\u0004\u0000\u0000", "not-text"],
  ])("%s is refused", async (_, text, why) => {
    await expect(received(text)).rejects.toMatchObject({
      code: "import-file-broken",
      values: { why },
    });
  });
});
