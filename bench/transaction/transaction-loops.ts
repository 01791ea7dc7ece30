import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { openBarePool } from "../trail/bare-trail.queries.ts";

const connections = 10;

const product = (place: LoopPlace): Promise<Loop> => {
  const pool = openPool({ url: place.appUrl, most: connections });
  const { organizationId, accountId } = place;
  const turn = () => inTransaction(pool, { organizationId, accountId }, () => Promise.resolve(1));
  return Promise.resolve({ turn });
};

const bare = (place: LoopPlace): Promise<Loop> => {
  const pool = openBarePool(place.appUrl, connections);
  const turn = async () => {
    const client = await pool.connect();
    await client.query("begin");
    await client.query("commit");
    client.release();
    return 1;
  };
  return Promise.resolve({ turn });
};

export const transactionLoops = { "transaction-product": product, "transaction-bare": bare };
