import type { ContactRelation } from "#domain/patients/contact.ts";

/** What somebody is to the patient, by the codes of v3-RoleCode (HL7) and the words people write instead. */
const relationCodes: readonly (readonly [ContactRelation, readonly string[]])[] = [
  ["guardian", ["guard", "grdn", "guardian", "hpowatt"]],
  [
    "parent",
    "prn mth fth nmth nfth mthfst fthfst stpmth stpfth stpprn adoptp adoptm adoptf mother father parent madre padre".split(
      " ",
    ),
  ],
  ["spouse", "sps spouse husb wife husband esposo esposa".split(" ")],
  ["partner", "dompart sigoth partner pareja".split(" ")],
  [
    "child",
    "child chldadopt dauadopt sonadopt chldfost daufost sonfost dauc dau son nchild ndau nson stpchld stpdau stpson daughter hija hijo".split(
      " ",
    ),
  ],
  [
    "sibling",
    "sib bro sis nsib nbro nsis hsib hbro hsis stpsib stpbro stpsis twin brother sister sibling hermano hermana".split(
      " ",
    ),
  ],
  [
    "grandparent",
    "grprn grmth grfth mgrmth mgrfth pgrmth pgrfth grandmother grandfather grandparent abuela abuelo".split(
      " ",
    ),
  ],
  [
    "other-relative",
    "fammemb ext cousn mcousn pcousn niece nephew niene aunt uncle maunt muncle paunt puncle inlaw brinlaw sisinlaw mthinlaw fthinlaw prninlaw chldinlaw grndchild grnddau grndson family relative".split(
      " ",
    ),
  ],
  ["friend", ["frnd", "friend", "nbor", "neighbor", "room", "roommate", "amigo", "amiga"]],
  ["sponsor", ["sponsor", "spon"]],
  ["employer", ["e", "employer"]],
  ["attorney", ["attorney", "poatt", "durpoa", "dpowatt"]],
];

/** What somebody is by these codes or words, in small letters; `other` where none says it. */
export const relationAmong = (codes: readonly string[]): ContactRelation =>
  relationCodes.find(([, known]) => known.some((code) => codes.includes(code)))?.[0] ?? "other";

/** The same by a word as somebody types it: `Mother`, `esposo`. */
export const relationOf = (word: string | undefined): ContactRelation =>
  relationAmong(word === undefined ? [] : [word.trim().toLowerCase()]);
