import { cosignNote, correctNote, returnNote } from "#domain/charting/member-note.api.ts";
import { momentOf, weekdayOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { workAs } from "#demo/life/life-house.ts";
import { listWaitingNotes } from "#demo/life/life-sessions.queries.ts";
import { internOf } from "#demo/life/life-staff.ts";
import { getNote } from "#server/charting/member-note.service.ts";
import * as acts from "#server/charting/note-act.service.ts";
import * as corrections from "#server/charting/note-correction.service.ts";
import type { Work } from "#server/platform/work.ts";

const comments = [
  "Which step of the objective was worked on? One clause is enough.",
  "Please say what was seen rather than what was felt.",
  "The sentence fits any evening; add what was this person's own.",
];

/** One in so many is returned. */
const outOf = 5;

/** The lead reads what the intern wrote: most is cosigned, some goes back with a word. */
const readWaiting = async (work: Work, day: LifeDay, supervisorId: string, internId: string) => {
  const waiting = await listWaitingNotes(work, internId);
  const turn = day.chance.whole(0, outOf - 1, "returned", day.day);
  for (const [place, { id: noteId, isReturned, isCorrected }] of waiting.entries()) {
    if (isReturned) continue;
    if (!isCorrected && place % outOf === turn) {
      const words = day.chance.pick(comments, "comment", day.day, place);
      await acts.returnNote(work, returnNote.input.parse({ noteId, words }), supervisorId);
    } else
      await acts.cosignNote(work, cosignNote.input.parse({ noteId, words: null }), supervisorId);
  }
};

const nextSteps = [
  "Goes on with the same step next time, with an example from the week.",
  "Brings one situation in which the step was harder than in the group.",
  "Writes down three evenings on which it was tried, and how it went.",
];
const reasons = [
  "Said more exactly, as the supervisor asked.",
  "Added what is planned next; it was left out.",
  "Named the step that was worked on.",
];

/** The intern writes again what came back, in the afternoon two days a week. */
const writeAgain = async (work: Work, day: LifeDay, internId: string) => {
  const waiting = await listWaitingNotes(work, internId);
  for (const [place, { id: noteId, isReturned }] of waiting.entries()) {
    if (!isReturned) continue;
    const { part } = await getNote(work, noteId, internId);
    const nextStep = day.chance.pick(nextSteps, "written again", day.day, place);
    const reason = day.chance.pick(reasons, "why again", day.day, place);
    const input = correctNote.input.parse({ noteId, part: { ...part, nextStep }, reason });
    await corrections.correctNote(work, input, internId);
  }
};

const workdays = [1, 2, 3, 4, 5];
const internDays = [2, 5];

/** Where there is an intern: what waits for the supervisor, and what came back. */
export const cosigningOf = (day: LifeDay): readonly Act[] => {
  const group = day.plan.groups[internOf.group];
  if (group === undefined || day.plan.daysOff.has(day.day)) return [];
  const intern = day.house.colleague(internOf.familyName);
  const lead = day.house.lead(group);
  const weekday = weekdayOf(day.day);
  const found: Act[] = [];
  if (workdays.includes(weekday))
    found.push({
      at: momentOf(group.zone, day.day, "10:10"),
      what: "cosign",
      run: (work) => readWaiting(workAs(work, lead), day, lead.staffId, intern.staffId),
    });
  if (internDays.includes(weekday))
    found.push({
      at: momentOf(group.zone, day.day, "16:20"),
      what: "write again",
      run: (work) => writeAgain(workAs(work, intern), day, intern.staffId),
    });
  return found;
};
