import { afterAll, beforeAll, expect, test } from "vitest";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import { answersIn } from "#test/support/answered-files.ts";
import { openProfessionalHouse, type ClaimHouse } from "#test/support/claim-house.ts";

let house: ClaimHouse;
beforeAll(async () => {
  house = await openProfessionalHouse();
});
afterAll(() => house.close());

test("files stand by when they were made, whatever their number, and those of one moment by their number", async () => {
  const answers = answersIn(house);
  const names: string[] = [];
  const made = async (daysAgo: number): Promise<void> => {
    const { file } = await answers.sentFile(1);
    await house.product.ownerPool.query(
      "update stepwell.claim_file set created_at = created_at - make_interval(days => $3) where organization_id = $1 and id = $2",
      [house.here.organizationId, file.id, daysAgo],
    );
    names.push(file.name);
  };
  // Kept first and made last, as what is brought in from another place is.
  for (const daysAgo of [0, 0, 9, 4]) await made(daysAgo);
  const [first, second, oldest, older] = names;
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await house.done(house.biller, listClaimFiles, { limit: 1, cursor });
    pages.push(...page.rows.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(pages).toEqual([second, first, older, oldest]);
  // Made on November 15: a month, a week, one day.
  const between = async (from: string | undefined, to: string | undefined) =>
    (await house.done(house.biller, listClaimFiles, { from, to })).rows.map(({ name }) => name);
  expect(await between("2026-11-15", "2026-11-15")).toEqual([older]);
  expect(await between("2026-11-11", undefined)).toEqual([second, first, older]);
  expect(await between(undefined, "2026-11-14")).toEqual([oldest]);
});
