import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import type { saveDraft } from "#domain/drafts/draft.api.ts";
import { newId } from "#server/platform/ids.ts";
import type { TestPerson, TestProduct } from "#test/support/test-product.ts";

type Headers = Readonly<Record<string, string>>;

/** Calls with headers of its own and expects it to go through. */
export const doneWith =
  (product: TestProduct) =>
  async <R extends AnyRoute>(
    person: TestPerson,
    contract: R,
    input: Input<R>,
    headers: Headers = {},
  ): Promise<Output<R>> => {
    const answer = await product.call(person, contract, input, { headers });
    if (!answer.ok) throw new Error(`${contract.path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

export const newSite = {
  route: "POST /sites",
  form: "site-new",
  recordId: null,
  place: "/staff/practice/sites",
};

type Patch = Input<typeof saveDraft>["patches"][number];

/** One field as it is typed for the first time. */
export const typed = (field: string, now: unknown, more: Partial<Patch> = {}): Patch => ({
  id: newId(),
  field,
  word: { now, was: "" },
  baseRevision: 0,
  follows: null,
  ...more,
});

/** The request that keeps what somebody typed; in the form for a new site where nothing else is said. */
export const saved = (
  person: TestPerson,
  patches: readonly Patch[],
  more: Partial<Input<typeof saveDraft>> = {},
): Input<typeof saveDraft> => ({
  draftId: newId(),
  ...newSite,
  accountId: person.accountId,
  organizationId: person.organizationId,
  patches: [...patches],
  ...more,
});
