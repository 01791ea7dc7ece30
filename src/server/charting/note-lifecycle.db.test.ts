import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as api from "#domain/charting/member-note.api.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import { signSession } from "#domain/charting/session-room.api.ts";
import { newId } from "#server/platform/ids.ts";
import { addColleague, type Colleague, type Member } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: NoteHouse;
let otherSupervisor: Colleague;
let patient: TestPerson;
beforeAll(async () => {
  house = await openNoteHouse();
  otherSupervisor = await addColleague(house.product, house.here, "supervisor", "Petra Olmsted");
  patient = await house.product.addPerson(house.here, ["patient"]);
});
afterAll(() => house.product.close());

const deeds = [
  "sign",
  "addend",
  "correct",
  "cosign",
  "return",
  "retract",
  "write",
  "sign-again",
] as const;
type Deed = (typeof deeds)[number];
type Actor =
  | "intern"
  | "therapist"
  | "supervisor"
  | "otherSupervisor"
  | "biller"
  | "patient"
  | "stranger";
const actors: readonly Actor[] = [
  "intern",
  "intern",
  "therapist",
  "supervisor",
  "supervisor",
  "otherSupervisor",
  "biller",
  "patient",
  "stranger",
];

/** A note as the rules say it must be, kept beside the product and without its code. */
interface Kept {
  readonly id: string;
  readonly author: Actor;
  readonly sessionId: string;
  readonly member: Member;
  state: "signed" | "waiting" | "returned" | "cosigned" | "superseded" | "retracted";
  acts: number;
}

const personOf = (actor: Actor): TestPerson =>
  ({
    intern: house.intern,
    therapist: house.therapist,
    supervisor: house.supervisor,
    otherSupervisor,
    biller: house.biller,
    patient,
    stranger: house.stranger,
  })[actor];

const signs = (actor: Actor): boolean => !["biller", "patient"].includes(actor);
const cosigns = (actor: Actor): boolean => ["supervisor", "otherSupervisor"].includes(actor);

/** What the rules answer: the status, and where the note stands afterwards. */
const ruled = (
  actor: Actor,
  deed: Exclude<Deed, "sign">,
  note: Kept,
): { status: number; to?: Kept["state"] } => {
  const isOver = note.state === "superseded" || note.state === "retracted";
  // What was signed is neither drafted nor signed a second time, whatever became of it.
  const isAnew = deed === "write" || deed === "sign-again";
  const mayTry = deed === "cosign" || deed === "return" ? cosigns(actor) : signs(actor);
  // Another organization's therapist may sign, and their role is asked before the record is looked for.
  if (!mayTry) return { status: 403 };
  if (actor === "stranger") return { status: 404 };
  if (isOver || isAnew) return { status: 409 };
  switch (deed) {
    case "addend":
      return { status: 201, to: note.state };
    case "correct":
      if (actor !== note.author) return { status: 403 };
      return { status: 201, to: "superseded" };
    case "retract":
      if (actor !== note.author && !cosigns(actor)) return { status: 403 };
      return { status: 200, to: "retracted" };
    case "cosign":
    case "return":
      if (note.author !== "intern" || note.state === "cosigned") return { status: 409 };
      if (actor !== "supervisor") return { status: 403 };
      return { status: 200, to: deed === "cosign" ? "cosigned" : "returned" };
  }
};

/** Everything that was ever signed here, as one hash for each row. */
const signedRows = async (): Promise<Map<string, string>> => {
  const { rows } = await house.product.ownerPool.query<{ id: string; text: string }>(
    `select id, row(m.*)::text as text from stepwell.member_note m
      union all select id, row(n.*)::text from stepwell.session_note n
      union all select id, row(a.*)::text from stepwell.note_act a`,
  );
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  return new Map(rows.map(({ id, text }) => [id, digest(text)]));
};

const rowsOf = async (text: string): Promise<unknown[]> => {
  const { rows } = await house.product.ownerPool.query(text, [house.here.organizationId]);
  return rows;
};

/** What must hold of everything that was signed, whoever did whatever. */
const broken = async (): Promise<unknown[]> => [
  ...(await rowsOf(`select 'cosigned by its author' as what, a.id from stepwell.note_act a
      join stepwell.member_note m on m.organization_id = a.organization_id and m.id = a.note_id
     where a.organization_id = $1 and a.kind = 'cosign' and (a.staff_id = m.author_staff_id or a.account_id = m.account_id)`)),
  ...(await rowsOf(`select 'cosigned twice' as what, a.note_id from stepwell.note_act a
     where a.organization_id = $1 and a.kind = 'cosign' group by a.note_id having count(*) > 1`)),
  ...(await rowsOf(`select 'kept less closely than what it replaces' as what, m.id from stepwell.member_note m
      join stepwell.member_note o on o.organization_id = m.organization_id and o.id = m.corrects_id
     where m.organization_id = $1 and stepwell.label_rank(m.label) < stepwell.label_rank(o.label)`)),
  ...(await rowsOf(`select 'an act of somebody else''s chart' as what, a.id from stepwell.note_act a
      join stepwell.member_note m on m.organization_id = a.organization_id and m.id = a.note_id
     where a.organization_id = $1 and a.patient_id <> m.patient_id`)),
  ...(await rowsOf(`select 'signed without its errand' as what, m.id from stepwell.member_note m
     where m.organization_id = $1 and not exists (select from stepwell.outbox o where o.organization_id = m.organization_id
       and (o.payload -> 'noteIds' ? m.id::text or o.payload ->> 'noteIds' = m.id::text))`)),
];

/** What was answered, and what the rules say. */
interface Outcome {
  readonly told: string;
  readonly answered: number;
  readonly ruled: number;
}

