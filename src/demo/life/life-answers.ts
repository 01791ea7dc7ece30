import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { sendAgain } from "#domain/billing/claims/acknowledgment.api.ts";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { correctClaim } from "#domain/billing/claims/claim.api.ts";
import { changeCoverage } from "#domain/coverage/coverage.api.ts";
import { openFrom } from "#demo/holidays.ts";
import { dayAfter, daysFrom, momentOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { workAs } from "#demo/life/life-house.ts";
import { sentFileOf, type SentFile } from "#edi/999/sent-file.ts";
import { contentAcknowledgment, envelopeAcknowledgment } from "#edi/999/stand-in-acknowledgment.ts";
import { takeInAcknowledgment } from "#server/billing/claims/acknowledgment.service.ts";
import * as corrections from "#server/billing/claims/claim-correction.service.ts";
import * as files from "#server/billing/claims/claim-file.service.ts";
import * as again from "#server/billing/claims/send-again.service.ts";
import * as coverages from "#server/coverage/coverage.service.ts";
import type { Work } from "#server/platform/work.ts";

/** A life that is shorter has no week to spare for a rejection that is mended and sent again. */
const fewestWeeks = 6;

/** The week of which a file comes back rejected, counted from the first. */
const rejectedWeek = ({ plan: { wish } }: LifeDay): number | null =>
  wish.weeks < fewestWeeks ? null : Math.floor(wish.weeks * 0.6);

const weekOf = ({ plan }: LifeDay, day: string): number =>
  Math.floor(daysFrom(plan.startsOn, day) / 7);

/** No day makes more. */
const mostFiles = 10;

/** Files of a day in the order they were made, with the smallest of several claims. */
const filesOf = async (work: Work, { house }: LifeDay, day: string) => {
  const { rows } = await files.listClaimFiles(
    work,
    listClaimFiles.input.parse({ limit: mostFiles }),
  );
  const made = rows
    .filter(({ createdAt }) => dateAt(Temporal.Instant.from(createdAt), house.zone) === day)
    .toReversed();
  const [small] = made
    .filter(({ claims }) => claims > 2)
    .toSorted((one, other) => one.claims - other.claims);
  return { made, small };
};

/** The insured person's number of the first claim, which the receiver takes for none. */
const wrongNumber = ({ transactions }: SentFile): readonly string[] => {
  const [first] = transactions;
  const [control = ""] = first?.claims ?? [];
  const at = first?.places.findIndex((one) => one.claim === control && one.segment === "NM1") ?? 0;
  return [`IK3*NM1*${at + 1}*2010BA*8`, `CTX*CLM01:${control}`, "IK4*9*67*I12"];
};

const answerTo = async (
  work: Work,
  { id, interchangeControl }: ClaimFile,
  at: { readonly date: string; readonly isRejected: boolean },
): Promise<string> => {
  const file = sentFileOf(await files.contentOf(work, id));
  if (file === null) return "";
  const answer = { control: Number(interchangeControl), date: at.date, time: "1610" };
  return (
    envelopeAcknowledgment(file, { ...answer, verdict: "A" }) +
    contentAcknowledgment(file, {
      ...answer,
      ...(at.isRejected
        ? { verdict: "R" as const, errors: wrongNumber(file) }
        : { verdict: "A" as const }),
    })
  );
};

/** The clearinghouse answers on the afternoon of the day; of the last week one file still waits. */
const takeIn = async (work: Work, day: LifeDay): Promise<void> => {
  const { made, small } = await filesOf(work, day, day.day);
  const isLast = dayAfter(day.day, 7) > day.plan.wish.today;
  const answered = isLast ? made.slice(0, -1) : made;
  const isRejecting = weekOf(day, day.day) === rejectedWeek(day);
  const date = day.day.replaceAll("-", "");
  let text = "";
  for (const file of answered)
    text += await answerTo(work, file, { date, isRejected: isRejecting && file === small });
  if (text === "") return;
  const name = `answers-${date}.999`;
  await takeInAcknowledgment(work, { name, bytes: new TextEncoder().encode(text) });
};

/** The number on the card ends in two digits that nobody had typed: it is put right where the next claim takes it from. */
const mendCard = async (work: Work, patientId: string, payerId: string): Promise<void> => {
  const { rows } = await coverages.listCoverages(work, patientId);
  const policy = rows.find(({ payer, retiredAt }) => payer.id === payerId && retiredAt === null);
  if (policy === undefined) return;
  const { id: coverageId, version, memberNumber } = policy;
  const mended = changeCoverage.input.parse({
    coverageId,
    version,
    memberNumber: `${memberNumber}01`,
  });
  await coverages.changeCoverage(work, mended);
};

/** The morning after a rejection: the claim at fault is made anew, and the others along with it. */
const sendOnceMore = async (work: Work, day: LifeDay, exportedOn: string): Promise<void> => {
  const { small } = await filesOf(work, day, exportedOn);
  if (small === undefined) return;
  const { rows } = await files.readClaimFile(work, small.id);
  for (const { id: claimId, version, patient, rejectedFaults, rejectedAt } of rows)
    if (rejectedAt !== null && rejectedFaults > 0) {
      await mendCard(work, patient.id, small.payer.id);
      await corrections.correctClaim(
        work,
        correctClaim.input.parse({
          claimId,
          version,
          reason: "The member number lacked its last two digits, by the card; it is whole now",
        }),
      );
    }
  const reason = "Rejected unread, with its file";
  await again.sendAgain(work, sendAgain.input.parse({ claimFileId: small.id, reason }));
};

/** What comes back for the files of a day on which some were made. */
export const answersTo = (day: LifeDay): Act => ({
  at: momentOf(day.house.zone, day.day, "16:20"),
  what: "take in answers",
  run: (work) => takeIn(workAs(work, day.house.colleague("Holloway")), day),
});

/** What is done in the morning about a file that came back rejected. */
export const afterRejection = (day: LifeDay, exportedOn: string): readonly Act[] => {
  const next = openFrom(day.plan.daysOff, dayAfter(exportedOn, 1));
  if (weekOf(day, exportedOn) !== rejectedWeek(day) || next !== day.day) return [];
  return [
    {
      at: momentOf(day.house.zone, day.day, "09:40"),
      what: "send again",
      run: (work) => sendOnceMore(workAs(work, day.house.colleague("Holloway")), day, exportedOn),
    },
  ];
};
