import { Problem } from "#domain/contract/problem.ts";
import type { Output } from "#domain/contract/route.ts";
import type { saveDraft } from "#domain/drafts/draft.api.ts";
import {
  answered,
  elsewhereOf,
  lastTyped,
  newFile,
  settledIn,
  triedNow,
  typedInto,
  waitingIn,
  wordsIn,
  type DraftFile,
  type Patches,
} from "#web/drafts/draft-file.ts";
import type { DraftShelf } from "#web/drafts/draft-shelf.ts";
import type {
  DraftStanding,
  ElsewhereWord,
  FormPlace,
  FoundWords,
  OpenDraft,
  TypedWords,
} from "#web/platform/draft-door.ts";
import { newId } from "#web/platform/new-id.ts";
import { createStore } from "#web/platform/store.ts";

/** What a form's draft needs of the rest: the device, the server, and what of it is there already. */
export interface DraftGround {
  readonly shelf: DraftShelf;
  readonly save: (file: DraftFile, patches: Patches) => Promise<Output<typeof saveDraft>>;
  readonly throwAway: (id: string) => Promise<void>;
  readonly find: (place: FormPlace) => Promise<DraftFile | null>;
}

const deviceMilliseconds = 120;
const serverMilliseconds = 900;
const firstRetryMilliseconds = 4_000;
const longestRetryMilliseconds = 60_000;

const now = (): string => new Date().toISOString();

const mayComeThrough = ({ status, code }: Problem): boolean =>
  status === 0 || status >= 500 || code === "too-many-tries" || code === "signed-out";

/** One form's words on their way from the fields to the device and the server. Lives as long as the page. */
export class FormDraft implements OpenDraft {
  readonly standing = createStore<DraftStanding>({ kind: "none" });
  readonly elsewhere = createStore<readonly ElsewhereWord[]>([]);
  readonly #ground: DraftGround;
  readonly #place: FormPlace;
  #file: DraftFile;
  /** Grows when the words were sent or thrown away: answers to what was said before are not listened to. */
  #turn = 0;
  #isOnDevice = false;
  #deviceTimer: ReturnType<typeof setTimeout> | undefined;
  #serverTimer: ReturnType<typeof setTimeout> | undefined;
  #retryMilliseconds = firstRetryMilliseconds;
  #saving: Promise<void> | null = null;

  constructor(ground: DraftGround, place: FormPlace) {
    this.#ground = ground;
    this.#place = place;
    this.#file = newFile(newId(), place);
  }

