import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { roleNames, roles } from "#domain/access/roles.ts";
import { problemSchema } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute } from "#domain/contract/route.ts";
import { discardDraft, listDrafts, readDraftsBeside, saveDraft } from "#domain/drafts/draft.api.ts";
import { listenToChanges } from "#domain/operations/events.api.ts";
import { downloadExport, downloadPatientExport, readExport } from "#domain/exports/export.api.ts";
import { newId } from "#server/platform/ids.ts";
import { saved, typed } from "#test/support/draft-words.ts";
import { sampleInputs, type SampleRecords } from "#test/support/samples.ts";
import { addSampleRecords } from "#test/support/sample-records.ts";
import { refuseWithoutOrganization } from "#test/support/statement-guard.ts";
import { testRoutes } from "#test/support/test-routes.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let neighbour: TestOrganization;
let own: SampleRecords;
let others: SampleRecords;
const people = new Map<string, TestPerson>();
const sent: string[] = [];

/** What changes something or holds a row, in the text of a statement. */
const changing =
  /\b(?:insert\s+into|update\s+(?:only\s+)?\w+\.|delete\s+from|for\s+(?:no\s+key\s+)?update|for\s+(?:key\s+)?share)\b/i;

/** The contracts of every route; the routes themselves need nothing until they are called. */
const contracts: readonly AnyRoute[] = testRoutes({} as never).map((route) => route.contract);
const nameOf = (contract: AnyRoute): string => `${contract.method} ${contract.path}`;
const closed = contracts.filter((contract) => contract.permission !== "anyone");
const plain = closed.filter((contract) => contract.reply !== "events");

const inputOf = (contract: AnyRoute, records: SampleRecords): Readonly<Record<string, unknown>> => {
  const input = sampleInputs(records)[nameOf(contract)];
  if (input === undefined)
    throw new Error(`${nameOf(contract)} has no sample in test/support/samples.ts`);
  return input;
};

const linesOf = async (organizationId: string): Promise<number> => {
  const { rows } = await product.ownerPool.query(
    "select count(*) as n from stepwell.audit_event where organization_id = $1",
    [organizationId],
  );
  return rows[0].n;
};

beforeAll(async () => {
  product = await openTestProduct(testRoutes, {
    hook: (text, values) => {
      refuseWithoutOrganization(text, values);
      sent.push(text);
    },
  });
  house = await product.addOrganization("Own House");
  neighbour = await product.addOrganization("Other House");
  for (const role of roleNames) people.set(role, await product.addPerson(house, [role]));
  await product.addPerson(house, ["administrator"]);
  // Whoever signs has just confirmed who they are; without that a door says so before anything else.
  await product.ownerPool.query("update global.login_session set signing_until = expires_at");
  own = await addSampleRecords(product, house);
  await becomeThePatientOf(own);
  others = await addSampleRecords(product, neighbour);
});
afterAll(() => product.close());

/** From now on the patient among the people is the one whose check-in stands in these records. */
const becomeThePatientOf = (records: SampleRecords) =>
  product.ownerPool.query(
    "update stepwell.affiliation set patient_id = $3 where organization_id = $1 and account_id = $2",
    [house.organizationId, personWith("patient").accountId, records.measuredPatientId],
  );

const personWith = (role: string): TestPerson => {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return person;
};

describe("every route on the list", () => {
  it("is every contract there is", () => {
    const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" });
    const declared = files
      .filter((file) => file.endsWith(".api.ts"))
      .flatMap((file) => readFileSync(`src/domain/${file}`, "utf8").match(/= route\(\{/g) ?? []);
    expect(contracts.length).toBe(declared.length);
    expect(new Set(contracts.map(nameOf)).size).toBe(contracts.length);
    expect(new Set(contracts.map((contract) => contract.audit.verb)).size).toBe(contracts.length);
  });

  it.each(closed.map(nameOf))("%s is closed to whoever has not signed in", async (name) => {
    const contract = closed.find((one) => nameOf(one) === name);
    if (contract === undefined) throw new Error(name);
    const input = contract.reply === "events" ? {} : inputOf(contract, own);
    const answer = await product.call(undefined, contract, input);
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: 401,
      body: { code: "signed-out" },
    });
    expect(problemSchema.safeParse(answer.body).success).toBe(true);
  });
});

const guarded = plain.filter((contract) => contract.permission !== "signed-in");

