import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { readSessionRoom, type signSession } from "#domain/charting/session-room.api.ts";
import { noteRoutes } from "#server/charting/note.routes.ts";
import type { StatementHook } from "#server/db/exchange.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import {
  addColleague,
  addMember,
  addSession,
  openProgram,
  type Member,
} from "#test/support/note-ground.ts";
import { memberNames, ownSentences, sharedText } from "#test/support/note-texts.ts";
import { openTestProduct, type TestPerson } from "#test/support/test-product.ts";

/** What a signer's screen would send for these members. */
export const signatureOf = (
  sessionId: string,
  members: readonly Member[],
  more: Partial<Input<typeof signSession>> = {},
): Input<typeof signSession> => ({
  sessionId,
  shared: { fields: { ...sharedText, interventions: [...sharedText.interventions] }, revision: 0 },
  rows: members.map(({ patientId, objectiveId }, index) => ({
    patientId,
    objectiveId,
    participation: "some",
    response: "shared",
    progress: "steady",
    risk: "none-noted",
    nextStep: null,
    sentence: ownSentences[index % ownSentences.length] ?? "",
    attendanceVersion: 1,
    revision: 0,
  })),
  ...more,
});

/** Two organizations, colleagues of every kind of signature, and a group of twelve that has just ended. */
export const openNoteHouse = async (
  options: { hook?: StatementHook; routes?: readonly MountedRoute[] } = {},
) => {
  const { routes = noteRoutes, ...rest } = options;
  const product = await openTestProduct(() => routes, rest);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  const program = await openProgram(product, here);
  const supervisor = await addColleague(product, here, "supervisor", "Sasha Castellvi");
  const therapist = await addColleague(product, here, "therapist", "Theo Lindqvist");
  const intern = await addColleague(product, here, "facilitator", "Ines Wrenfield", {
    supervisorId: supervisor.staffId,
    needsSupervision: true,
  });
  const biller = await product.addPerson(here, ["biller"]);
  const stranger = await addColleague(product, elsewhere, "therapist", "Sam Stranger");
  const done = <R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) =>
    product.done(person, contract, input);
  const refused = <R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) =>
    product.refused(person, contract, input);
  return {
    product,
    here,
    elsewhere,
    program,
    supervisor,
    therapist,
    intern,
    biller,
    stranger,
    done,
    refused,
    async group(count: number = memberNames.length): Promise<Member[]> {
      const members: Member[] = [];
      for (const [given, family] of memberNames.slice(0, count))
        members.push(await addMember(program, given, family));
      return members;
    },
    session: (
      who: readonly Member[],
      more: Readonly<Record<string, unknown>> = {},
    ): Promise<string> => addSession(program, who, more),
    room: (sessionId: string) => done(therapist, readSessionRoom, { sessionId }),
    async count(table: string): Promise<number> {
      const { rows } = await product.ownerPool.query<{
        n: number;
      }>(`select count(*) as n from stepwell.${table} where organization_id = $1`, [
        here.organizationId,
      ]);
      return rows[0]?.n ?? 0;
    },
  };
};
export type NoteHouse = Awaited<ReturnType<typeof openNoteHouse>>;
