import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { TrailFindingView } from "#domain/audit/trail-report.ts";
import { sayDeed } from "#web/audit/event-words.ts";
import { sayMoment } from "#web/platform/dates.ts";

const words: Readonly<Record<TrailFindingView["code"], MessageDescriptor>> = {
  "event-altered": msg({
    message: "The line of {at} (“{deed}”) was changed after it was sealed in batch {number}.",
  }),
  "event-deleted": msg({ message: "A line that was sealed in batch {number} is gone: {id}." }),
  "events-outside": msg({
    message:
      "{count, plural, one {# line stands} other {# lines stand}} in no batch: slipped in around the door, or left by a batch that was removed. The first is of {at} (“{deed}”).",
  }),
  "events-waiting": msg({
    message:
      "{count, plural, one {# line waits} other {# lines wait}} for a seal since {since}. The sealer stands still.",
  }),
  "seal-altered": msg({ message: "Batch {number} was changed after it was sealed." }),
  "seals-missing": msg({
    message: "{batches, plural, one {Batch {from} is} other {Batches {from} to {until} are}} gone.",
  }),
  "chain-broken": msg({ message: "Batch {number} does not follow from the one before it." }),
  "seal-replaced": msg({
    message: "Batch {number} is another one than was sealed on {sealedAt}.",
  }),
  "end-cut": msg({
    message:
      "The end was cut off: {batches, plural, one {batch {from} is} other {batches {from} to {until} are}} gone, sealed until {sealedAt}.",
  }),
  "anchors-missing": msg({
    message:
      "Outside of the database, {anchored} of {seals} batches are written down. The file was lost, or a part of it.",
  }),
  "anchors-behind": msg({
    message:
      "Outside of the database, batches are written down up to {anchored}; the last one here is {sealed}.",
  }),
  "anchors-unreadable": msg({
    message:
      "{lines, plural, one {# line} other {# lines}} of the file outside of the database cannot be read.",
  }),
};

const moments = new Set(["at", "since", "sealedAt"]);

/** What a verification found, as a sentence with its moments on the wall of `zone`. */
export const sayFinding = ({ code, values }: TrailFindingView, zone: string): string => {
  const said: Record<string, unknown> = { ...values };
  for (const [name, value] of Object.entries(values))
    if (moments.has(name) && typeof value === "string") said[name] = sayMoment(value, zone);
  if (typeof values["verb"] === "string") said["deed"] = sayDeed(values["verb"]);
  if (typeof values["from"] === "number" && typeof values["until"] === "number")
    said["batches"] = values["until"] - values["from"] + 1;
  return i18n._({ ...words[code], values: said });
};