describe("every route that needs a permission", () => {
  it.each(guarded.map(nameOf))(
    "%s is open to the roles that have it and to no other",
    async (name) => {
      const contract = guarded.find((one) => nameOf(one) === name);
      if (contract === undefined) throw new Error(name);
      for (const role of roleNames) {
        const held: readonly string[] = roles[role];
        const mayCall = held.includes(contract.permission);
        if (mayCall && changesState(contract)) continue;
        const before = await linesOf(house.organizationId);
        sent.length = 0;
        const answer = await product.call(personWith(role), contract, inputOf(contract, own));
        // A read's statements do not stand and fall together: none of them may change anything.
        if (!changesState(contract) && contract.reply !== "file")
          expect(sent.filter((text) => changing.test(text))).toEqual([]);
        expect({ name, role, status: answer.status }).toEqual({
          name,
          role,
          status: mayCall ? 200 : 403,
        });
        expect(await linesOf(house.organizationId)).toBe(before + 1);
      }
    },
  );

  it.each(guarded.filter(changesState).map(nameOf))(
    "%s is done for a role that has it, or refused for a reason of its own",
    async (name) => {
      const contract = guarded.find((one) => nameOf(one) === name);
      if (contract === undefined) throw new Error(name);
      const role = roleNames.find((one) =>
        (roles[one] as readonly string[]).includes(contract.permission),
      );
      const records = await addSampleRecords(product, house);
      await becomeThePatientOf(records);
      const before = await linesOf(house.organizationId);
      const answer = await product.call(
        personWith(role ?? ""),
        contract,
        inputOf(contract, records),
      );
      const allowed = [contract.status, ...Object.values(contract.errors), 409];
      expect(allowed, `${name}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
      expect(await linesOf(house.organizationId)).toBe(before + 1);
    },
  );
});

/** Every id of a record that stands in the path of a route, one after the other. A draft's is made by the device. */
const aboutRecords = plain.flatMap((contract) =>
  [...contract.path.matchAll(/\{(\w+)\}/g)].flatMap(([, parameter = ""]) =>
    ["draftId", "item", "number", "serviceDate"].includes(parameter)
      ? []
      : [{ contract, parameter }],
  ),
);
const doorOf = (one: { contract: AnyRoute; parameter: string }): string =>
  `${nameOf(one.contract)} with {${one.parameter}}`;

const doorNamed = (door: string): { contract: AnyRoute; parameter: string; person: TestPerson } => {
  const found = aboutRecords.find((one) => doorOf(one) === door);
  if (found === undefined) throw new Error(door);
  const { permission } = found.contract;
  const role = roleNames.find(
    (one) => permission === "signed-in" || (roles[one] as readonly string[]).includes(permission),
  );
  return { ...found, person: personWith(role ?? "") };
};

describe("every route about a record", () => {
  it.each(aboutRecords.map(doorOf))(
    "%s answers alike for a record of another organization and for none",
    async (door) => {
      const { contract, parameter, person } = doorNamed(door);
      const other = inputOf(contract, others)[parameter];
      expect(other).not.toBe(inputOf(contract, own)[parameter]);
      const theirs = await product.call(person, contract, {
        ...inputOf(contract, own),
        [parameter]: other,
      });
      const nothing = await product.call(person, contract, {
        ...inputOf(contract, own),
        [parameter]: newId(),
      });
      const shown = (answer: typeof theirs) => ({
        status: answer.status,
        ...(answer.body as object),
        requestId: "",
      });
      expect(shown(theirs)).toMatchObject({ status: 404, code: "not-found" });
      expect(shown(theirs)).toEqual(shown(nothing));
    },
  );

  it.each(aboutRecords.map(doorOf))("%s names the field that is no id", async (door) => {
    const { contract, parameter, person } = doorNamed(door);
    const answer = await product.call(person, contract, {
      ...inputOf(contract, own),
      [parameter]: "not-an-id",
    });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-input" } });
    expect(Object.keys((answer.body as { fields: object }).fields)).toEqual([parameter]);
  });
});

test("nobody in care is told what changes about others", async () => {
  for (const role of ["patient", "family"])
    expect((await product.call(personWith(role), listenToChanges, {})).status).toBe(403);
});

describe("what was taken out, brought in, or only typed", () => {
  it("of one person is given under no other person's address, and to nobody in care", async () => {
    const { handedOverId, patientId } = own;
    const director = personWith("director");
    const chart = (of: string) => ({ patientId: of, exportId: handedOverId });
    const answerTo = async (person: TestPerson, of: string) =>
      (await product.call(person, downloadPatientExport, chart(of))).status;
    expect(await answerTo(director, patientId)).toBe(200);
    expect(await answerTo(director, own.measuredPatientId)).toBe(404);
    // The whole organization is no chart of one person either, and a chart none of the whole organization.
    const whole = { patientId, exportId: own.exportId };
    expect((await product.call(director, downloadPatientExport, whole)).status).toBe(404);
    const asWhole = { exportId: handedOverId };
    const officer = personWith("privacy-officer");
    expect((await product.call(officer, downloadExport, asWhole)).status).toBe(404);
    expect((await product.call(officer, readExport, asWhole)).status).toBe(404);
    for (const of of [patientId, own.measuredPatientId])
      expect(await answerTo(personWith("patient"), of)).toBe(403);
  });

  it("in one organization is neither shown nor changed by whoever knows its id in another", async () => {
    const route = "PATCH /sites/{siteId}";
    const theirs = await product.addPerson(neighbour, ["director"]);
    const place = { route, form: "site", recordId: others.siteId, place: "/staff" };
    const written = saved(theirs, [typed("name", "Their words")], place);
    await product.done(theirs, saveDraft, written);
    const director = personWith("director");
    const stood = async () => {
      const { rows } = await product.ownerPool.query<{ fields: unknown; ended_at: string | null }>(
        "select fields, ended_at from stepwell.draft where organization_id = $1 and id = $2",
        [neighbour.organizationId, written.draftId],
      );
      return rows;
    };
    const before = await stood();
    const own404 = { status: 404, body: { code: "not-found" } };
    const beside = { route, recordId: others.siteId };
    expect(await product.call(director, readDraftsBeside, beside)).toMatchObject(own404);
    const over = saved(director, [typed("name", "Mine")], { ...place, draftId: written.draftId });
    expect(await product.call(director, saveDraft, over)).toMatchObject(own404);
    const pretended = {
      ...over,
      accountId: theirs.accountId,
      organizationId: theirs.organizationId,
    };
    expect((await product.call(director, saveDraft, pretended)).status).toBe(409);
    await product.done(director, discardDraft, { draftId: written.draftId });
    expect(JSON.stringify(await product.done(director, listDrafts, {}))).not.toContain("Their");
    expect(await stood()).toEqual(before);
  });
});
