import { createHash } from "node:crypto";
import { payerTelling } from "#domain/billing/charges/payer-telling.ts";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import { claimSnapshotSchema, type ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { holdOfRefusal } from "#domain/billing/claims/hold.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type { OutgoingSnapshot } from "#edi/837/claim-from-snapshot.ts";
import { writeClaimsFile } from "#edi/837/claims-file.ts";
import { guide837i } from "#edi/837i/guide-837i.ts";
import { guide837p } from "#edi/837p/guide-837p.ts";
import { claimFilesOf } from "#server/billing/claims/claim-file.service.ts";
import * as files from "#server/billing/claims/claim-file.queries.ts";
import { takeInterchangeNumbers } from "#server/billing/claims/claim-numbers.queries.ts";
import { reasonsOf } from "#server/billing/claims/claim-read.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import { stopUnsent } from "#server/billing/claims/stop-claims.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { discloseMany, type Passing, type Telling } from "#server/privacy/disclosure.service.ts";

/** A claim that is ready, and what it says. */
interface Ready {
  readonly claim: queries.ReadyClaim;
  readonly snapshot: ClaimSnapshot;
}

/** Claims that go into one file: one payer and guide, one submitter and receiver, tests apart. */
const fileKey = ({ claim, snapshot }: Ready): string =>
  JSON.stringify([
    claim.payerId,
    claim.form,
    snapshot.isTest,
    snapshot.submitter,
    snapshot.receiver,
  ]);

/** The claims of one person for one file: told together, or not at all. */
interface Told extends Telling {
  readonly file: string;
  readonly ready: readonly Ready[];
}

const tellingOf = (file: string, patientId: string, ready: readonly Ready[]): Told => ({
  file,
  ...payerTelling(ready[0]?.snapshot.payer.name ?? ""),
  patientId,
  records: ready.map(({ claim }) => ({ kind: "claim", id: claim.id, label: claim.label })),
  channel: "interface",
  // The hash of a snapshot stands for every byte of it: nobody can change what a claim says.
  content: ready.map(({ claim }) => claim.snapshotSha256.toString("hex")).join("\n"),
  ready,
});

const tellingsOf = (ready: readonly Ready[]): Told[] =>
  [...Map.groupBy(ready, fileKey)].flatMap(([file, own]) =>
    [...Map.groupBy(own, ({ claim }) => claim.patientId)].map(([id, claims]) =>
      tellingOf(file, id, claims),
    ),
  );

/** Holds claims of people who may not be told about. */
const holdRefused = (
  work: Work,
  stopped: readonly { readonly telling: Told; readonly refused: string }[],
): Promise<void> =>
  stopUnsent(
    work,
    stopped.flatMap(({ telling, refused }) =>
      telling.ready.map(({ claim }) => ({
        claim,
        hold: { code: holdOfRefusal(refused), values: { refused } },
        reason: refused,
      })),
    ),
  );

interface Allowed extends OutgoingSnapshot {
  readonly claim: queries.ReadyClaim;
}

const guides = { professional: guide837p, institutional: guide837i } as const;
const shortNames = { professional: "837p", institutional: "837i" } as const;

const total = (claims: readonly { readonly totalCents: number }[]): number =>
  claims.reduce((sum, { totalCents }) => sum + totalCents, 0);

const allowedOf = (passing: readonly Passing<Told>[]): Allowed[] =>
  passing.flatMap(({ telling, notice }) =>
    telling.ready.map((one) => ({ ...one, notice: notice?.short ?? null })),
  );

/** Numbers and the organization's own time, as a file is headed by them. */
interface Heading {
  readonly control: number;
  readonly on: string;
  readonly at: string;
}

const bytesOf = (claims: readonly Allowed[], heading: Heading): Uint8Array => {
  const { bytes, problems } = writeClaimsFile({ claims, ...heading });
  const wrong = problems.find(({ severity }) => severity !== "warning");
  // Each claim was written alone when it was checked, so that this is a fault of ours, and nothing is sent.
  if (wrong !== undefined)
    throw new Error(`A file of claims has ${wrong.code} in ${wrong.segment}.`);
  return bytes;
};

/** Writes one file and keeps it to the byte, with its claims. Answers its id. */
const keepFile = async (
  work: Work,
  allowed: readonly [Allowed, ...Allowed[]],
  heading: Heading,
): Promise<string> => {
  const [first] = allowed;
  const { form, isTest } = first.snapshot;
  const bytes = bytesOf(allowed, heading);
  const control = String(heading.control).padStart(9, "0");
  const id = work.newId();
  const claims = allowed.map(({ claim }) => claim);
  await files.insertFile(work, {
    id,
    name: `${shortNames[form]}-${control}.x12`,
    form,
    guide: guides[form].version,
    payerId: first.claim.payerId,
    isTest,
    interchangeControl: control,
    groupControl: String(heading.control),
    claims: claims.length,
    lines: claims.reduce((sum, { lineCount }) => sum + lineCount, 0),
    totalCents: total(claims),
    content: Buffer.from(bytes),
    contentSha256: createHash("sha256").update(bytes).digest(),
    createdAt: work.now.toString(),
    accountId: work.actor.accountId,
    actorName: work.actor.name,
  });
  await queries.exportIn(
    work,
    id,
    claims.map((claim) => claim.id),
  );
  await recordExported(work, claims);
  return id;
};

const keepFiles = async (work: Work, passing: readonly Passing<Told>[]): Promise<string[]> => {
  const groups = [...Map.groupBy(passing, ({ telling }) => telling.file).values()].map(allowedOf);
  const firstControl = await takeInterchangeNumbers(work, groups.length);
  const local = work.now.toZonedDateTimeISO((await getOrganization(work)).zone);
  const on = local.toPlainDate().toString();
  const at = local.toPlainTime().toString({ smallestUnit: "minute" });
  const made: string[] = [];
  for (const [place, [first, ...others]] of groups.entries())
    if (first !== undefined)
      made.push(
        await keepFile(work, [first, ...others], { control: firstControl + place, on, at }),
      );
  return made;
};

const exported = { verb: "export", changes: { state: { from: "ready", to: "exported" } } };

const recordExported = (work: Work, claims: readonly queries.ReadyClaim[]): Promise<void> =>
  recordChanges(
    work,
    "claim",
    claims.map(({ id, version }) => ({ record: { id, version: version + 1 }, act: exported })),
  );

type Asked = Parsed<typeof api.exportClaims>;

/** Whether a claim is of the one file that was asked for; all are where none was. */
const isAsked =
  ({ only }: Asked) =>
  (claim: Pick<queries.ReadyClaim, "payerId" | "form" | "isTest">): boolean =>
    only === undefined ||
    (claim.payerId === only.payerId && claim.form === only.form && claim.isTest === only.isTest);

/**
 * Puts the claims of a range that are ready into files, one for each payer and guide. Each person passes the door of
 * disclosures; who may not be told about is held, and everybody else goes.
 */
export const exportClaims = async (
  work: Work,
  asked: Asked,
): Promise<Output<typeof api.exportClaims>> => {
  const { from, to } = asked;
  const wanted = (await queries.lockReadyClaims(work, { from, to })).filter(isAsked(asked));
  const ready = wanted.map((claim): Ready => ({
    claim,
    snapshot: claimSnapshotSchema.parse(claim.snapshot),
  }));
  const { stopped, sent } = await discloseMany(work, tellingsOf(ready), (passing) =>
    keepFiles(work, passing),
  );
  await holdRefused(work, stopped);
  const held = (await queries.listHeldClaims(work, { from, to })).filter(isAsked(asked));
  return {
    files: await claimFilesOf(work, sent ?? []),
    held: held.map((row) => ({ claimId: row.id, claim: row.control, reasons: reasonsOf(row) })),
    patientIds: [...new Set(ready.map(({ claim }) => claim.patientId))],
  };
};
