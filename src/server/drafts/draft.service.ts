import { isAllowed, type Actor } from "#domain/access/actor.ts";
import { labelOf, type Label } from "#domain/basics/label.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { AnyRoute, Output, Parsed } from "#domain/contract/route.ts";
import { draftTooLarge, somebodyElse, tooManyDrafts } from "#domain/drafts/conflict.ts";
import {
  fieldsBeside,
  fitsDraft,
  holdsWords,
  mergeWord,
  ownField,
  type KeptFields,
} from "#domain/drafts/draft-fields.ts";
import { draftLimits } from "#domain/drafts/draft-limits.ts";
import {
  draftLabel,
  isSeenByOthers,
  mayBeKept,
  routeName,
  endedHours,
  toldAfterHours,
} from "#domain/drafts/draft-rules.ts";
import type * as api from "#domain/drafts/draft.api.ts";
import type { DraftEnd, DraftField } from "#domain/drafts/draft.ts";
import * as queries from "#server/drafts/draft.queries.ts";
import { keptFieldsOf } from "#server/drafts/kept-fields.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

/** What the noun is told by whoever puts the server together: every act of the API, and which labels somebody sees. */
export interface DraftsSetting {
  readonly contracts: () => readonly AnyRoute[];
  readonly labelsSeenBy: (actor: Pick<Actor, "permissions">) => readonly Label[];
  /** Whether the record that an address names is there and in sight of whoever asks. */
  readonly isRecordInSight: (work: Work, path: string, recordId: string) => Promise<boolean>;
}

type FindContract = (route: string) => AnyRoute | undefined;

/** Every act whose words may be kept, by method and path. */
export const contractsByName = (setting: DraftsSetting): FindContract => {
  let byName: ReadonlyMap<string, AnyRoute> | undefined;
  return (route) => {
    byName ??= new Map(
      setting
        .contracts()
        .filter(mayBeKept)
        .map((contract) => [routeName(contract), contract]),
    );
    return byName.get(route);
  };
};

const maySend = (actor: Actor, { permission }: AnyRoute): boolean =>
  permission === "signed-in" || (permission !== "anyone" && isAllowed(actor, permission));

/** Unsent words are for whoever may send them: the act they are for, demanded as if it were done now. */
const askedContract = (work: Work, route: string, find: FindContract): AnyRoute => {
  const contract = find(route);
  if (contract === undefined)
    throw problem("invalid-input", { fields: { route: { code: "not-a-choice" } } });
  if (!maySend(work.actor, contract)) throw problem("not-allowed");
  return contract;
};

/** Words over a record are kept and shown only to whoever sees it; one they do not see is not said to be there. */
const assertInSight = async (
  work: Work,
  { path }: AnyRoute,
  recordId: string | null,
  { isRecordInSight }: DraftsSetting,
): Promise<void> => {
  if (recordId !== null && !(await isRecordInSight(work, path, recordId))) throw notFound();
};

const saidFields = (
  fields: KeptFields,
  patches: Parsed<typeof api.saveDraft>["patches"],
): Record<string, DraftField> =>
  Object.fromEntries(
    [...new Set(patches.map(({ field }) => field))].flatMap((name) => {
      const field = fields[name];
      return field === undefined ? [] : [[name, ownField(field)]];
    }),
  );

/** Tells who has the same record open. Only of changes: what is new is seen by its author alone. */
const tellOthers = async (
  work: Work,
  contract: AnyRoute,
  recordId: string | null,
): Promise<void> => {
  if (recordId !== null && isSeenByOthers(contract)) announce(work, "draft-words", recordId);
};

/**
 * Keeps what was typed, field by field. The same patch sent twice is one, so that a device that lost its network sends everything
 * again; what was typed in two windows is kept beside each other; a draft that ended keeps nothing more and says so.
 */
