import { expect, test } from "vitest";
import { noteOffers } from "#web/charting/note-offers.ts";

const nothing = { addend: false, correct: false, retract: false, cosign: false, return: false };
const supervisor = { ...nothing, cosign: true, return: true };
const author = { ...nothing, correct: true };

test.each([
  ["waiting", supervisor, { first: "cosign", cosignsAsItIs: false }],
  ["returned", { ...supervisor, return: false }, { first: null, cosignsAsItIs: true }],
  ["returned", author, { first: "correct", cosignsAsItIs: false }],
  ["cosigned", nothing, { first: null, cosignsAsItIs: false }],
] as const)("a note that is %s offers %o what comes next", (state, may, offers) => {
  expect(noteOffers({ state, may })).toEqual(offers);
});
