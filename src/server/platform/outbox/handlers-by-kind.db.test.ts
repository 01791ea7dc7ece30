import { afterAll, beforeAll, expect, test } from "vitest";
import { deliver } from "#server/platform/outbox/deliver.ts";
import { handlersByKind } from "#server/platform/outbox/handlers-by-kind.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
beforeAll(async () => {
  product = await openTestProduct(() => []);
  house = await product.addOrganization("Own House");
});
afterAll(() => product.close());

test("everybody who hears of a kind is told, and where one fails none has been", async () => {
  const heard: string[] = [];
  let isBroken = true;
  const hearing = (name: string, kind = "said") => ({
    kind,
    handle: () => {
      heard.push(name);
      if (name === "second" && isBroken) throw new Error("broken");
      return Promise.resolve();
    },
  });
  const handlers = handlersByKind([
    hearing("first"),
    hearing("other", "unsaid"),
    hearing("second"),
  ]);
  const id = await product.inside(house, (work) => enqueue(work, { kind: "said" }));
  const attempt = () => deliver(product.services, handlers, house.organizationId, id);
  await expect(attempt()).rejects.toThrow("broken");
  isBroken = false;
  expect(await attempt()).toBe(true);
  expect(heard).toEqual(["first", "second", "first", "second"]);
  expect(await attempt()).toBe(false);
});
