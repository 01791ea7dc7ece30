import Fastify from "fastify";
import { newId } from "#server/platform/ids.ts";
import { answerParent } from "../frame/child.ts";
import { loopPlaceSchema } from "../loop/loop.ts";
import { bareBatch } from "../trail/bare-batch.ts";
import { openBarePool } from "../trail/bare-trail.queries.ts";
import { readAlone, readAndTell, type SiteRow } from "./bare-read.queries.ts";

// The ceiling: the same framework, driver, database, select and a durable line for every read, and nothing else:
// no session, no permission, no row-level security, no parsing.

const place = loopPlaceSchema.parse(JSON.parse(process.env["BENCH_PLACE"] ?? "null"));
const { organizationId, accountId, sessionId } = place;
/** The product's own number of connections for requests. */
const pool = openBarePool(place.ownerUrl, 10);
const tell = bareBatch(pool, place);

type Read = (siteId: string) => Promise<SiteRow | undefined>;

const inOneStatement: Read = async (siteId) => {
  const { rows } = await pool.query<SiteRow>({
    name: "read-and-tell",
    text: readAndTell,
    values: [organizationId, siteId, newId(), new Date(), accountId, sessionId, newId()],
  });
  return rows[0];
};

const withBatchedLines: Read = async (siteId) => {
  const { rows } = await pool.query<SiteRow>({
    name: "read-alone",
    text: readAlone,
    values: [organizationId, siteId],
  });
  await tell(siteId);
  return rows[0];
};

const answerOf = (row: SiteRow) => ({
  id: row.id,
  name: row.name,
  zone: row.zone,
  npi: row.npi,
  address: {
    street: row.street,
    unit: row.unit,
    city: row.city,
    state: row.state,
    postalCode: row.postal_code,
  },
  phone: row.phone,
  crisisPhone: row.crisis_phone,
  roomCount: row.room_count,
  staffCount: row.staff_count,
  createdAt: row.created_at,
  retiredAt: row.retired_at,
  version: row.version,
});

const read = process.env["BENCH_TRAIL"] === "batched" ? withBatchedLines : inOneStatement;
const app = Fastify();
app.get<{ Params: { siteId: string } }>("/api/sites/:siteId", async (request, reply) => {
  const row = await read(request.params.siteId);
  if (row === undefined) return reply.code(404).send();
  return answerOf(row);
});
await app.listen({ host: "127.0.0.1", port: 0 });
const address = app.server.address();
answerParent(() => Promise.resolve({}), address instanceof Object ? { port: address.port } : {});
