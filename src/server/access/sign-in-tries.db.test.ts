import { afterAll, beforeAll, expect, it } from "vitest";
import { Temporal } from "temporal-polyfill";
import { countTry, forgiveTry, fromAddress } from "#server/access/sign-in-tries.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { openAccess, type Access } from "#test/support/access-door.ts";
import { testNow } from "#test/support/test-product.ts";

const now = Temporal.Instant.from(testNow);
const keysOf = (counted: ReturnType<typeof fromAddress>) =>
  counted.map(({ keyHash }) => keyHash.toString("hex"));
let access: Access;

beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.close());

it("every address of one /64 is counted as one, and the next /64 apart", () => {
  const of = (address: string) => keysOf(fromAddress("denise@river.example", address));
  expect(of("2001:db8:1:2::1")).toEqual(of("2001:db8:1:2:ffff::9"));
  expect(of("2001:db8:1:2::1")).not.toEqual(of("2001:db8:1:3::1"));
  expect(of("::ffff:192.0.2.4")).toEqual(of("192.0.2.4"));
});

it("forgiving takes its keys in the order in which counting takes them", async () => {
  const { pool, ownerPool } = access.product;
  const counted = fromAddress("denise@river.example", "192.0.2.9");
  await inGlobalTransaction(pool, (tx) => countTry(tx, counted, now));
  const [first, second] = counted.map(({ keyHash }) => keyHash).toSorted(Buffer.compare);
  const lock = "select 1 from global.sign_in_pause where key_hash = $1 for update";
  const isFree = async (): Promise<boolean> =>
    (await ownerPool.query(`${lock} skip locked`, [first])).rowCount === 1;
  for (const order of [counted, counted.toReversed()]) {
    await inGlobalTransaction(pool, (tx) => countTry(tx, counted, now));
    const holder = await ownerPool.connect();
    await holder.query("begin");
    await holder.query(lock, [second]);
    const forgiving = inGlobalTransaction(pool, (tx) => forgiveTry(tx, order, now));
    await expect.poll(isFree, { interval: 20 }).toBe(false);
    await holder.query("rollback");
    holder.release();
    await forgiving;
  }
});
