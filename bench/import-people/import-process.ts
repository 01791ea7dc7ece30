import pg from "pg";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import * as imports from "#server/imports/import.service.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { stepImport } from "#server/imports/step-import.service.ts";
import { systemClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import { answerParent } from "../frame/child.ts";
import { loopPlaceSchema } from "../loop/loop.ts";
import { insertBareRun, insertOrganization, insertPeople } from "./bare-people.queries.ts";
import { fileOfPeople, peopleCount } from "./made-up-people.ts";

// One import after the other, each into an organization of its own: as the product does it, or as bare inserts.

const place = loopPlaceSchema.parse(JSON.parse(process.env["BENCH_PLACE"] ?? "null"));
const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });

type Bring = (organizationId: string) => Promise<number>;

/** The steps of the worker, each in a transaction of its own: received, looked at, brought over. */
const asProduct = (): Bring => {
  const pool = openPool({ url: place.appUrl, most: 1 });
  return async (organizationId) => {
    const inside = <Result>(act: (work: Work) => Promise<Result>): Promise<Result> => {
      const actor = systemActor("bench");
      const now = systemClock.now();
      return inTransaction(pool, { organizationId, accountId: null }, (tx) =>
        act({ tx, organizationId, actor, now, requestId: newId(), newId }),
      );
    };
    const { id: importId } = await inside((work) =>
      imports.startImport(work, { kind: "fhir", source: "Bench", label: "restricted" }),
    );
    const received = await inside((work) =>
      receiveFile(work, importId, { name: "people.ndjson", bytes: fileOfPeople() }),
    );
    const { version } = received;
    await inside((work) => imports.rehearseImport(work, { importId, version }));
    while (await inside((work) => stepImport(work, importId)));
    const looked = await inside((work) => imports.readImport(work, importId));
    await inside((work) => imports.runImport(work, { importId, version: looked.version }));
    while (await inside((work) => stepImport(work, importId)));
    const { people } = await inside((work) => imports.readImport(work, importId));
    return people.taken ?? 0;
  };
};

const portion = 1000;

/** The least that could be done: the same lines parsed, the same people and what was received of them inserted. */
const asBare: Bring = async (organizationId) => {
  const runId = await insertBareRun(owner, organizationId);
  let waiting: string[] = [];
  let brought = 0;
  const flush = async (): Promise<void> => {
    await insertPeople(owner, { organizationId, runId, first: brought + 1 }, waiting);
    brought += waiting.length;
    waiting = [];
  };
  for await (const bytes of fileOfPeople()) {
    waiting.push(...Buffer.from(bytes).toString("utf8").trimEnd().split("\n"));
    if (waiting.length >= portion) await flush();
  }
  if (waiting.length > 0) await flush();
  return brought;
};

const bring = process.env["BENCH_IMPORT"] === "product" ? asProduct() : asBare;

/** Somebody of a made-up file may look like somebody else of it, and waits for a person. More than a few would be a fault. */
const leastTaken = peopleCount * 0.97;

answerParent(async () => {
  const organizationId = await insertOrganization(owner);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const people = await bring(organizationId);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (people < leastTaken) throw new Error(`only ${people} of ${peopleCount} people were taken`);
  const mostRssMb = process.resourceUsage().maxRSS / 1024;
  return { people, seconds, cpuMs: (user + system) / 1000, mostRssMb };
});
