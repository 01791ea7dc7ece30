import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#server/platform/ids.ts";
import type { TrailFinding } from "#server/platform/audit/trail-findings.ts";
import { openTestTrail, pick, type MadeEvent, type TestTrail } from "#test/support/test-trail.ts";

let trail: TestTrail;

beforeAll(async () => {
  trail = await openTestTrail();
});
afterAll(() => trail.close());

const found = async (): Promise<readonly TrailFinding[]> => (await trail.verify()).findings;

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map(
  // Names are lines: they hold no control characters, and PostgreSQL refuses a lone half of a character.
  (text) => text.replace(/[\p{Cc}\p{Cs}]/gu, "") || "Ito",
);
const event: fc.Arbitrary<MadeEvent> = fc.record({
  actorName: name,
  verb: fc.constantFrom("site.read", "session.begin", "staff.change"),
  outcome: fc.constantFrom("done", "read", "refused", "failed"),
  accountId: fc.constantFrom(null, "0193b0de-0000-7000-8000-00000000000a"),
  sessionId: fc.constantFrom(null, "0193b0de-0000-7000-8000-00000000000b"),
  address: fc.constantFrom(null, "10.0.0.4", "2001:db8::1"),
  record: fc.constantFrom(undefined, { kind: "site", id: "0193b0de-0000-7000-8000-00000000000c" }),
  subjects: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
  details: fc.dictionary(
    fc.constantFrom("problem", "field", "count"),
    fc.oneof(name, fc.integer()),
  ),
});
const batches = fc.array(fc.array(event, { minLength: 1, maxLength: 5 }), {
  minLength: 3,
  maxLength: 5,
});

const columns = [
  "at = at + interval '1 microsecond'",
  "outcome = case outcome when 'done' then 'read' else 'done' end",
  "verb = verb || 's'",
  "purpose = 'treatment'",
  "actor_kind = 'system'",
  "account_id = case when account_id is null then request_id end",
  "actor_name = actor_name || ' '",
  "session_id = case when session_id is null then request_id end",
  "request_id = gen_random_uuid()",
  "address = case when address is null then '10.0.0.5' end",
  "record_kind = case when record_kind is null then 'room' end",
  "record_id = case when record_id is null then request_id end",
  `details = details || '{"later": true}'`,
] as const;

describe("any trail", () => {
  it("is intact, however its events are made, sealed and left waiting", async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.array(event, { maxLength: 3 }), async (made, waiting) => {
        await trail.sealAll(made);
        await trail.write(waiting);
        const report = await trail.verify();
        expect(report.findings).toEqual([]);
        expect(report).toMatchObject({
          isIntact: true,
          isWhole: true,
          sealedEvents: made.flat().length,
          waitingEvents: waiting.length,
          seals: made.length,
          anchors: made.length,
        });
      }),
      { numRuns: 25 },
    );
  });

  it("names the row of which any one column was changed", async () => {
    const changes = fc.tuple(batches, fc.nat(), fc.nat(), fc.constantFrom(...columns));
    await fc.assert(
      fc.asyncProperty(changes, async ([made, batch, place, change]) => {
        const ids = await trail.sealAll(made);
        const number = (batch % ids.length) + 1;
        const id = pick(pick(ids, batch), place);
        await trail.changeEvent(id, change);
        const [finding, ...others] = await found();
        expect(finding).toMatchObject({ code: "event-altered", values: { number, id } });
        expect(others).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("names the row whose patients were changed", async () => {
    const tampering = fc.constantFrom("added", "removed", "moved in time");
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), tampering, async (made, batch, how) => {
        const subjects = [newId(), newId()];
        const ids = await trail.sealAll(made.map((events) => [{ ...events[0], subjects }]));
        const number = (batch % ids.length) + 1;
        const id = pick(pick(ids, batch), 0);
        const statement = {
          added: "insert into stepwell.audit_subject select $1, $2, gen_random_uuid(), now()",
          removed: `delete from stepwell.audit_subject where organization_id = $1 and audit_id = $2 and patient_id = '${subjects[0]}'`,
          "moved in time":
            "update stepwell.audit_subject set at = at - interval '1 day' where organization_id = $1 and audit_id = $2",
        }[how];
        await trail.tamper(statement, [trail.organizationId, id]);
        expect(await found()).toMatchObject([{ code: "event-altered", values: { number, id } }]);
      }),
      { numRuns: 15 },
    );
  });

  it("names the row that was deleted", async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), fc.nat(), async (made, batch, place) => {
        const ids = await trail.sealAll(made);
        const id = pick(pick(ids, batch), place);
        await trail.deleteEvent(id);
        const number = (batch % ids.length) + 1;
        expect(await found()).toEqual([{ code: "event-deleted", values: { number, id } }]);
      }),
      { numRuns: 15 },
    );
  });

  it("names seals that were removed from the middle, and the events they leave outside", async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), async (made, place) => {
        const ids = await trail.sealAll(made);
        const number = (place % (ids.length - 1)) + 1;
        await trail.deleteSeals([number]);
        const events = pick(ids, number - 1);
        expect(await found()).toMatchObject([
          { code: "seals-missing", values: { from: number, until: number } },
          { code: "events-outside", values: { count: events.length, id: events[0] ?? "" } },
        ]);
      }),
      { numRuns: 15 },
    );
  });

  it("names seals that were cut off the end, even with their events", async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(), fc.boolean(), async (made, place, withEvents) => {
        const ids = await trail.sealAll(made);
        const from = (place % ids.length) + 1;
        const numbers = ids.map((_, index) => index + 1).filter((number) => number >= from);
        await trail.deleteSeals(numbers);
        const cut = ids.slice(from - 1).flat();
        if (withEvents) for (const id of cut) await trail.deleteEvent(id);
        const findings = await found();
        expect(findings[0]).toMatchObject({ code: "end-cut", values: { from, until: ids.length } });
        expect(findings.slice(1).map(({ code, values }) => [code, values["count"]])).toEqual(
          withEvents ? [] : [["events-outside", cut.length]],
        );
      }),
      { numRuns: 15 },
    );
  });

  it("names rows that came around the door", async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.array(event, { maxLength: 2 }), async (made, waiting) => {
        await trail.sealAll(made);
        await trail.write(waiting);
        const id = await trail.insertAround();
        expect(await found()).toMatchObject([
          { code: "events-outside", values: { count: 1, id, verb: "site.read" } },
        ]);
      }),
      { numRuns: 10 },
    );
  });
});
