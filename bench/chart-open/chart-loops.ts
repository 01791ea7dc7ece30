import { Temporal } from "temporal-polyfill";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { getChart } from "#server/charting/chart.service.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { openBarePool } from "../trail/bare-trail.queries.ts";
import { bareChart } from "./chart-ground.queries.ts";

const connections = 4;

/** Opens the chart of one of the people again and again, rules and parsing included. */
const product =
  (person: number) =>
  (place: LoopPlace): Promise<Loop> => {
    const pool = openPool({ url: place.appUrl, most: connections });
    const { organizationId, accountId } = place;
    const patientId = place.patientIds[person] ?? "";
    const actor = systemActor("Bench");
    const turn = () =>
      inTransaction(pool, { organizationId, accountId }, async (tx) => {
        const now = Temporal.Now.instant();
        await getChart({ tx, organizationId, actor, now, requestId: newId(), newId }, patientId);
        return 1;
      });
    return Promise.resolve({ turn });
  };

const bare = (place: LoopPlace): Promise<Loop> => {
  const pool = openBarePool(place.ownerUrl, connections);
  const values = [place.organizationId, place.patientIds[1] ?? ""];
  const turn = async () => {
    await pool.query({ name: "bare-chart", text: bareChart, values });
    return 1;
  };
  return Promise.resolve({ turn });
};

export const chartLoops = {
  "chart-few": product(0),
  "chart-many": product(1),
  "chart-bare": bare,
};
