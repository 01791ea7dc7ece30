import { handOverChart } from "#domain/exports/export.api.ts";
import { importFacts } from "#domain/imports/import.ts";
import { createConsent } from "#domain/privacy/consent.api.ts";
import { openFrom } from "#demo/holidays.ts";
import { dayAfter, isDaysBefore, momentOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { hospitalFile, intakeTable } from "#demo/life/life-files.ts";
import { workAs } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { standing } from "#demo/life/life-standing.ts";
import { askForExport, exportOrganization } from "#server/exports/export-organization.service.ts";
import { removeExport } from "#server/exports/export-run.service.ts";
import * as exports from "#server/exports/hand-over.service.ts";
import * as decisions from "#server/imports/decision.service.ts";
import * as imports from "#server/imports/import.service.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { stepAllDue } from "#server/imports/step-import.service.ts";
import type { Work } from "#server/platform/work.ts";
import * as consents from "#server/privacy/consent.service.ts";

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

interface Coming {
  readonly kind: "patients-csv" | "fhir";
  readonly source: string;
  readonly name: string;
  readonly text: string;
}

/** Receives a file and looks at it. Answers the import as it stands then. */
const lookAt = async (work: Work, { kind, source, name, text }: Coming) => {
  const facts = importFacts.parse({ kind, source });
  const { id: importId } = await imports.startImport(work, facts);
  const received = await receiveFile(work, importId, { name, bytes: bytesOf(text) });
  const { columns, version } = received;
  const matched =
    columns === null
      ? received
      : await imports.matchColumns(work, {
          importId,
          version,
          facts: columns.columns.map(({ fact }) => fact),
          dateOrder: columns.dateOrder,
        });
  await imports.rehearseImport(work, { importId, version: matched.version });
  await stepAllDue(work);
  return imports.readImport(work, importId);
};

const take = async (work: Work, importId: string): Promise<void> => {
  const { version } = await imports.readImport(work, importId);
  await imports.runImport(work, { importId, version });
  await stepAllDue(work);
};

/** A list of people who wait for a place comes from the office; somebody on it is still to be told apart from somebody here. */
const takeIntakeList = async (work: Work): Promise<void> => {
  const name = "waiting-list.csv";
  const coming = { kind: "patients-csv", source: "Waiting list of the office", name } as const;
  const { id } = await lookAt(work, { ...coming, text: intakeTable });
  await take(work, id);
};

/** What a hospital sends of somebody who is here: the director says that they are the same. */
const takeHospitalFile =
  ({ person }: LifeStay, patientId: string) =>
  async (work: Work): Promise<void> => {
    const text = hospitalFile(person);
    const coming = { kind: "fhir", source: "Mercy Hill Hospital", name: "discharge.json" } as const;
    const { id: importId } = await lookAt(work, { ...coming, text });
    const asked = { importId, limit: 10, outcome: "asked", of: "people" } as const;
    for (const { number } of (await imports.listImportEntries(work, asked)).rows)
      await decisions.decideImportPerson(work, { importId, number, is: "same", patientId });
    await take(work, importId);
  };

const handOver = async (
  work: Work,
  patientId: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await exports.handOverChart(work, handOverChart.input.parse({ patientId, ...facts }));
};

const toThemselves =
  ({ person }: LifeStay, patientId: string) =>
  (work: Work): Promise<void> =>
    handOver(work, patientId, {
      format: "fhir",
      recipient: { name: `${person.givenName} ${person.familyName}`, isPatient: true },
      isIdentityConfirmed: true,
      purpose: "patient-request",
      reason: "Asked at the desk for a copy for an app on the phone and showed a driver's license.",
      parts: ["stays", "plan", "attendance", "measures"],
    });

const nextClinic = "Alder Ridge Medical Group";

const toNextClinic =
  ({ person }: LifeStay, patientId: string, day: LifeDay) =>
  async (work: Work): Promise<void> => {
    const consent = createConsent.input.parse({
      patientId,
      kind: "specific",
      discloser: day.house.name,
      recipientKind: "named-organization",
      recipients: [nextClinic],
      information: ["presence", "attendance", "diagnoses", "treatment-plan", "measures"],
      purposes: ["treatment"],
      expiresOn: dayAfter(day.day, 15),
      statesRevocation: true,
      statesRedisclosure: true,
      statesRefusal: true,
      signedOn: day.day,
      signedBy: `${person.givenName} ${person.familyName}`,
      signerRelation: "patient",
      signatureMethod: "electronic",
    });
    await consents.createConsent(work, consent);
    await handOver(work, patientId, {
      format: "fhir",
      recipient: { name: nextClinic },
      purpose: "treatment",
      reason: "The family doctor goes on with the medication; the patient signed for it today.",
      parts: ["stays", "plan", "attendance", "measures"],
    });
  };

/** An export of everything is begun and stopped again, with its reason. */
const thinkAgain = async (work: Work): Promise<void> => {
  const reason = "Rehearsal of our yearly copy; stopped, the drive for it is not encrypted yet.";
  const facts = { ground: "own-keeping", recipientName: null, reason } as const;
  const { id } = await askForExport(work, facts);
  await removeExport({ ...work, now: work.now.add({ minutes: 3 }) }, id);
};

/** The drive is encrypted by now: the copy is asked for again, as on the screen, and the server makes it. */
const keepCopy = async (work: Work): Promise<void> => {
  const reason = "Our yearly copy, for the encrypted drive in the safe.";
  await exportOrganization(work, { ground: "own-keeping", recipientName: null, reason });
};

type Exchange = (stay: LifeStay, patientId: string, day: LifeDay) => (work: Work) => Promise<void>;

/** Of whom something is sent or comes, so many days before the last one, and who does it. */
const exchanges: readonly (readonly [
  who: number,
  daysBefore: number,
  wall: string,
  byWhom: string,
  Exchange,
])[] = [
  [7, 10, "10:25", "Delacroix", takeHospitalFile],
  [8, 5, "12:20", "Ashgrove", toThemselves],
  [9, 3, "15:40", "Ashgrove", toNextClinic],
];

const listComesOn = 3;
const copyIsTriedBefore = 18;

/** What comes from other systems and what is handed over. */
export const exchangesOf = (day: LifeDay): readonly Act[] => {
  const { plan, house } = day;
  const at = (wall: string) => momentOf(house.zone, day.day, wall);
  const whose = standing(day);
  const found = exchanges.flatMap(([who, daysBefore, wall, byWhom, exchange]): Act[] => {
    const stay = whose[who];
    if (stay === undefined || !isDaysBefore(day, daysBefore)) return [];
    const run = async (work: Work) => {
      const known = house.stay(stay);
      const as = workAs(work, house.colleague(byWhom));
      if (known !== undefined) await exchange(stay, known.patientId, day)(as);
    };
    return [{ at: at(wall), what: "exchange", run }];
  });
  if (day.day === openFrom(plan.daysOff, dayAfter(plan.startsOn, listComesOn)))
    found.push({
      at: at("11:05"),
      what: "take a list",
      run: (work) => takeIntakeList(workAs(work, house.colleague("Delacroix"))),
    });
  if (isDaysBefore(day, copyIsTriedBefore))
    found.push({
      at: at("16:45"),
      what: "begin an export",
      run: (work) => thinkAgain(workAs(work, house.colleague("Wrenfield"))),
    });
  // Files are kept for a week: whoever looks on the last day finds them.
  if (day.day === plan.wish.today)
    found.push({
      at: day.until,
      what: "keep a copy",
      run: (work) => keepCopy(workAs(work, house.colleague("Wrenfield"))),
    });
  return found;
};
