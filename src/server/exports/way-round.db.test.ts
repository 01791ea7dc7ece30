import { afterAll, beforeAll, expect, test } from "vitest";
import { chartParts } from "#domain/exports/chart-part.ts";
import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import { exportOrganization, handOverChart } from "#domain/exports/export.api.ts";
import { copyCharts } from "#server/exports/chart-copy.service.ts";
import { peopleAfter } from "#server/exports/chart-copy.queries.ts";
import { newId } from "#server/platform/ids.ts";
import { openExportHouse, type ExportHouse } from "#test/support/export-house.ts";
import { imported } from "#test/support/import-files.ts";
import { testNow, type TestOrganization } from "#test/support/test-product.ts";

let house: ExportHouse;

const scope = { parts: chartParts, from: null, to: null };

const chartsOf = (where: TestOrganization): Promise<ChartCopy[]> =>
  house.product.inside(where, async (work) => {
    const people = await peopleAfter(work, null, 500);
    return copyCharts(
      work,
      people.map(({ id }) => id),
      scope,
    );
  });

/** What has to come back equal: facts of the person, people around, policies. What may be done with a telephone is asked anew. */
const compared = (charts: readonly ChartCopy[]) =>
  charts
    .map(({ patient, contacts, coverages }) => {
      const { givenName, middleName, familyName, nameSuffix, preferredName } = patient;
      const { formerNames, nicknames, pronouns, birthDate, sexAtBirth, gender } = patient;
      const { language, needsInterpreter, phone, email, address } = patient;
      return {
        names: { givenName, middleName, familyName, nameSuffix, preferredName },
        others: { formerNames, nicknames },
        facts: { pronouns, birthDate, sexAtBirth, gender, language, needsInterpreter },
        reached: { phone, email, address },
        contacts: contacts.map(({ name, relation, roles, phone: at, email: mail, notes }) => ({
          name,
          relation,
          roles: roles.toSorted(),
          at,
          mail,
          notes,
        })),
        policies: coverages.map((policy) => ({
          payer: policy.payerName,
          rank: policy.rank,
          plan: policy.planName,
          member: policy.memberNumber,
          group: policy.groupNumber,
          relation: policy.relationToSubscriber,
          holder: policy.subscriberName,
          from: policy.effectiveFrom,
          to: policy.effectiveTo,
        })),
      };
    })
    .toSorted((one, other) => (one.names.givenName < other.names.givenName ? -1 : 1));

/** An organization that has nothing yet but the payer of these people: whom it bills is its own to say. */
const emptyHouse = async (): Promise<TestOrganization> => {
  const empty = await house.product.addOrganization(`Empty House ${newId().slice(-6)}`);
  await house.product.ownerPool.query(
    "insert into stepwell.payer (organization_id, id, name, kind, created_at) values ($1, $2, 'Foxglove Health', 'commercial', $3)",
    [empty.organizationId, newId(), testNow],
  );
  return empty;
};

beforeAll(async () => {
  house = await openExportHouse();
  await house.whole("Zoë", "Łukasiewicz", {
    middle_name: "Mae",
    name_suffix: "Jr.",
    preferred_name: "Zo",
    former_names: ["Zoë Marlowe"],
    nicknames: ["Zed"],
    pronouns: "they/them",
    gender: "nonbinary",
    sex_at_birth: "female",
    language: "es",
    needs_interpreter: true,
    phone: "3035550123",
    email: "zoe@example.org",
    street: "11 Quarry Street",
    unit: "4",
    city: "Denver",
    state: "CO",
    postal_code: "80203",
  });
  await house.whole("شهرزاد", "Ellsworth");
});

afterAll(() => house.product.close());

const nameOf = (chart: ChartCopy | undefined): string =>
  `${chart?.patient.givenName} ${chart?.patient.familyName}`;

test("one person's bundle, read into an empty organization, is the same person", async () => {
  const [first] = await chartsOf(house.here);
  const run = await house.product.done(house.director, handOverChart, {
    patientId: first?.patient.id ?? "",
    format: "fhir",
    recipient: { name: nameOf(first), isPatient: true },
    isIdentityConfirmed: true,
    purpose: "patient-request",
    reason: "Asked",
    parts: [...chartParts],
    from: null,
    to: null,
  });
  const text = (await house.files(run.id)).get("chart.fhir.json") ?? "";
  const empty = await emptyHouse();
  await imported(house.product, empty, [{ name: "chart.fhir.json", text }]);
  expect(compared(await chartsOf(empty))).toEqual(compared(first === undefined ? [] : [first]));
});

test("the whole organization, read into an empty one, has the same people", async () => {
  const { id } = await house.product.done(house.officer, exportOrganization, {
    ground: "own-keeping",
    recipientName: null,
    reason: "Moving",
  });
  await house.make(id);
  const files = [...(await house.files(id))]
    .filter(([name]) => name.startsWith("fhir/"))
    .map(([name, text]) => ({ name: name.slice("fhir/".length), text }));
  const empty = await emptyHouse();
  await imported(house.product, empty, files);
  expect(compared(await chartsOf(empty))).toEqual(compared(await chartsOf(house.here)));
});
