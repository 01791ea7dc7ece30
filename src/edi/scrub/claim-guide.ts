import type { PartyRole } from "#edi/837/party.ts";

/** Which of the two claim guides: 005010X222A1 or 005010X223A2. */
export type ClaimGuide = "837p" | "837i";

/** What rules of both guides say of themselves. */
export const bothGuides: readonly ClaimGuide[] = ["837p", "837i"];

type Loops = Readonly<Partial<Record<PartyRole, string>>>;

const claimLoops: Readonly<Record<ClaimGuide, Loops>> = {
  "837p": {
    referring: "2310A",
    "primary-care": "2310A",
    rendering: "2310B",
    "service-facility": "2310C",
    supervising: "2310D",
    "pick-up": "2310E",
    "drop-off": "2310F",
  },
  "837i": {
    attending: "2310A",
    operating: "2310B",
    "other-operating": "2310C",
    rendering: "2310D",
    "service-facility": "2310E",
    referring: "2310F",
  },
};

const lineLoops: Readonly<Record<ClaimGuide, Loops>> = {
  "837p": {
    rendering: "2420A",
    "purchased-service": "2420B",
    "service-facility": "2420C",
    supervising: "2420D",
    ordering: "2420E",
    referring: "2420F",
    "primary-care": "2420F",
    "pick-up": "2420G",
    "drop-off": "2420H",
  },
  "837i": {
    operating: "2420A",
    "other-operating": "2420B",
    rendering: "2420C",
    referring: "2420D",
  },
};

/** The loop in which a claim names somebody. */
export const claimLoopOf = (guide: ClaimGuide, role: PartyRole): string =>
  claimLoops[guide][role] ?? "2310";

/** The loop in which a line names somebody. */
export const lineLoopOf = (guide: ClaimGuide, role: PartyRole): string =>
  lineLoops[guide][role] ?? "2420";
