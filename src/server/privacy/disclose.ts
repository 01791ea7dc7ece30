import { createHash } from "node:crypto";
import { labelOf } from "#domain/basics/label.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Consent } from "#domain/privacy/consent.ts";
import type { Channel, Disclosure, Recipient } from "#domain/privacy/disclosure.ts";
import type { DisclosurePurpose, Information } from "#domain/privacy/information.ts";
import {
  mayDisclose,
  type Ground,
  type Refusal,
  type Verdict,
} from "#domain/privacy/may-disclose.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";
import { keptBackBy } from "#domain/privacy/restriction-rules.ts";
import type { Restriction } from "#domain/privacy/restriction.ts";
import { announceAll } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";
import { holdConsents } from "#server/privacy/consent.service.ts";
import { disclosureOf } from "#server/privacy/disclosure-of.ts";
import { insertDisclosures } from "#server/privacy/disclosure.queries.ts";
import { holdRestrictions } from "#server/privacy/restriction.service.ts";

/** A record that is about to leave, with the label it carries. */
export interface Leaving {
  readonly kind: string;
  readonly id: string | null;
  readonly label: string | null;
}

/** What is about to be told to whom, and why. */
export interface Telling {
  readonly patientId: string;
  readonly recipient: Recipient;
  readonly purpose: DisclosurePurpose;
  readonly information: readonly Information[];
  readonly records: readonly Leaving[];
  readonly channel: Channel;
  /** What is sent, to the byte; null for what is said aloud. */
  readonly content: string | Uint8Array | null;
  /** What opens it besides consent; left out, consent and the law have to. */
  readonly ground?: Ground | null;
}

/** What must go along with what is sent: the notice, and the consent or what it covers (42 CFR 2.32). */
export interface Accompaniment {
  readonly notice: Notice | null;
  readonly consent: Consent | null;
}

type Allowed = Extract<Verdict, { readonly allowed: true }>;

/** One telling that may leave, and what must go along with it. */
export interface Passing<One extends Telling> extends Accompaniment {
  readonly telling: One;
}

/** One telling that may not. */
export interface Stopped<One extends Telling> {
  readonly telling: One;
  readonly refused: Refusal;
}

const groundColumns = (ground: Ground | null) => {
  const emergency = ground?.basis === "emergency" ? ground.emergency : null;
  const judged = ground?.basis === "minor-threat" ? ground.judged : null;
  return {
    emergencyGround: emergency?.ground ?? null,
    emergencyNature: emergency?.nature ?? null,
    recipientAffiliation: emergency?.affiliation ?? null,
    toldBy: emergency?.toldBy ?? null,
    toldAt: emergency?.toldAt ?? null,
    courtOrderId: ground?.basis === "court-order" ? ground.order.id : null,
    minorRelation: judged?.relation ?? null,
    minorLacksCapacity: judged?.lacksCapacity ?? null,
    minorThreat: judged?.threat ?? null,
    minorReducedBy: judged?.reducedBy ?? null,
    recordReviewId: ground?.basis === "audit" ? ground.review.id : null,
  };
};

/** What is known of a patient at the moment of telling. */
interface Known {
  readonly consents: readonly Consent[];
  readonly restrictions: readonly Restriction[];
  readonly today: string;
}

/** Only an emergency opens what was agreed to be kept back (42 CFR 2.26(a)(3)). */
const passedOver = (telling: Telling, { restrictions, today }: Known): string | null =>
  telling.ground?.basis === "emergency"
    ? (keptBackBy(restrictions, telling, today)?.id ?? null)
    : null;