export const saveDraft = async (
  work: Work,
  input: Parsed<typeof api.saveDraft>,
  find: FindContract,
  setting: DraftsSetting,
): Promise<Output<typeof api.saveDraft>> => {
  const { draftId, patches } = input;
  if (input.accountId !== work.actor.accountId || input.organizationId !== work.organizationId)
    throw somebodyElse();
  const contract = askedContract(work, input.route, find);
  await assertInSight(work, contract, input.recordId, setting);
  const savedAt = work.now.toString();
  await queries.holdId(work, draftId);
  const known = await queries.findEnd(work, draftId, input);
  if (known?.isMine === false) throw notFound();
  if (known?.endedAs) return { draftId, savedAt, ended: known.endedAs, fields: {} };
  if (known === undefined && (await queries.countOpen(work)) >= draftLimits.openDrafts)
    throw tooManyDrafts();
  const held = await queries.holdDraft(work, draftId, input, draftLabel(contract));
  const writer = { accountId: null, name: work.actor.name, at: savedAt };
  const fields = patches.reduce(
    (before, patch) => mergeWord(before, patch, writer),
    keptFieldsOf(held.fields),
  );
  if (!fitsDraft(fields)) throw draftTooLarge();
  await queries.writeDraft(work, { id: held.id, fields, revision: held.revision + 1 });
  if (held.revision === 0) announce(work, "draft", held.id);
  await tellOthers(work, contract, input.recordId);
  return { draftId: held.id, savedAt, ended: null, fields: saidFields(fields, patches) };
};

/** Throws away one's own unsent words; somebody else's are not found. */
export const discardDraft = async (work: Work, draftId: string): Promise<void> => {
  const known = await queries.findEnd(work, draftId);
  if (known?.isMine === false) throw notFound();
  await endDraft(work, draftId, "discarded");
};

/** Refuses words that took effect already. Until the transaction ends, no other request of the same draft goes on. */
export const assertUnsent = async (work: Work, draftId: string): Promise<void> => {
  await queries.holdId(work, draftId);
  const known = await queries.findEnd(work, draftId);
  if (known?.isMine === true && known.endedAs === "sent") throw problem("already-sent");
};

/** Ends a draft of the person, in the transaction of whatever ended it; somebody else's stays as it is. */
export const endDraft = async (work: Work, draftId: string, as: DraftEnd): Promise<void> => {
  await queries.holdId(work, draftId);
  const ended = await queries.endDraft(work, draftId, as);
  if (ended === undefined) return;
  announce(work, "draft", draftId);
  if (ended.recordId !== null) announce(work, "draft-words", ended.recordId);
};

/** One's own unsent work, as far as one may still send it. */
export const listDrafts = async (
  work: Work,
  find: FindContract,
): Promise<Output<typeof api.listDrafts>> => {
  const rows = await queries.listOwn(work);
  return {
    rows: rows.flatMap(({ fields, ...row }) => {
      const contract = find(row.route);
      const kept = keptFieldsOf(fields);
      if (contract === undefined || !maySend(work.actor, contract) || !holdsWords(kept)) return [];
      const own = Object.entries(kept).map(([name, field]) => [name, ownField(field)] as const);
      return [{ ...row, verb: contract.audit.verb, fields: Object.fromEntries(own) }];
    }),
  };
};

/** Who else has unsent words over a record. The words themselves only for whoever sees records with their label. */
export const readDraftsBeside = async (
  work: Work,
  { route, recordId }: Parsed<typeof api.readDraftsBeside>,
  find: FindContract,
  setting: DraftsSetting,
): Promise<Output<typeof api.readDraftsBeside>> => {
  const contract = askedContract(work, route, find);
  await assertInSight(work, contract, recordId, setting);
  if (!isSeenByOthers(contract)) return { rows: [] };
  const seen = setting.labelsSeenBy(work.actor);
  const rows = await queries.listBeside(work, route, recordId);
  return {
    rows: rows.flatMap(({ fields, label, ...row }) => {
      const kept = keptFieldsOf(fields);
      if (!holdsWords(kept)) return [];
      return [{ ...row, fields: seen.includes(labelOf(label)) ? fieldsBeside(kept) : null }];
    }),
  };
};

/** Unsent work that lies for more than a week, or whose owner left: whose, and since when. Nothing here is ever deleted by age. */
export const agedDrafts = (
  work: Pick<Work, "tx" | "organizationId" | "now">,
): Promise<readonly queries.AgedRow[]> =>
  queries.listAged(work, work.now.subtract({ hours: toldAfterHours }).toString());

export const listAgedDrafts = async (
  work: Work,
  find: FindContract,
): Promise<Output<typeof api.listAgedDrafts>> => {
  const rows = await agedDrafts(work);
  return {
    rows: rows.map(({ route, ...row }) => ({ ...row, verb: find(route)?.audit.verb ?? "" })),
  };
};

/** Clears away the ends of drafts of a month ago. What is unsent stays, however old. */
export const sweepDrafts = (work: Pick<Work, "tx" | "organizationId" | "now">): Promise<void> =>
  queries.removeEnded(work, work.now.subtract({ hours: endedHours }).toString());
