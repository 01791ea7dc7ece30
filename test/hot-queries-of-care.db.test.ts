import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  explainDay,
  explainSession,
  listDayBills,
  listDayCharges,
  previewDate,
  recomputeDays,
} from "#domain/billing/charges/day-charge.api.ts";
import { sumUnanswered } from "#domain/billing/claims/acknowledgment.api.ts";
import { rehearseExport, sumExport } from "#domain/billing/claims/claim-file.api.ts";
import { listClaims, rehearseBuild, sumClaims } from "#domain/billing/claims/claim.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import { readChart } from "#domain/charting/chart.api.ts";
import { listCosignatures, listNotes } from "#domain/charting/member-note.api.ts";
import { listOvertakenNotes } from "#domain/charting/overtaken-note.api.ts";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { listGoals } from "#domain/charting/goal.api.ts";
import { listAuthorizations } from "#domain/coverage/authorization.api.ts";
import { listCoverages } from "#domain/coverage/coverage.api.ts";
import { listMeasures } from "#domain/measures/measure.api.ts";
import { listConsents } from "#domain/privacy/consent.api.ts";
import { listCourtOrders } from "#domain/privacy/court-order.api.ts";
import { listDisclosures, tellInEmergency } from "#domain/privacy/disclosure.api.ts";
import { listRestrictions } from "#domain/privacy/restriction.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { foreseeClosing, listClosingCalls } from "#domain/scheduling/closure.api.ts";
import { listHours, readHours } from "#domain/scheduling/hours.api.ts";
import { listSeats } from "#domain/scheduling/seat.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { listTasks } from "#domain/tasks/task.api.ts";
import { newId } from "#server/platform/ids.ts";
import { fillLargely } from "#test/support/large-ground.ts";
import { addManyEncounters, idOf } from "#test/support/many-encounters.ts";
import { readingOf, type Statement } from "#test/support/scanned-tables.ts";
import {
  openTestProduct,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

/** Tables that hold thousands of rows of each organization here. */
const large = [
  "patient",
  "patient_name",
  "name_word",
  "enrollment",
  "goal",
  "objective",
  "session",
  "session_facilitator",
  "attendance",
  "attendance_segment",
  "attendance_event",
  "member_note",
  "note_act",
  "task",
  "coverage",
  "authorization",
  "enrollment_diagnosis",
  "day_charge",
  "charge_line",
  "claim",
  "claim_hold",
  "claim_acknowledgment",
  "consent",
  "court_order",
  "restriction",
  "disclosure",
  "measure_request",
  "measure_response",
];

let product: TestProduct;
let house: TestOrganization;
let worker: TestPerson;
/** Sees by label, not everything. */
let nurse: TestPerson;
let ids = { session: "", patient: "", stay: "", staff: "", site: "" };
const sent: Statement[] = [];
let isListening = false;

beforeAll(async () => {
  product = await openTestProduct(testRoutes, {
    hook: (text, values) => {
      const isRead =
        /^\s*(select|with)\b/i.test(text) &&
        !/\b(insert into|update stepwell|\w*audit\w*|\w*trail\w*)\b/i.test(text);
      if (isListening && isRead) sent.push({ text, values });
    },
  });
  house = await product.addOrganization("Large House");
  worker = await product.addPerson(house, ["therapist", "supervisor", "biller", "privacy-officer"]);
  nurse = await product.addPerson(house, ["nurse"]);
  await fillLargely(product, addManyEncounters);
  const { rows } = await product.ownerPool.query<typeof ids>(idOf, [house.organizationId]);
  const [found] = rows;
  if (found === undefined) throw new Error("no house");
  ids = found;
  // A supervisor on whose word notes wait: without a record of staff nothing waits for anybody.
  await product.ownerPool.query(
    "update stepwell.affiliation set staff_id = $1 where organization_id = $2 and account_id = $3",
    [ids.staff, house.organizationId, worker.accountId],
  );
}, 300_000);
afterAll(() => product.close());

const closedDay = () => ({ siteId: ids.site, startsOn: "2026-11-19", endsOn: "2026-11-19" });

const readyOfMonth = { from: "2026-11-01", to: "2026-11-30", state: "ready" } as const;

/** Each act of a working day in care, with an input that makes its statements read the large tables. */
const acts = (): readonly (readonly [string, AnyRoute, Record<string, unknown>, TestPerson?])[] => [
  ["sessions of a week", listSessions, { from: "2026-11-16", to: "2026-11-22" }],
  ["my sessions of a week", listSessions, { from: "2026-11-16", to: "2026-11-22", mine: "true" }],
  [
    "what others lead for me",
    listSessions,
    { from: "2026-11-16", to: "2026-11-22", ledForMe: "true" },
  ],
  [
    "somebody arrives",
    recordAttendance,
    {
      sessionId: ids.session,
      events: [
        {
          id: newId(),
          patientId: ids.patient,
          kind: "arrive",
          mode: "room",
          occurredAt: testNow,
        },
      ],
    },
  ],
  ["hours of one person", readHours, { patientId: ids.patient }],
  ["hours of everybody in care", listHours, {}],
  ["what closing a site would do", foreseeClosing, closedDay()],
  ["whom to call because a site is closed", listClosingCalls, closedDay()],
  [
    "seats that would help",
    listSeats,
    { patientId: ids.patient, enrollmentId: ids.stay, helpsUntil: "2026-11-29" },
  ],
  ["a person by name", searchPatients, { q: "Family8277" }],
  ["a person by a mistyped name", searchPatients, { q: "Familly8277e0910d750195b448797616e091ad" }],
  ["a person by telephone", searchPatients, { q: "303-555-0312" }],
  ["a person by the end of a telephone", searchPatients, { q: "0312" }],
  ["a person by birthday and name", searchPatients, { q: "Family8277 2/15/1950" }],
  ["a person by e-mail address", searchPatients, { q: "any@member.example" }],
  ["a person with two slips", searchPatients, { q: "Fmilly8277e0910d750195b448797616e091ad" }],
  ["everybody, first page", searchPatients, {}],
  [
    "everybody by birthday, the youngest first",
    searchPatients,
    { sort: "birthday", order: "desc" },
  ],
  ["everybody by record number", searchPatients, { sort: "mrn" }],
  ["everybody by label", searchPatients, {}, nurse],
  ["everybody in care", searchPatients, { care: "in-care" }],
  ["a person in care by name", searchPatients, { q: "Family8277", care: "in-care" }],
  ["a person not in care by name", searchPatients, { q: "Family8277", care: "not-in-care" }],
  [
    "a person in no program yet by name",
    searchPatients,
    { q: "Family8277", care: "no-program-yet" },
  ],
  ["the chart", readChart, { patientId: ids.patient }],
  ["the session room", readSessionRoom, { sessionId: ids.session }],
  ["signed notes of one person", listNotes, { patientId: ids.patient }],
  ["notes that wait for anybody", listCosignatures, { whose: "all" }],
  ["notes that wait for me", listCosignatures, {}],
  ["notes that I gave back", listCosignatures, { whose: "returned" }],
  ["my notes that the attendance overtook", listOvertakenNotes, {}],
  ["open tasks", listTasks, { whose: "all" }],
  ["my tasks", listTasks, {}],
  ["tasks about one person", listTasks, { whose: "all", patientId: ids.patient }],
  ["charge review", listDayCharges, {}],
  ["charge review of a month", listDayCharges, readyOfMonth],
  ["charges of one person", listDayCharges, { patientId: ids.patient }],
  ["what a day would bill", explainDay, { enrollmentId: ids.stay, serviceDate: "2026-11-19" }],
  ["what a session would bill", explainSession, { sessionId: ids.session }],
  ["what a date would bill", previewDate, { serviceDate: "2026-11-18" }],
  ["claims", listClaims, {}],
  ["what claims come to", sumClaims, {}],
  ["claims of a month", listClaims, readyOfMonth],
  ["claims of one person", listClaims, { patientId: ids.patient }],
  ["claims by a name", listClaims, { q: "Family8277" }],
  ["claims by a number", listClaims, { q: "SW00000042" }],
  ["what building would make", rehearseBuild, { from: "2026-11-18", to: "2026-11-18" }],
  ["bills of the days that are ready", listDayBills, { from: "2026-11-18", to: "2026-11-18" }],
  ["what an export would make", rehearseExport, { from: "2026-11-18", to: "2026-11-18" }],
  ["how much an export would send", sumExport, { from: "2026-11-18", to: "2026-11-18" }],
  ["files nobody answered", sumUnanswered, {}],
  ["what waits", listHolds, {}],
  ["what waits, put together", listHolds, { together: "true", sort: "person" }],
  ["what waits of somebody", listHolds, { q: "Family8277" }],
  ["a day of everybody made anew", recomputeDays, { from: "2026-11-18", to: "2026-11-18" }],
  ["consents of one person", listConsents, { patientId: ids.patient }],
  ["papers of courts about one person", listCourtOrders, { patientId: ids.patient }],
  ["what one person asked to be kept back", listRestrictions, { patientId: ids.patient }],
  ["who was told of one person", listDisclosures, { patientId: ids.patient }],
  [
    "an emergency that was told",
    tellInEmergency,
    {
      patientId: ids.patient,
      recipient: "Dr. Any",
      information: ["presence"],
      channel: "spoken",
      ground: "consent-not-obtainable",
      nature: "Overdose",
      affiliation: "City Hospital",
      toldBy: "Theo Therapist",
      toldAt: testNow,
    },
  ],
  ["policies of one person", listCoverages, { patientId: ids.patient }],
  ["authorizations of one person", listAuthorizations, { patientId: ids.patient }],
  ["measures of one person", listMeasures, { patientId: ids.patient }],
  ["a chart by label", readChart, { patientId: ids.patient }, nurse],
  ["a room by label", readSessionRoom, { sessionId: ids.session }, nurse],
  ["notes by label", listNotes, { patientId: ids.patient }, nurse],
  ["plans by label", listGoals, { patientId: ids.patient }, nurse],
  ["measures by label", listMeasures, { patientId: ids.patient }, nurse],
  ["tasks by label", listTasks, { whose: "all" }, nurse],
  ["hours by label", listHours, {}, nurse],
  ["consents by label", listConsents, { patientId: ids.patient }, nurse],
];

/**
 * Sums of everything there is, and lists that say how many there are or are of everybody in care, for whom the planner may take all
 * stays at once; what is of one person or one day is not among them.
 */
const overEverything: Readonly<Record<string, readonly string[]>> = {
  "everybody, first page": ["patient"],
  "everybody by birthday, the youngest first": ["patient"],
  "everybody by record number": ["patient"],
  "everybody by label": ["patient"],
  "everybody in care": ["patient", "enrollment"],
  "hours of everybody in care": ["patient", "enrollment"],
  "hours by label": ["patient", "enrollment"],
  "open tasks": ["patient"],
  "notes that wait for anybody": ["member_note", "objective"],
  "notes that wait for me": ["member_note"],
  "charge review": ["day_charge", "enrollment"],
  claims: ["claim"],
  "what claims come to": ["claim", "day_charge"],
};

describe("as the application, over ten organizations of ten thousand encounters each", () => {
  it("would be told of a scan", async () => {
    const text = "select count(*) from stepwell.attendance";
    const setting =
      "set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off";
    const reading = await readingOf(product, large)(house, [{ text, values: [] }], setting);
    expect(reading).toEqual({
      scanned: [{ table: "attendance", statement: text }],
      swept: ["attendance"],
    });
  });

  it.each(acts().map(([name]) => name))("%s reads no large table from end to end", async (name) => {
    const act = acts().find((one) => one[0] === name);
    if (act === undefined) throw new Error("no such act");
    sent.length = 0;
    isListening = true;
    const answer = await product.call(act[3] ?? worker, act[1], act[2]);
    isListening = false;
    expect(answer.ok ? "" : JSON.stringify(answer.body)).toBe("");
    const tenant = sent.filter(({ text }) => /stepwell|patient/.test(text));
    expect(tenant.length).toBeGreaterThan(0);
    const { scanned, swept } = await readingOf(product, large)(house, tenant);
    const allowed = overEverything[name] ?? [];
    expect({ scanned, swept: swept.filter((table) => !allowed.includes(table)) }).toEqual({
      scanned: [],
      swept: [],
    });
  });
});
