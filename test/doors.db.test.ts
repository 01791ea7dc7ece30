import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleNames, roles } from "#domain/access/roles.ts";
import { problemSchema } from "#domain/contract/problem.ts";
import { changesState, type AnyRoute } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import { recordParameters, sampleInputs, type SampleRecords } from "#test/support/samples.ts";
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
  const neighbour = await product.addOrganization("Other House");
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

const aboutRecords = plain.filter((contract) =>
  recordParameters.some((parameter) => contract.path.includes(`{${parameter}}`)),
);

describe("every route about a record", () => {
  it.each(aboutRecords.map(nameOf))(
    "%s answers alike for a record of another organization and for none",
    async (name) => {
      const contract = aboutRecords.find((one) => nameOf(one) === name);
      if (contract === undefined) throw new Error(name);
      const role = roleNames.find((one) =>
        (roles[one] as readonly string[]).includes(contract.permission),
      );
      const person = personWith(role ?? "");
      const parameter =
        recordParameters.find((one) => contract.path.includes(`{${one}}`)) ?? "siteId";
      const theirs = await product.call(person, contract, {
        ...inputOf(contract, own),
        [parameter]: others[parameter],
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

  it.each(aboutRecords.map(nameOf))("%s names the field that is no id", async (name) => {
    const contract = aboutRecords.find((one) => nameOf(one) === name);
    if (contract === undefined) throw new Error(name);
    const role = roleNames.find((one) =>
      (roles[one] as readonly string[]).includes(contract.permission),
    );
    const parameter =
      recordParameters.find((one) => contract.path.includes(`{${one}}`)) ?? "siteId";
    const answer = await product.call(personWith(role ?? ""), contract, {
      ...inputOf(contract, own),
      [parameter]: "not-an-id",
    });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-input" } });
    expect(Object.keys((answer.body as { fields: object }).fields)).toEqual([parameter]);
  });
});
