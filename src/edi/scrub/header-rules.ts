import type { ClaimHeader } from "#edi/837/claim.ts";
import { bothGuides } from "#edi/scrub/claim-guide.ts";
import { eachPartyText } from "#edi/scrub/claim-texts.ts";
import type { ScrubContext } from "#edi/scrub/scrub-context.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";
import { textRulesOf } from "#edi/scrub/text-rules.ts";
import type { Group } from "#edi/x12/envelope-segments.ts";

/** What stands before the claims of a transaction. */
export interface ExaminedHeader {
  readonly header: ClaimHeader;
  /** Its group, where it is known. */
  readonly group: Group | undefined;
  readonly context: ScrubContext;
}

const groupCode: ScrubRule<ExaminedHeader> = {
  id: "group-code",
  severity: "error",
  mend: "claim",
  source: "005010X222A1 and 005010X223A2, C.1 GS01: HC",
  at: "GS01",
  guides: bothGuides,
  check({ group }, say) {
    if (group !== undefined && group.functional !== "HC")
      say("GS", "GS01", { said: group.functional });
  },
};

const transactionUse: ScrubRule<ExaminedHeader> = {
  id: "transaction-use",
  severity: "error",
  mend: "claim",
  source: "005010X222A1 and 005010X223A2, BHT02: 00 or 18; BHT06: CH, RP or 31",
  at: "BHT02, BHT06",
  guides: bothGuides,
  check({ header }, say) {
    if (header.purpose !== "00" && header.purpose !== "18")
      say("ST", "BHT02", { said: header.purpose });
    if (!/^(?:CH|RP|31)$/.test(header.use)) say("ST", "BHT06", { said: header.use });
  },
};

const transactionDate: ScrubRule<ExaminedHeader> = {
  id: "transaction-date",
  severity: "error",
  mend: "claim",
  source: "005010X222A1 and 005010X223A2, BHT04: the day it was made",
  at: "BHT04",
  guides: bothGuides,
  check({ header, context }, say) {
    const { createdOn } = header;
    if (createdOn === null || (context.today !== undefined && createdOn > context.today))
      say("ST", "BHT04", { said: createdOn ?? "" });
  },
};

const submitterId: ScrubRule<ExaminedHeader> = {
  id: "submitter-id",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 1000A and 1000B NM108: 46, NM109",
  at: "1000A and 1000B NM109",
  guides: bothGuides,
  check({ header }, say) {
    const ask = (loop: string, { idKind, id }: ClaimHeader["submitter"]) => {
      if (idKind !== "46") say(loop, "NM108");
      else if (id === "") say(loop, "NM109");
    };
    ask("1000A", header.submitter);
    ask("1000B", header.receiver);
  },
};

const submitterContact: ScrubRule<ExaminedHeader> = {
  id: "submitter-contact",
  severity: "warning",
  source: "005010X222A1 and 005010X223A2, 1000A PER: a number with its area code, digits alone",
  at: "1000A PER04",
  guides: bothGuides,
  check({ header }, say) {
    const ways = header.submitter.contacts.flatMap((contact) => contact.ways);
    if (ways.length === 0) say("1000A", "PER04");
    for (const { kind, value } of ways)
      if ((kind === "TE" || kind === "FX") && !/^\d{10}$/.test(value)) say("1000A", "PER04");
  },
};

/** The transaction, who sends it and to whom. */
export const headerRules: readonly ScrubRule<ExaminedHeader>[] = [
  groupCode,
  transactionUse,
  transactionDate,
  submitterId,
  submitterContact,
  ...textRulesOf<ExaminedHeader>(({ header }, take) => {
    take("ST", "BHT", 3, header.reference, 50);
    eachPartyText("1000A", header.submitter, take);
    eachPartyText("1000B", header.receiver, take);
  }),
];
