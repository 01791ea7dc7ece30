import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { doneWith } from "#test/support/draft-words.ts";
import { openTestProduct, testNow, type TestPerson } from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

/** How those who see each other's names are called. */
export const draftNames = { director: "Dora Lead", administrator: "Adam Keys" };

/** Two organizations; `enter` brings new people into both, so that nobody meets drafts of the test before. */
export const openDraftHouse = async () => {
  const product = await openTestProduct(testRoutes);
  const here = await product.addOrganization("River House");
  const elsewhere = await product.addOrganization("Harbor House");
  return {
    product,
    here,
    enter: async () => {
      product.clock.moveTo(testNow);
      return {
        director: await product.addPerson(here, ["director"], draftNames.director),
        administrator: await product.addPerson(here, ["administrator"], draftNames.administrator),
        therapist: await product.addPerson(here, ["therapist"]),
        stranger: await product.addPerson(elsewhere, ["director"]),
      };
    },
    done: doneWith(product),
    /** What an act is refused with; throws where it went through. */
    refused: async <R extends AnyRoute>(
      person: TestPerson,
      contract: R,
      input: Input<R>,
      headers: Record<string, string> = {},
    ) => {
      const answer = await product.call(person, contract, input, { headers });
      if (answer.ok) throw new Error(`${contract.path} went through`);
      return answer.body;
    },
  };
};
export type DraftHouse = Awaited<ReturnType<typeof openDraftHouse>>;
