import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Progress, Response } from "#domain/charting/note-fields.ts";

const ofResponse: Readonly<Record<Response, MessageDescriptor>> = {
  practiced: msg`Practiced`,
  shared: msg`Shared that`,
  listened: msg`Listened, and named`,
  "helped-others": msg`Offered a peer`,
  withdrawn: msg`Stayed back; when asked,`,
  guarded: msg`Kept to short answers about`,
};

const ofProgress: Readonly<Record<Progress, MessageDescriptor>> = {
  up: msg`Moved forward by`,
  steady: msg`Still working on`,
  down: msg`Lost ground when`,
  met: msg`Reached this objective by`,
  "not-worked": msg`Today instead`,
};

const ofNext = msg`Will`;

/**
 * Beginnings of a sentence that fit the words chosen for this row. They say nothing by themselves: what
 * is this person's own has to be written after them.
 */
export const sentenceStarts = (chosen: {
  readonly response: Response | null;
  readonly progress: Progress | null;
}): readonly MessageDescriptor[] => [
  ...(chosen.response ? [ofResponse[chosen.response]] : []),
  ...(chosen.progress ? [ofProgress[chosen.progress]] : []),
  ofNext,
];
