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
import { announceAll } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";
import { holdConsents } from "#server/privacy/consent.service.ts";
import { disclosureOf } from "#server/privacy/disclosure-of.ts";
import { insertDisclosures } from "#server/privacy/disclosure.queries.ts";

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
  return {
    emergencyGround: emergency?.ground ?? null,
    emergencyNature: emergency?.nature ?? null,
    recipientAffiliation: emergency?.affiliation ?? null,
    toldBy: emergency?.toldBy ?? null,
    toldAt: emergency?.toldAt ?? null,
    courtOrderId: ground?.basis === "court-order" ? ground.order.id : null,
  };
};

const rowsOf = (work: Work, telling: Telling, verdict: Allowed) => {
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
  }));
};

const verdictOf = (telling: Telling, consents: readonly Consent[], today: string): Verdict => {
  const labels = telling.records.map((record) => record.label);
  // Nothing is told of no record: the accounting could not say what it was.
  if (labels.length === 0)
    return { allowed: false, refused: "nothing-to-tell", label: "restricted" };
  return mayDisclose({ ...telling, labels, consents, on: today });
};

/**
 * The one way out. Whatever leaves the organization about people passes here: the consents are read and held now, at the
 * moment of sending, so that what was revoked a second ago discloses nothing; the accounting is written in the transaction
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
  const own = Map.groupBy(consents, ({ patientId }) => patientId);
  const rows: ReturnType<typeof rowsOf> = [];
  const passing: Passing<One>[] = [];
  const stopped: Stopped<One>[] = [];
  for (const telling of tellings) {
    const known = own.get(telling.patientId) ?? [];
    const verdict = verdictOf(telling, known, today);
    if (!verdict.allowed) stopped.push({ telling, refused: verdict.refused });
    else {
      rows.push(...rowsOf(work, telling, verdict));
      const consent = known.find((one) => one.id === verdict.consentId) ?? null;
      passing.push({ telling, notice: verdict.notice, consent });
    }
  }
  if (passing.length === 0) return { disclosures: [], stopped, sent: null };
  await insertDisclosures(work, rows);
  const told = new Set(passing.map(({ telling }) => telling.patientId));
  await announceAll(work, "disclosure", [...told]);
  return { disclosures: rows.map(disclosureOf), stopped, sent: await send(passing) };
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
