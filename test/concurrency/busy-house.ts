import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import {
  addColleague,
  addMember,
  addSession,
  grantSigning,
  openProgram,
  type Member,
} from "#test/support/note-ground.ts";
import { memberNames } from "#test/support/note-texts.ts";
import { testRoutes } from "#test/support/test-routes.ts";
import { openTestProduct, type TestPerson } from "#test/support/test-product.ts";

/** The whole product with a program, colleagues and people in it, for several at once. */
export const openBusyHouse = async () => {
  const product = await openTestProduct(testRoutes);
  const here = await product.addOrganization("Stillwater");
  const program = await openProgram(product, here);
  const therapist = await addColleague(product, here, "therapist", "Theo Lindqvist");
  const supervisor = await addColleague(product, here, "supervisor", "Sasha Castellvi");
  const admissions = await addColleague(product, here, "admissions", "Ada Pellington");
  return {
    product,
    here,
    program,
    therapist,
    supervisor,
    admissions,
    async group(count: number): Promise<Member[]> {
      const members: Member[] = [];
      for (const [given, family] of memberNames.slice(0, count))
        members.push(await addMember(program, given, family));
      return members;
    },
    session: (who: readonly Member[], more: Readonly<Record<string, unknown>> = {}) =>
      addSession(program, who, more),
    /** One more session of the same colleague, as on another device; it may sign. */
    async again(person: TestPerson): Promise<TestPerson> {
      const session = await product.signIn(person.accountId, here);
      const other = { ...person, ...session };
      await grantSigning(product, other);
      return other;
    },
    async done<R extends AnyRoute>(
      person: TestPerson,
      contract: R,
      input: Input<R>,
    ): Promise<Output<R>> {
      const answer = await product.call(person, contract, input);
      if (!answer.ok)
        throw new Error(
          `${contract.path}: ${JSON.stringify(answer.body)} ${product.logLines.at(-1)}`,
        );
      return answer.body;
    },
  };
};
export type BusyHouse = Awaited<ReturnType<typeof openBusyHouse>>;
