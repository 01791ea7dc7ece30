import { afterAll, beforeAll, expect, test } from "vitest";
import { labels } from "#domain/basics/label.ts";
import { Problem } from "#domain/contract/problem.ts";
import {
  disclosurePurposes,
  informationKinds,
  type DisclosurePurpose,
  type Information,
} from "#domain/privacy/information.ts";
import { newId } from "#server/platform/ids.ts";
import type { Work } from "#server/platform/work.ts";
import { disclose, discloseMany, type Telling } from "#server/privacy/disclose.ts";
import { refuseWithoutOrganization } from "#test/support/statement-guard.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";
import {
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

// The organization is in Denver, where it is the same day.
const today = testNow.slice(0, 10);
const peopleCount = 40;
const runs = 30;
const names = ["Rhoda Blackwood", "Foxglove Health", "Somebody Else"] as const;
const below = seededNumbers(20_261_122);

let product: TestProduct;
let here: TestOrganization;
let patientIds: readonly string[];
let statements = 0;

/** One of several, each as likely. */
const one = <Value>(values: readonly [Value, ...Value[]]): Value =>
  values[below(values.length)] ?? values[0];
/** Any of several, in their order. */
const some = <Value>(values: readonly Value[]): Value[] => values.filter(() => below(2) === 0);

const consentOf = (patientId: string): readonly unknown[] => {
  const isForAll = below(3) === 0;
  const isForClass = isForAll || below(4) === 0;
  return [
    newId(),
    patientId,
    isForAll ? "treatment-payment-operations" : "specific",
    isForClass ? "class" : "named-person",
    isForClass ? ["third-party-payers"] : [one(names)],
    isForAll
      ? ["attendance", "diagnoses", "billing"]
      : one<readonly Information[]>([["attendance"], informationKinds]),
    isForAll
      ? ["treatment", "payment", "operations"]
      : one<readonly DisclosurePurpose[]>([["payment"], disclosurePurposes]),
    one(["2027-01-31", "2027-01-31", "2026-11-01"]),
    below(8) > 0,
    one(["2026-11-01", "2026-11-01", "2026-12-01", null]),
    below(5) === 0 ? today : null,
  ];
};

/** Consents that cover the plain telling, each in another state. */
const plainConsents: readonly (readonly [
  expiresOn: string,
  statesRevocation: boolean,
  signedOn: string,
  revokedOn: string | null,
])[] = [
  ["2027-01-31", true, "2026-11-01", null],
  ["2026-11-02", true, "2026-11-01", null],
  ["2027-01-31", true, "2026-12-01", null],
  ["2027-01-31", false, "2026-11-01", null],
  ["2027-01-31", true, "2026-11-01", today],
];

const fill = async (): Promise<void> => {
  const run = (text: string, values: readonly unknown[]) =>
    product.ownerPool.query(text, [here.organizationId, ...values]);
  patientIds = Array.from({ length: peopleCount }, newId);
  for (const [place, id] of patientIds.entries()) {
    await run(
      "insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at) values ($1, $2, $3, 'Ana', 'Marlowe', '1990-04-01', $4)",
      [id, id, testNow],
    );
    const plain = plainConsents[place];
    const consents =
      plain === undefined
        ? Array.from({ length: below(3) }, () => consentOf(id))
        : [
            [
              newId(),
              id,
              "specific",
              "named-person",
              [names[0]],
              ["attendance"],
              ["payment"],
              ...plain,
            ],
          ];
    for (const consent of consents)
      await run(
        `insert into stepwell.consent (organization_id, id, patient_id, kind, discloser, recipient_kind, recipients, information, purposes, expires_on,
            states_revocation, states_redisclosure, states_refusal, signed_on, signed_by, signer_relation, signature_method, template_version, revoked_on, created_at)
          values ($1, $2, $3, $4, 'Stillwater', $5, $6, $7, $8, $9, $10, true, true, $11, 'Ana Marlowe', 'patient', 'paper', '1', $12, '2026-11-01')`,
        consent,
      );
  }
};

beforeAll(async () => {
  product = await openTestProduct(() => [], {
    hook: (text, values) => {
      refuseWithoutOrganization(text, values);
      statements += 1;
    },
  });
  here = await product.addOrganization("Stillwater");
  await fill();
});
afterAll(() => product.close());

const tellingOf = (patientId: string): Telling => ({
  patientId,
  recipient: {
    name: one(names),
    isPatient: below(8) === 0,
    classes: some(["third-party-payers"] as const),
  },
  purpose: one(["payment", "payment", "treatment", "patient-request", "employment"] as const),
  information: one<readonly Information[]>([
    ["attendance"],
    ["attendance", "diagnoses"],
    ["billing"],
    [],
  ]),
  records: Array.from({ length: below(4) }, () => ({
    kind: "claim",
    id: newId(),
    label: one([...labels, null] as const satisfies readonly (string | null)[]),
  })),
  channel: one(["paper", "interface"] as const),
  content: one([null, `text ${below(9)}`]),
});

const plainTelling = (patientId: string): Telling => ({
  patientId,
  recipient: { name: names[0], isPatient: false, classes: [] },
  purpose: "payment",
  information: ["attendance"],
  records: [{ kind: "claim", id: newId(), label: "part-2" }],
  channel: "interface",
  content: "text",
});

class Undone extends Error {}

interface Outcome {
  readonly answers: readonly string[];
  readonly written: readonly unknown[];
}

/** What an act comes to, and what it wrote; taken back, so that the next begins where this one did. */
const outcomeOf = async (act: (work: Work) => Promise<readonly string[]>): Promise<Outcome> => {
  let outcome: Outcome | undefined;
  await product
    .inside(here, async (work) => {
      const answers = await act(work);
      const written = await work.tx
        .selectFrom("stepwell.disclosure")
        .selectAll()
        .where("organizationId", "=", here.organizationId)
        .orderBy("recordId")
        .execute();
      outcome = { answers, written: written.map((row) => ({ ...row, id: null })) };
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (outcome === undefined) throw new Error("nothing was done");
  return outcome;
};

const said = (index: number, notice: { readonly version: string } | null, consentId: string) =>
  `${index} ${notice?.version ?? "no notice"} ${consentId}`;

const oneByOne = (tellings: readonly Telling[]) => (work: Work) =>
  tellings.reduce<Promise<readonly string[]>>(async (before, telling, index) => {
    const answers = await before;
    try {
      const { sent } = await disclose(work, telling, ({ notice, consent }) =>
        Promise.resolve(said(index, notice, consent?.id ?? "no consent")),
      );
      return [...answers, sent];
    } catch (error) {
      if (error instanceof Problem) return [...answers, `${index} ${error.code}`];
      throw error;
    }
  }, Promise.resolve([]));

const allAtOnce = (tellings: readonly Telling[]) => async (work: Work) => {
  const place = (telling: Telling): number => tellings.indexOf(telling);
  const { sent, stopped } = await discloseMany(work, tellings, (passing) =>
    Promise.resolve(
      passing.map(({ telling, notice, consent }) =>
        said(place(telling), notice, consent?.id ?? "no consent"),
      ),
    ),
  );
  const stops = stopped.map(({ telling, refused }) => `${place(telling)} ${refused}`);
  return [...(sent ?? []), ...stops].toSorted(
    (left, right) => Number.parseInt(left) - Number.parseInt(right),
  );
};

test("many together are decided and written as each alone", async () => {
  const seen = new Set<string>();
  let written = 0;
  for (let run = 0; run < runs; run++) {
    const about = [...some(patientIds), ...some(patientIds.slice(0, 8))];
    const tellings = [
      ...about.map(tellingOf),
      ...patientIds.slice(0, plainConsents.length).map(plainTelling),
    ];
    const alone = await outcomeOf(oneByOne(tellings));
    const together = await outcomeOf(allAtOnce(tellings));
    expect(together).toEqual(alone);
    written += alone.written.length;
    for (const answer of alone.answers) seen.add(answer.split(" ")[1] ?? "");
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "nothing-to-tell",
      "no-consent",
      "consent-revoked",
      "consent-expired",
      "consent-not-yet",
      "consent-deficient",
      "consent-does-not-cover",
      "42-cfr-2.32-2024",
    ]),
  );
  expect(written).toBeGreaterThan(runs * 4);
});

test("forty people need as many statements as one", async () => {
  const countOf = async (about: readonly string[]): Promise<number> => {
    const tellings = about.map((patientId) => ({
      ...tellingOf(patientId),
      recipient: { name: "Ana Marlowe", isPatient: true, classes: [] },
      purpose: "patient-request" as const,
      information: ["billing" as const],
      records: [{ kind: "claim", id: newId(), label: "general" }],
    }));
    const before = statements;
    const { answers } = await outcomeOf(allAtOnce(tellings));
    expect(answers).toHaveLength(about.length);
    return statements - before;
  };
  expect(await countOf(patientIds)).toBe(await countOf(patientIds.slice(0, 1)));
});

test("where nothing may be told, nothing is sent", async () => {
  const stranger = { name: "Nobody Known", isPatient: false, classes: [] };
  const telling = {
    ...tellingOf(patientIds[0] ?? ""),
    recipient: stranger,
    purpose: "employment" as const,
    information: ["attendance" as const],
    records: [{ kind: "claim", id: newId(), label: "part-2" }],
  };
  const { answers, written } = await outcomeOf(async (work) => {
    const { sent, stopped } = await discloseMany(work, [telling], () => {
      throw new Error("it was sent");
    });
    expect(sent).toBeNull();
    return stopped.map(({ refused }) => refused);
  });
  expect(answers).toEqual(["no-consent"]);
  expect(written).toEqual([]);
});
