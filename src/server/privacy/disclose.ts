import { createHash } from "node:crypto";
import { labelOf } from "#domain/basics/label.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Consent } from "#domain/privacy/consent.ts";
import type { Channel, Disclosure, Recipient } from "#domain/privacy/disclosure.ts";
import type { DisclosurePurpose, Information } from "#domain/privacy/information.ts";
import { mayDisclose, type Ground, type Verdict } from "#domain/privacy/may-disclose.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";
import { announce } from "#server/platform/live/announce.ts";
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
  const sha256 = content === null ? null : createHash("sha256").update(content).digest();
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

/**
 * The one way out. Whatever leaves the organization about a person passes here: the consents are read and held now, at the
 * moment of sending, so that what was revoked a second ago discloses nothing; the accounting is written in the transaction
 * of the sender, before anything is sent; `send` is handed what must go along. A refusal sends nothing (42 CFR 2.13, 2.31(c),
 * 2.32, 2.25).
 */
export const disclose = async <Sent>(
  work: Work,
  telling: Telling,
  send: (along: Accompaniment) => Promise<Sent>,
): Promise<{ readonly disclosures: Disclosure[]; readonly sent: Sent }> => {
  const { consents, today } = await holdConsents(work, telling.patientId);
  const labels = telling.records.map((record) => record.label);
  const verdict = mayDisclose({ ...telling, labels, consents, on: today });
  if (!verdict.allowed) throw new Problem(verdict.refused, 403);
  const rows = rowsOf(work, telling, verdict);
  if (rows.length === 0) throw new Problem("nothing-to-tell", 403);
  await insertDisclosures(work, rows);
  await announce(work, "disclosure", telling.patientId);
  const consent = consents.find((one) => one.id === verdict.consentId) ?? null;
  const sent = await send({ notice: verdict.notice, consent });
  return { disclosures: rows.map(disclosureOf), sent };
};