class Run {
  readonly below: (most: number) => number;
  readonly notes: Kept[] = [];
  constructor(seed: number) {
    this.below = seededNumbers(seed);
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  }

  async sign(actor: Actor): Promise<Outcome> {
    const [member] = await house.group(1);
    if (member === undefined) throw new Error("nobody");
    const sessionId = await house.session([member]);
    const answer = await house.product.call(
      personOf(actor),
      signSession,
      signatureOf(sessionId, [member]),
    );
    const status = signs(actor) ? (actor === "stranger" ? 404 : 201) : 403;
    const outcome = { told: `${actor} signs`, answered: answer.status, ruled: status };
    if (!answer.ok) return outcome;
    const id = answer.body.notes[0]?.id ?? "";
    this.notes.push({
      id,
      author: actor,
      sessionId,
      member,
      state: actor === "intern" ? "waiting" : "signed",
      acts: 0,
    });
    return outcome;
  }

  async act(
    actor: Actor,
    deed: Exclude<Deed, "sign">,
    note: Kept,
    words: string,
  ): Promise<Outcome> {
    const person = personOf(actor);
    const { part } = await house.done(house.therapist, api.readNote, { noteId: note.id });
    const { id: noteId, sessionId, member } = note;
    const patch = { id: newId(), patientId: member.patientId, field: "sentence" as const };
    const call = {
      addend: () => house.product.call(person, api.addAddendum, { noteId, words }),
      correct: () =>
        house.product.call(person, api.correctNote, {
          noteId,
          part: { ...part, nextStep: words },
          reason: words,
        }),
      cosign: () => house.product.call(person, api.cosignNote, { noteId, words: null }),
      return: () => house.product.call(person, api.returnNote, { noteId, words }),
      retract: () => house.product.call(person, api.retractNote, { noteId, reason: words }),
      write: () =>
        house.product.call(person, patchNoteDraft, {
          sessionId,
          patches: [{ ...patch, value: words, baseRevision: 0 }],
        }),
      "sign-again": () => house.product.call(person, signSession, signatureOf(sessionId, [member])),
    }[deed];
    const answer = await call();
    const { status, to } = ruled(actor, deed, note);
    const told = `${actor}: ${deed} what ${note.author} signed, ${note.state}`;
    const outcome = { told, answered: answer.status, ruled: status };
    if (!answer.ok || to === undefined) return outcome;
    note.state = to;
    if (deed !== "correct") note.acts++;
    else {
      const state = note.author === "intern" ? "waiting" : "signed";
      if ("id" in answer.body) this.notes.push({ ...note, id: answer.body.id, state, acts: 0 });
    }
    return outcome;
  }

  /** What is read of every note, and what the rules made of it. */
  async standing(): Promise<{ read: unknown; ruled: unknown }[]> {
    const found = [];
    for (const { id, state, acts } of this.notes) {
      const note = await house.done(house.therapist, api.readNote, { noteId: id });
      const read = { state: note.state, acts: note.acts.length, isIntact: note.signature.isIntact };
      found.push({ read, ruled: { state, acts, isIntact: true } });
    }
    return found;
  }
}

test.each([20_261_119, 11])(
  "whoever does whatever in whatever order (seed %i): every note stands where the rules put it",
  async (seed) => {
    const run = new Run(seed);
    await run.sign("intern");
    let known = await signedRows();
    for (let step = 0; step < 80; step++) {
      const actor = run.oneOf(actors);
      const deed = run.oneOf(deeds);
      const before = run.notes.map(({ state, acts }) => state + acts).join();
      const words = `Word ${step} of run ${seed}.`;
      const {
        told,
        answered,
        ruled: status,
      } = deed === "sign"
        ? await run.sign(actor)
        : await run.act(actor, deed, run.oneOf(run.notes.slice(-4)), words);
      expect({ told, status: answered }).toEqual({ told, status });
      const now = await signedRows();
      for (const [id, digest] of known) expect(now.get(id)).toBe(digest);
      // What was refused leaves nothing.
      if (run.notes.map(({ state, acts }) => state + acts).join() === before)
        expect(now.size).toBe(known.size);
      else expect(now.size).toBeGreaterThan(known.size);
      known = now;
    }
    for (const { read, ruled: status } of await run.standing()) expect(read).toEqual(status);
    expect(await broken()).toEqual([]);
    expect(new Set(run.notes.map(({ state }) => state)).size).toBeGreaterThan(2);
  },
  60_000,
);

test("nobody cosigns what they signed themselves, as whichever colleague they are entered since", async () => {
  const senior = await addColleague(house.product, house.here, "supervisor", "Edda Marlow");
  const author = await addColleague(house.product, house.here, "facilitator", "Rune Callis", {
    supervisorId: senior.staffId,
    needsSupervision: true,
  });
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const sessionId = await house.session([member]);
  const { notes } = await house.done(author, signSession, signatureOf(sessionId, [member]));
  const noteId = notes[0]?.id ?? "";
  const enter = (account: Colleague, staffId: string | null, roles: readonly string[]) =>
    house.product.ownerPool.query(
      "update stepwell.affiliation set staff_id = $3, roles = $4 where organization_id = $1 and account_id = $2",
      [house.here.organizationId, account.accountId, staffId, roles],
    );
  await enter(senior, null, ["supervisor"]);
  await enter(author, senior.staffId, ["supervisor"]);
  const note = await house.done(author, api.readNote, { noteId });
  expect(note.may).toMatchObject({ cosign: false, return: false });
  expect(await house.refused(author, api.cosignNote, { noteId, words: null })).toMatchObject({
    status: 403,
    code: "not-the-supervisor",
  });
  expect(await broken()).toEqual([]);
});