const rowsOf = (work: Work, telling: Telling, verdict: Allowed, known: Known) => {
  const { patientId, recipient, purpose, information, channel, content } = telling;
  const sha256 = content === null ? null : createHash("sha256").update(content).digest("hex");
  return telling.records.map(({ kind, id, label }) => ({
    id: work.newId(),
    patientId,
    at: work.now.toString(),
    recipient: recipient.name,
    purpose,
    information: [...information],
    recordKind: kind,
    recordId: id,
    label: labelOf(label),
    basis: verdict.basis,
    consentId: verdict.consentId,
    noticeVersion: verdict.notice?.version ?? null,
    channel,
    contentSha256: sha256,
    accountId: work.actor.accountId,
    actorName: work.actor.name,
    ...groundColumns(telling.ground ?? null),
    restrictionId: passedOver(telling, known),
  }));
};

const verdictOf = (telling: Telling, { today, ...known }: Known): Verdict => {
  const labels = telling.records.map((record) => record.label);
  // Nothing is told of no record: the accounting could not say what it was.
  if (labels.length === 0)
    return { allowed: false, refused: "nothing-to-tell", label: "restricted" };
  return mayDisclose({ ...telling, ...known, labels, on: today });
};

/**
 * The one way out. Whatever leaves the organization about people passes here: the consents are read and held now, at the
 * moment of sending, so that what was revoked a second ago discloses nothing; what was agreed to be kept back stays here; the accounting is written in the transaction
 * of the sender, before anything is sent; `send` is handed what may leave, with what must go along, and is not called where
 * nothing may. Each telling is decided on its own (42 CFR 2.13, 2.31(c), 2.32, 2.25). The statements are as many for a
 * thousand people as for one.
 */
export const discloseMany = async <One extends Telling, Sent>(
  work: Work,
  tellings: readonly One[],
  send: (passing: readonly Passing<One>[]) => Promise<Sent>,
): Promise<{
  readonly disclosures: Disclosure[];
  readonly stopped: readonly Stopped<One>[];
  readonly sent: Sent | null;
}> => {
  const patientIds = [...new Set(tellings.map(({ patientId }) => patientId))];
  const { consents, today } = await holdConsents(work, patientIds);
  const restrictions = await holdRestrictions(work, patientIds, today);
  const own = Map.groupBy(consents, ({ patientId }) => patientId);
  const asked = Map.groupBy(restrictions, ({ patientId }) => patientId);
  const rows: ReturnType<typeof rowsOf> = [];
  const passing: Passing<One>[] = [];
  const stopped: Stopped<One>[] = [];
  for (const telling of tellings) {
    const known = {
      consents: own.get(telling.patientId) ?? [],
      restrictions: asked.get(telling.patientId) ?? [],
      today,
    };
    const verdict = verdictOf(telling, known);
    if (!verdict.allowed) stopped.push({ telling, refused: verdict.refused });
    else {
      rows.push(...rowsOf(work, telling, verdict, known));
      const consent = known.consents.find((one) => one.id === verdict.consentId) ?? null;
      passing.push({ telling, notice: verdict.notice, consent });
    }
  }
  if (passing.length === 0) return { disclosures: [], stopped, sent: null };
  await insertDisclosures(work, rows);
  const told = new Set(passing.map(({ telling }) => telling.patientId));
  announceAll(work, "disclosure", [...told]);
  return {
    disclosures: rows.map((row) => disclosureOf({ ...row, struckAt: null, struckBy: null })),
    stopped,
    sent: await send(passing),
  };
};

/** The same door for one telling. A refusal sends nothing and is the answer of the request. */
export const disclose = async <Sent>(
  work: Work,
  telling: Telling,
  send: (along: Accompaniment) => Promise<Sent>,
): Promise<{ readonly disclosures: Disclosure[]; readonly sent: Sent }> => {
  const { disclosures, stopped, sent } = await discloseMany(work, [telling], async ([only]) => ({
    done: await send({ notice: only?.notice ?? null, consent: only?.consent ?? null }),
  }));
  if (sent === null) throw new Problem(stopped[0]?.refused ?? "nothing-to-tell", 403);
  return { disclosures, sent: sent.done };
};
