import { Problem } from "#domain/contract/problem.ts";
import { discardDraft, listDrafts, saveDraft } from "#domain/drafts/draft.api.ts";
import type { Draft } from "#domain/drafts/draft.ts";
import { answered, fileOf, onTop, waitingIn, type DraftFile } from "#web/drafts/draft-file.ts";
import { draftShelf, keyOf, type LeftFile } from "#web/drafts/draft-shelf.ts";
import { FormDraft, type DraftGround } from "#web/drafts/form-draft.ts";
import { call } from "#web/platform/call.ts";
import { newId } from "#web/platform/new-id.ts";
import type { FormPlace, OpenDraft } from "#web/platform/draft-door.ts";

export interface DraftOwner {
  readonly accountId: string;
  readonly organizationId: string;
}

const listMilliseconds = 5_000;
const leavingMilliseconds = 2_500;

const hasNoAnswer = (problem: unknown): boolean =>
  !(problem instanceof Problem) || problem.status === 0 || problem.status >= 500;

/** Everything that one person has typed on this page. Another person has another. */
export class PersonDrafts {
  readonly #owner: DraftOwner;
  readonly #open = new Map<string, FormDraft>();
  readonly #ground: DraftGround;
  #list: { readonly at: number; readonly rows: Promise<readonly Draft[] | null> } | null = null;

  constructor(owner: DraftOwner) {
    this.#owner = owner;
    this.#ground = {
      shelf: draftShelf,
      save: (file, patches) =>
        call(saveDraft, { draftId: file.id, ...file.place, ...this.#owner, patches }),
      throwAway: (id) => this.#throwAway(id),
      find: (place) => this.#find(place),
    };
  }

  open(place: FormPlace): OpenDraft {
    const key = keyOf(place);
    const known = this.#open.get(key);
    if (known !== undefined) return known;
    const draft = new FormDraft(this.#ground, place);
    this.#open.set(key, draft);
    return draft;
  }

  /** What the server has of this person, or null where it cannot be asked. */
  #rows(): Promise<readonly Draft[] | null> {
    if (this.#list === null || Date.now() - this.#list.at > listMilliseconds) {
      const rows = call(listDrafts, {}, { quiet: true }).then(
        (answer) => answer.rows,
        () => null,
      );
      this.#list = { at: Date.now(), rows };
    }
    return this.#list.rows;
  }

  async #throwAway(id: string): Promise<void> {
    this.#list = null;
    await draftShelf.putEnded(id);
    try {
      await call(discardDraft, { draftId: id }, { quiet: true });
      await draftShelf.dropEnded(id);
    } catch (problem) {
      if (!hasNoAnswer(problem)) await draftShelf.dropEnded(id);
    }
  }

  /** Brings the words that a closed window left to the server. Null where they are there or ended; else what still waits. */
  async #bring({ name, isOwn, file }: LeftFile): Promise<DraftFile | null> {
    const patches = waitingIn(file);
    try {
      const answer =
        patches.length === 0
          ? null
          : await call(
              saveDraft,
              { draftId: file.id, ...file.place, ...this.#owner, patches },
              { quiet: true },
            );
      this.#list = null;
      if (answer?.ended || !isOwn) await draftShelf.drop(name);
      return answer === null || answer.ended !== null || !isOwn
        ? null
        : answered(file, patches, answer, newId);
    } catch {
      return file;
    }
  }

  /** What was kept of a form: what waits on this device over what the server has. What ended meanwhile is not found. */
  async #find(place: FormPlace): Promise<DraftFile | null> {
    const key = keyOf(place);
    const [leftFiles, ended] = await Promise.all([draftShelf.left(key), draftShelf.ended()]);
    for (const id of ended) await this.#throwAway(id);
    const waiting: DraftFile[] = [];
    for (const one of leftFiles)
      if (waitingIn(one.file).length > 0) {
        const still = await this.#bring(one);
        if (still !== null && waitingIn(still).length > 0) waiting.push(still);
      }
    const rows = await this.#rows();
    const row = rows?.find((one) => keyOf(one) === key && !ended.includes(one.id));
    const known = row && fileOf(row);
    if (rows === null) return this.#fromDevice(leftFiles, ended);
    for (const { name, file } of leftFiles)
      if (waitingIn(file).length === 0 && known?.id !== file.id) await draftShelf.drop(name);
    return waiting.reduce<DraftFile | null>(
      (below, file) => (below === null ? file : onTop(file, below)),
      known ?? null,
    );
  }

  /** Without a network: this window's own words, else those that another left last. */
  #fromDevice(leftFiles: readonly LeftFile[], ended: readonly string[]): DraftFile | null {
    const open = leftFiles.filter(({ file }) => !ended.includes(file.id));
    return (open.find(({ isOwn }) => isOwn) ?? open.at(-1))?.file ?? null;
  }

  /** The words of a draft took effect. */
  sent(draftId: string): void {
    for (const draft of this.#open.values()) if (draft.idToSend() === draftId) draft.sent();
    this.#list = null;
  }

  /** The same, sent in another window of this browser. */
  sentElsewhere(draftId: string): void {
    for (const draft of this.#open.values())
      if (draft.idToSend() === draftId) draft.sentElsewhere();
    this.#list = null;
  }

  /** True where nothing is left that is kept nowhere; waits for the server only so long. */
  async flush(): Promise<boolean> {
    const drafts = [...this.#open.values()];
    const patience = new Promise<void>((resolve) => setTimeout(resolve, leavingMilliseconds));
    await Promise.race([Promise.all(drafts.map((draft) => draft.flush())), patience]);
    return drafts.every((draft) => {
      const { kind } = draft.standing.get();
      return kind !== "typing" && kind !== "not-kept";
    });
  }

  /** The page is being closed, or the network is back. */
  hurry(): void {
    for (const draft of this.#open.values()) draft.hurry();
  }
}
