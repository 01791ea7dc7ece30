/** A noun of the clinic: one folder of this name under `src/domain`, `src/server` and `src/web`. */
export interface Noun {
  readonly name: string;
  readonly holds: string;
  /** The nouns it may use. Left out: every noun above it. The three foundations are always open. */
  readonly uses?: readonly string[];
}

/** What every noun stands on, and what code below all nouns (platform, parts of screens) may know. */
export const foundations: readonly Noun[] = [
  { name: "basics", holds: "cents, dates, ids, names, addresses, result" },
  { name: "contract", holds: "the route kit: one act of the API, its types and its problems" },
  { name: "access", holds: "accounts, sessions, roles, permissions" },
];

/**
 * Which noun may use which, lowest first. The import rules of domain, server and screens are made from this
 * table. Care stands above billing, so care never imports billing; reporting reads all.
 */
export const nouns: readonly Noun[] = [
  { name: "audit", holds: "reading the trail: who saw or did what", uses: [] },
  { name: "operations", holds: "jobs, outbox, caught mail, health of the machine", uses: [] },
  { name: "practice", holds: "organization, sites, rooms, staff, credentials", uses: [] },
  { name: "drafts", holds: "what was typed and is not sent yet", uses: ["practice"] },
  { name: "programs", holds: "levels of care, programs, tracks, curriculum, hour and week rules" },
  { name: "payers", holds: "payers, their contracts and fee schedules" },
  { name: "patients", holds: "person, identifiers, contacts" },
  { name: "privacy", holds: "labels, consents, the disclosure door, break-glass" },
  { name: "tasks", holds: "work queue: owner, due rule, clock, closure" },
  { name: "messaging", holds: "secure messages, reminders, notifications" },
  { name: "forms", holds: "form definitions as data, one renderer and reader" },
  { name: "measures/instruments", holds: "instruments as data" },
  { name: "diagnoses", holds: "ICD-10-CM with validity by date" },
  { name: "coverage", holds: "policies, eligibility, benefits, estimates, authorizations" },
  { name: "admissions", holds: "inquiry, referral, level of care, enrollment, discharge" },
  { name: "scheduling", holds: "series, sessions, membership, attendance (the minutes ledger)" },
  { name: "measures", holds: "requests, responses, scores, alerts, outcomes" },
  { name: "charting", holds: "assessments, treatment plan, notes, signatures, safety plan" },
  { name: "health", holds: "medications, allergies, vitals, labs and drug screens" },
  { name: "support", holds: "case management, family work, peer support, outside referrals" },
  { name: "recovery", holds: "skills practice, diary, relapse prevention, aftercare, follow-up" },
  { name: "utilization", holds: "reviews, packets, denials, appeals" },
  { name: "finder", holds: "public listings with live seats, matching quiz" },
  { name: "billing/charges", holds: "what a rendered service is worth to whom" },
  { name: "billing/claims", holds: "claims as they were billed" },
  { name: "billing/remittance", holds: "payments and takebacks of payers" },
  { name: "billing/ledger", holds: "every cent, double entry" },
  { name: "billing/statements", holds: "what a person owes, in plain words" },
  { name: "imports", holds: "people brought from other systems, entry by entry" },
  { name: "exports", holds: "a person's chart or a whole organization, handed over" },
  { name: "reporting", holds: "reads all, writes nothing" },
];

/** Nouns heard by others only through what they announce (`*.events.ts`), and who hears them so. */
export const heardThroughEvents = {
  speakers: ["scheduling", "charting"],
  listeners: nouns.filter((noun) => noun.name.startsWith("billing/")).map((noun) => noun.name),
};

/** The nouns above the foundations that `name` may not use. */
export const closedTo = (name: string): readonly string[] => {
  const place = nouns.findIndex((noun) => noun.name === name);
  if (place === -1) throw new Error(`${name} is not in the table of nouns`);
  const open = nouns[place]?.uses ?? nouns.slice(0, place).map((noun) => noun.name);
  return nouns.map((noun) => noun.name).filter((other) => other !== name && !open.includes(other));
};
