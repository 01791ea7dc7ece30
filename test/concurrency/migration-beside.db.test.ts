import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { readPatient, registerPatient } from "#domain/patients/patient.api.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { bringUpToDate, type Database } from "#server/app/open-database.ts";
import { readDatabaseFacts } from "#server/db/database-facts.ts";
import { migrate } from "#server/db/migrate.ts";
import { databaseState } from "#server/platform/health/health.queries.ts";
import { newId } from "#server/platform/ids.ts";
import { later } from "#test/support/test-product.ts";
import { openBusyHouse, type BusyHouse } from "./busy-house.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-next-"));
const next = "9999-next.sql";
/** What a next version may add beside a server of this one: a column that may be empty, a table, an index. */
const additive = `
  alter table stepwell.patient add column shoe_size integer;
  alter table stepwell.attendance add column warmth text;
  create table stepwell.sandal (
    organization_id uuid not null references stepwell.organization, id uuid not null, patient_id uuid not null,
    created_at timestamptz not null, primary key (organization_id, id));
  create index attendance_warmth on stepwell.attendance (organization_id, warmth);
  select stepwell.protect('{stepwell.sandal}', 'select, insert');`;

let house: BusyHouse;
beforeAll(async () => {
  cpSync(path.resolve("db/migrations"), folder, { recursive: true });
  writeFileSync(path.join(folder, next), additive);
  house = await openBusyHouse();
});
afterAll(async () => {
  await house.product.close();
  rmSync(folder, { recursive: true, force: true });
});

const databaseOf = ({ product }: BusyHouse): Database => ({
  appUrl: product.database.appUrl,
  ownerUrl: product.database.ownerUrl,
  listenUrl: product.database.appUrl,
  gone: new Promise(() => {}),
  stop: () => Promise.resolve(),
});

it("requests go on while a next version migrates, and this one says that it is no longer the newest", async () => {
  const { product, therapist } = house;
  const members = await house.group(3);
  const sessionId = await house.session(members);
  const [first] = members;
  if (first === undefined) throw new Error("nobody");
  let isOver = false;
  const statuses: number[] = [];
  const refusals: unknown[] = [];
  const goOn = async (
    act: (round: number) => Promise<{ ok: boolean; status: number; body: unknown }>,
  ): Promise<void> => {
    for (let round = 0; !isOver; round++) {
      const { ok, status, body } = await act(round);
      statuses.push(status);
      if (!ok) refusals.push(body);
    }
  };
  const arrive = (round: number) => ({
    id: newId(),
    patientId: members[round % members.length]?.patientId ?? "",
    kind: "arrive" as const,
    mode: "room" as const,
    occurredAt: later({ minutes: -100 + (round % 60) }),
  });
  const working = Promise.all([
    goOn(() => product.call(therapist, readPatient, { patientId: first.patientId })),
    goOn(() => product.call(therapist, readSessionRoom, { sessionId })),
    goOn((round) =>
      product.call(therapist, recordAttendance, { sessionId, events: [arrive(round)] }),
    ),
    goOn((round) =>
      product.call(house.admissions, registerPatient, {
        givenName: "Made",
        familyName: `Beside ${round}`,
        birthDate: "1990-04-01",
        sureItIsNew: true,
      }),
    ),
  ]);
  await expect.poll(() => statuses.length).toBeGreaterThan(20);
  expect(await migrate({ ownerUrl: product.database.ownerUrl, folder })).toEqual([next]);
  const during = statuses.length;
  await expect.poll(() => statuses.length).toBeGreaterThan(during + 20);
  isOver = true;
  await working;
  expect(refusals).toEqual([]);
  expect(await databaseState(product.pool)).toBe("migrations-differ");
  expect((await readDatabaseFacts(product.pool)).migrations).toMatchObject({
    unknown: next,
    waiting: [],
    edited: null,
  });
});

it("a start of this version refuses the database of the next one, in a sentence, and changes nothing", async () => {
  const before = await house.product.ownerPool.query(
    "select name from global.migration order by 1",
  );
  await expect(bringUpToDate(databaseOf(house))).rejects.toThrow(
    `The database holds migration ${next}, which this version does not know. Run the version that made it, or a newer one.`,
  );
  // Where the owner's address is not known, the same is said.
  await expect(bringUpToDate({ ...databaseOf(house), ownerUrl: undefined })).rejects.toThrow(
    "which this version does not know",
  );
  const after = await house.product.ownerPool.query("select name from global.migration order by 1");
  expect(after.rows).toEqual(before.rows);
});
