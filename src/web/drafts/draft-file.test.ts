import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeWord, ownField, type KeptFields } from "#domain/drafts/draft-fields.ts";
import type { Draft } from "#domain/drafts/draft.ts";
import {
  answered,
  elsewhereOf,
  fileOf,
  newFile,
  onTop,
  settledIn,
  triedNow,
  typedInto,
  waitingIn,
  wordsIn,
  type DraftFile,
  type Patches,
} from "#web/drafts/draft-file.ts";
import { isDraftFile } from "#web/drafts/read-file.ts";

const at = "2026-11-19T20:00:00Z";
const place = { route: "POST /sites", form: "site-new", recordId: null, place: "/staff" };
const writer = { accountId: null, name: "Ada", at };

let count = 0;
const newId = (): string => `id ${++count}`;
const moment = { at, newId };

/** The server's side of one draft: pure, and as forgetful as a killed process is not. */
class Server {
  fields: KeptFields = {};

  hear(patches: Patches) {
    for (const { word, ...patch } of patches)
      this.fields = mergeWord(
        this.fields,
        { ...patch, word: word && { now: word.now, was: word.was } },
        writer,
      );
    const said = patches.map(({ field }) => field);
    return {
      draftId: "draft",
      savedAt: at,
      ended: null,
      fields: Object.fromEntries(
        Object.entries(this.fields)
          .filter(([name]) => said.includes(name))
          .map(([name, field]) => [name, ownField(field)]),
      ),
    };
  }

  draft(): Draft {
    const fields = Object.entries(this.fields).map(([name, field]) => [name, ownField(field)]);
    return {
      id: "draft",
      ...place,
      verb: "site.create",
      createdAt: at,
      changedAt: at,
      revision: 1,
      fields: Object.fromEntries(fields),
    };
  }

  words(name: string): readonly unknown[] {
    const field = this.fields[name];
    return [field?.value?.now, ...(field?.beside ?? []).map(({ value }) => value?.now)];
  }
}

type Network = "works" | "request lost" | "answer lost";

/** One window that types and sends; what it keeps survives a reload. */
class Window {
  file: DraftFile = newFile("draft", place);
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  type(text: string): void {
    this.file = typedInto(this.file, { name: { now: text, was: "" } }, moment);
  }

  send(network: Network): void {
    this.file = triedNow(this.file);
    const patches = waitingIn(this.file);
    if (patches.length === 0 || network === "request lost") return;
    const answer = this.#server.hear(patches);
    if (network === "works") this.file = answered(this.file, patches, answer, newId);
  }

  reload(): void {
    const kept: unknown = JSON.parse(JSON.stringify(this.file));
    if (!isDraftFile(kept)) throw new Error("a file that is not read again");
    this.file = onTop(kept, fileOf(this.#server.draft()));
  }

  get text(): unknown {
    return wordsIn(this.file)["name"]?.now;
  }
}

const network = fc.constantFrom<Network>("works", "works", "request lost", "answer lost");

test("whatever is lost on the way: in the end the server has exactly what stands in the field, and nothing beside", () => {
  const step = fc.oneof(
    fc.record({
      act: fc.constant("type" as const),
      text: fc.string({ minLength: 1, maxLength: 3 }),
    }),
    fc.record({ act: fc.constant("send" as const), network }),
    fc.record({ act: fc.constant("reload" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const server = new Server();
      const window = new Window(server);
      let last: string | undefined;
      for (const one of steps) {
        if (one.act === "type") {
          window.type(one.text);
          last = one.text;
        } else if (one.act === "send") window.send(one.network);
        else window.reload();
        expect(window.text).toBe(last);
      }
      window.send("works");
      window.send("works");
      expect(waitingIn(window.file)).toEqual([]);
      expect(server.words("name")).toEqual([last]);
    }),
    { numRuns: 2_000 },
  );
});

test("two windows of one person: the last words of both are at the server, in whatever order they type and send", () => {
  const step = fc.record({
    which: fc.nat(1),
    text: fc.option(fc.string({ minLength: 1, maxLength: 3 })),
    network,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const server = new Server();
      const windows = [new Window(server), new Window(server)];
      for (const { which, text, network: state } of steps) {
        const window = windows[which];
        if (text === null) window?.send(state);
        else window?.type(`${which}${text}`);
      }
      for (const window of [...windows, ...windows]) window.send("works");
      for (const { text } of windows)
        if (text !== undefined) expect(server.words("name")).toContain(text);
    }),
    { numRuns: 2_000 },
  );
});

test("what was typed in another window is shown, and choosing settles it", () => {
  const server = new Server();
  const [one, other] = [new Window(server), new Window(server)];
  one.type("Pearl");
  one.send("works");
  other.type("Opal");
  other.file = triedNow(other.file);
  const patches = waitingIn(other.file);
  const answer = server.hear(patches);
  other.file = answered(other.file, patches, answer, newId);
  const [pearl, ...more] = elsewhereOf(answer.fields, other.file);
  expect(pearl).toMatchObject({ field: "name", now: "Pearl" });
  expect(more).toEqual([]);
  if (pearl === undefined) throw new Error("nothing elsewhere");
  other.file = settledIn(other.file, pearl, newId);
  other.send("works");
  expect(server.words("name")).toEqual(["Opal"]);
});

/** Sends what waits, goes on typing while it is under way, and tells what the answer shows of elsewhere. */
const typedMeanwhile = (server: Server, window: Window, text: string) => {
  window.file = triedNow(window.file);
  const patches = waitingIn(window.file);
  const answer = server.hear(patches);
  window.type(text);
  window.file = answered(window.file, patches, answer, newId);
  return elsewhereOf(answer.fields, window.file).map(({ now }) => now);
};

test("whoever types on while their words are under way has typed nothing elsewhere", () => {
  const server = new Server();
  const [one, other] = [new Window(server), new Window(server)];
  one.type("Pea");
  expect(typedMeanwhile(server, one, "Pearl")).toEqual([]);
  other.type("Op");
  expect(typedMeanwhile(server, other, "Opal")).toEqual(["Pea"]);
});

test("what is not a draft of this version is not read", () => {
  const file = new Window(new Server());
  file.type("x");
  expect(isDraftFile(JSON.parse(JSON.stringify(file.file)))).toBe(true);
  for (const other of [
    null,
    1,
    "x",
    [],
    {},
    { ...file.file, fields: [] },
    { ...file.file, fields: { a: {} } },
  ])
    expect(isDraftFile(other)).toBe(false);
});
