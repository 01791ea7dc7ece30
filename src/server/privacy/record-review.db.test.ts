import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import { listDisclosures, makeDisclosure } from "#domain/privacy/disclosure.api.ts";
import {
  createRecordReview,
  endRecordReview,
  listRecordReviewRevisions,
  listRecordReviews,
} from "#domain/privacy/record-review.api.ts";
import { answerRestriction, createRestriction } from "#domain/privacy/restriction.api.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
let patientId: string;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const somebody = async (): Promise<void> => {
  patientId = (await house.register("Juniper", "Ellsworth")).id;
  house.labels.splice(0, Infinity, "part-2");
};
const accounting = async () => (await house.done(listDisclosures, { patientId })).rows;

const facts = {
  kind: "financial-audit",
  performedBy: "Pemberton Audit",
  behalf: "payer",
  behalfOf: "Prairie Health Plan",
  reviewers: ["Ada Pemberton"],
  takesCopies: false,
  agreesLimits: true,
  agreesSecurity: false,
  agreesRetention: false,
  foundQualified: false,
  signedOn: "2026-11-02",
  startsOn: "2026-11-16",
  endsOn: "2026-11-20",
} satisfies Input<typeof createRecordReview>;

const tell = (recordReviewId: string | null) =>
  ({
    patientId,
    recipient: { name: "Ada Pemberton" },
    purpose: "operations",
    information: ["attendance", "billing"],
    channel: "on-premises",
    recordReviewId,
  }) satisfies Input<typeof makeDisclosure>;

const endingOf = (recordReviewId: string, version = 1) => ({
  recordReviewId,
  version,
  endedOn: "2026-11-19",
  reason: "They were done.",
});

describe("an audit or evaluation by somebody else (42 CFR 2.53)", () => {
  test("opens records to the people it names, with a line in the accounting, until it is ended", async () => {
    await somebody();
    const made = await house.done(createRecordReview, facts);
    expect(made).toMatchObject({ state: "in-force", defects: [] });
    expect(await house.refused(makeDisclosure, tell(null))).toMatchObject({ code: "no-consent" });
    expect(await house.done(makeDisclosure, tell(made.id))).toMatchObject({
      disclosure: { basis: "audit", recordReviewId: made.id, consentId: null, label: "part-2" },
      notice: null,
    });
    expect(
      await house.refused(makeDisclosure, { ...tell(made.id), channel: "paper" }),
    ).toMatchObject({ status: 403, code: "review-on-premises-only" });
    expect(await house.done(endRecordReview, endingOf(made.id))).toMatchObject({ state: "ended" });
    expect(await house.refused(endRecordReview, endingOf(made.id, 2))).toMatchObject({
      code: "already-ended",
    });
    expect(await house.refused(makeDisclosure, tell(made.id))).toMatchObject({
      code: "review-ended",
    });
    expect(await accounting()).toMatchObject([{ basis: "audit", channel: "on-premises" }]);
    const history = await house.done(listRecordReviewRevisions, { recordReviewId: made.id });
    expect(history.rows.map(({ verb }) => verb)).toEqual(["end", "create"]);
  });

  test("whose agreement lacks something is kept, tells what, and opens nothing", async () => {
    await somebody();
    const lacking = { ...facts, takesCopies: true, signedOn: null };
    const made = await house.done(createRecordReview, lacking);
    expect(made).toMatchObject({
      state: "deficient",
      defects: ["not-signed", "security-not-agreed", "retention-not-agreed"],
    });
    expect(await house.refused(makeDisclosure, tell(made.id))).toMatchObject({
      code: "review-deficient",
    });
    expect(await accounting()).toEqual([]);
  });

  test("is not held up by what a patient asked to be kept back: that is about other uses (2.26(a)(5))", async () => {
    await somebody();
    const asked = await house.done(createRestriction, {
      patientId,
      askedOn: "2026-11-18",
      askedBy: "Juniper Ellsworth",
      askerRelation: "patient",
      recipientKind: "anybody",
      recipients: [],
      information: ["attendance"],
      purposes: ["operations"],
      paidInFull: false,
    });
    const answer = { restrictionId: asked.id, version: 1, reason: "As asked." };
    await house.done(answerRestriction, { ...answer, answer: "agreed" });
    const { id } = await house.done(createRecordReview, facts);
    expect(await house.done(makeDisclosure, tell(id))).toMatchObject({
      disclosure: { basis: "audit", restrictionId: null },
    });
  });

  test("ends not before it begins, is signed by today, and is not anybody's to see", async () => {
    await somebody();
    expect(
      await house.refused(createRecordReview, { ...facts, endsOn: "2026-11-15" }),
    ).toMatchObject({ status: 400, fields: { endsOn: { code: "before-start" } } });
    expect(
      await house.refused(createRecordReview, { ...facts, signedOn: "2026-11-20" }),
    ).toMatchObject({ fields: { signedOn: { code: "in-the-future" } } });
    const { id } = await house.done(createRecordReview, facts);
    const { therapist, stranger } = house;
    expect(await house.refused(listRecordReviews, {}, therapist)).toMatchObject({ status: 403 });
    expect((await house.done(listRecordReviews, {}, stranger)).rows).toEqual([]);
    for (const refusal of [
      await house.refused(endRecordReview, endingOf(id), stranger),
      await house.refused(listRecordReviewRevisions, { recordReviewId: id }, stranger),
    ])
      expect(refusal).toMatchObject({ status: 404 });
    expect(await house.refused(endRecordReview, endingOf(id, 7))).toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("ended while something is told under it: either it was told before, or it is refused", async () => {
    await somebody();
    const { id } = await house.done(createRecordReview, facts);
    const [told] = await Promise.all([
      house.product.call(house.director, makeDisclosure, tell(id)),
      house.done(endRecordReview, endingOf(id)),
    ]);
    expect(await accounting()).toHaveLength(told.ok ? 1 : 0);
    expect(await house.refused(makeDisclosure, tell(id))).toMatchObject({ code: "review-ended" });
  });
});