  async find(): Promise<FoundWords | null> {
    if (Object.keys(this.#file.fields).length === 0) {
      const turn = this.#turn;
      const found = await this.#ground.find(this.#place);
      if (found === null || turn !== this.#turn || Object.keys(this.#file.fields).length > 0)
        return this.#found();
      this.#file = { ...found, place: this.#place };
      const at = lastTyped(found);
      const isSaved = waitingIn(found).length === 0;
      this.standing.set(isSaved ? { kind: "saved", at } : { kind: "device", at, code: "offline" });
      if (!isSaved) this.#saveSoon();
    }
    return this.#found();
  }

  #found(): FoundWords | null {
    const words = wordsIn(this.#file);
    return Object.keys(words).length === 0 ? null : { words, at: lastTyped(this.#file) };
  }

  write(words: TypedWords): void {
    const next = typedInto(this.#file, words, { at: now(), newId });
    if (next === this.#file) return;
    if (Object.keys(words).length === 0) return this.discard();
    this.#take(next);
  }

  #take(next: DraftFile): void {
    this.#file = next;
    this.#isOnDevice = false;
    this.standing.set({ kind: "typing" });
    this.#deviceTimer ??= setTimeout(() => void this.#keep(), deviceMilliseconds);
    this.#saveSoon();
  }

  #saveSoon(milliseconds = serverMilliseconds): void {
    clearTimeout(this.#serverTimer);
    this.#serverTimer = setTimeout(() => void this.save(), milliseconds);
  }

  /** Puts the words on the device. */
  async #keep(): Promise<void> {
    clearTimeout(this.#deviceTimer);
    this.#deviceTimer = undefined;
    const file = this.#file;
    const turn = this.#turn;
    const isKept = await this.#ground.shelf.put(file);
    if (turn !== this.#turn) return this.#ground.shelf.remove(file);
    if (file !== this.#file) return;
    this.#isOnDevice = isKept;
    if (isKept && this.standing.get().kind === "typing") this.standing.set({ kind: "saving" });
  }

  /** Brings what waits to the server; one request at a time, so that words arrive in their order. */
  save(): Promise<void> {
    this.#saving ??= this.#saveOnce().finally(() => {
      this.#saving = null;
    });
    return this.#saving;
  }

  async #saveOnce(): Promise<void> {
    clearTimeout(this.#serverTimer);
    if (this.standing.get().kind === "ended") return;
    const file = triedNow(this.#file);
    const patches = waitingIn(file);
    if (patches.length === 0) return;
    const turn = this.#turn;
    this.#file = file;
    // On the device first: after a crash it must be known that these words may have arrived.
    await this.#keep();
    if (turn !== this.#turn) return;
    try {
      const answer = await this.#ground.save(file, patches);
      if (turn === this.#turn) await this.#hear(patches, answer);
    } catch (cause) {
      if (turn === this.#turn) this.#failed(cause);
    }
  }

  async #hear(patches: Patches, answer: Output<typeof saveDraft>): Promise<void> {
    this.#retryMilliseconds = firstRetryMilliseconds;
    if (answer.ended !== null) {
      this.#begin();
      this.standing.set({ kind: "ended", as: answer.ended });
      return;
    }
    this.#file = answered(this.#file, patches, answer, newId);
    const others = this.elsewhere.get().filter(({ field }) => !(field in answer.fields));
    this.elsewhere.set([...others, ...elsewhereOf(answer.fields, this.#file)]);
    await this.#keep();
    if (waitingIn(this.#file).length > 0) this.#saveSoon();
    else this.standing.set({ kind: "saved", at: answer.savedAt });
  }

  #failed(cause: unknown): void {
    const problem = cause instanceof Problem ? cause : new Problem("internal-error", 0);
    const { code } = problem;
    const at = lastTyped(this.#file);
    this.standing.set(this.#isOnDevice ? { kind: "device", at, code } : { kind: "not-kept", code });
    if (!mayComeThrough(problem)) return;
    this.#saveSoon(this.#retryMilliseconds);
    this.#retryMilliseconds = Math.min(this.#retryMilliseconds * 2, longestRetryMilliseconds);
  }

  settle(id: string): void {
    const word = this.elsewhere.get().find((one) => one.id === id);
    if (word === undefined) return;
    this.elsewhere.set(this.elsewhere.get().filter((one) => one !== word));
    this.#take(settledIn(this.#file, word, newId));
  }

  idToSend(): string | undefined {
    return Object.keys(this.#file.fields).length === 0 ? undefined : this.#file.id;
  }

  /** Nothing is typed any more: what comes next is another draft. */
  #begin(): void {
    const { shelf } = this.#ground;
    const file = this.#file;
    this.#turn++;
    clearTimeout(this.#deviceTimer);
    clearTimeout(this.#serverTimer);
    this.#deviceTimer = undefined;
    this.#file = newFile(newId(), this.#place);
    this.standing.set({ kind: "none" });
    this.elsewhere.set([]);
    void shelf.remove(file);
  }

  sent(): void {
    this.#begin();
  }

  /** Another window of the same person sent these words. They keep their name, so that sent once more they are refused. */
  sentElsewhere(): void {
    this.#turn++;
    clearTimeout(this.#serverTimer);
    this.standing.set({ kind: "ended", as: "sent" });
  }

  discard(): void {
    const id = this.idToSend();
    this.#begin();
    if (id !== undefined) void this.#ground.throwAway(id);
  }

  /** Everything at once, before the person leaves. True where the words are kept somewhere. */
  async flush(): Promise<boolean> {
    if (this.standing.get().kind === "typing") await this.#keep();
    await this.save();
    // What was typed while the first was under way.
    await this.save();
    const { kind } = this.standing.get();
    return kind !== "typing" && kind !== "not-kept";
  }

  /** To the device alone, and at once: the page is being closed. */
  hurry(): void {
    if (this.standing.get().kind === "typing") void this.#keep();
    void this.save();
  }
}
