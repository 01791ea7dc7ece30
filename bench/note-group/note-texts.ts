import type { GroupToSign } from "./group-ground.queries.ts";

/** Signers at the same time. */
export const connections = 4;

const wordsInSentence = 14;
const vocabulary = 600;

/** A sentence that is like no other: what is measured is signing, and the clone meter refuses what is copied. */
export const newSentence = (): string =>
  Array.from(
    { length: wordsInSentence },
    () => `word${Math.floor(Math.random() * vocabulary).toString(36)}`,
  ).join(" ");

export const shared = {
  topic: "Riding the urge",
  curriculum: "Module 7 of 12",
  interventions: ["Relapse prevention"],
  whatWeDid: "Taught the wave model and led a guided practice.",
  howItWent: "Warm and attentive; early warning signs were compared.",
  nextTime: null,
};

/** What a screen sends that signs this group. */
export const signatureOf = ({ rows }: GroupToSign) => ({
  shared: { fields: shared, revision: 0 },
  rows: rows.map((row) => ({
    ...row,
    participation: "some",
    response: "shared",
    progress: "steady",
    risk: "none-noted",
    nextStep: null,
    sentence: newSentence(),
    attendanceVersion: 1,
    revision: 0,
  })),
});
export type SentSignature = ReturnType<typeof signatureOf>;
