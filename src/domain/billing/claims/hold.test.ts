import { expect, test } from "vitest";
import { mayBeLetGo } from "#domain/billing/claims/hold.ts";

const releasable = { dayChargeId: null, mayBeReleased: true };
const fixed = { dayChargeId: null, mayBeReleased: false };
const ofADay = { dayChargeId: "019d0000-0000-7000-8000-000000000001", mayBeReleased: false };

test.each([
  ["one that may be released", [releasable], true],
  ["beside it a reason of one of its days", [releasable, ofADay], true],
  ["beside it one that only its cause ends", [releasable, fixed], false],
  ["only a reason of one of its days", [ofADay], false],
  ["nothing", [], false],
])("a claim that is held by %s", (_, holds, may) => {
  expect(mayBeLetGo(holds)).toBe(may);
});
