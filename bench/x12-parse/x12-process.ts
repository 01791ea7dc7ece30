import { writeUnread } from "#edi/837/claim-writer.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { professionalStyle } from "#edi/837p/write-professional.ts";
import { checkFile } from "#edi/scrub/check-file.ts";
import { problemList } from "#edi/x12/problem.ts";
import { segmentTables } from "#edi/x12/tokenizer.ts";
import { answerParent } from "../frame/child.ts";
import { institutionalClaims, professionalClaims } from "./claims-of-size.ts";
import { templateFile } from "./template-file.ts";
import { x12PlanSchema, type X12Plan, type X12Result } from "./x12-work.ts";

// Reads or writes X12 in a process of its own, so that its memory and its warmth are its own.

const claimsInOneFile = 1000;
const chunkSize = 64 * 1024;

const professional = professionalClaims(claimsInOneFile);
const files = {
  "837P": writeUnread(professionalStyle, professional, problemList()),
  "837I": writeInstitutional(institutionalClaims(claimsInOneFile)).bytes,
};

/** As many claims as asked for, in interchanges of a thousand, piece by piece as from a disk. */
function* chunksOf({ guide, claims }: X12Plan): Generator<Uint8Array> {
  const file = files[guide];
  for (let done = 0; done < claims; done += claimsInOneFile)
    for (let from = 0; from < file.length; from += chunkSize)
      yield file.subarray(from, from + chunkSize);
}

/** Files in which every claim is another one, of each size and guide that was asked for. */
const wholeFiles = new Map<string, Uint8Array>();
const wholeFile = ({ guide, claims }: X12Plan): Uint8Array => {
  const key = `${guide} ${claims}`;
  const known = wholeFiles.get(key);
  if (known !== undefined) return known;
  const file =
    guide === "837P"
      ? writeUnread(professionalStyle, professionalClaims(claims), problemList())
      : writeInstitutional(institutionalClaims(claims)).bytes;
  wholeFiles.set(key, file);
  return file;
};

function* piecesOf(file: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < file.length; from += chunkSize)
    yield file.subarray(from, from + chunkSize);
}

interface Turn {
  readonly bytes: number;
  readonly claims: number;
}

const readClaims = (plan: X12Plan, chunks: Iterable<Uint8Array>): number => {
  const problems = problemList();
  const read = plan.guide === "837P" ? readProfessional : readInstitutional;
  let claims = 0;
  for (const { claim } of read(chunks, problems)) claims += claim.lines.length === 6 ? 1 : 0;
  if (problems.found.length > 0) throw new Error(`something is wrong: ${problems.found[0]?.code}`);
  return claims;
};

const readAll = (plan: X12Plan): Turn => ({
  bytes: (files[plan.guide].length * plan.claims) / claimsInOneFile,
  claims: readClaims(plan, chunksOf(plan)),
});

const readWhole = (plan: X12Plan): Turn => {
  const file = wholeFile(plan);
  return { bytes: file.length, claims: readClaims(plan, piecesOf(file)) };
};

const checkWhole = (plan: X12Plan): Turn => {
  const file = wholeFile(plan);
  const { clean, findings } = checkFile(piecesOf(file), { today: "2026-12-31" });
  if (findings.length > 0) throw new Error(`something is wrong: ${findings[0]?.rule}`);
  return { bytes: file.length, claims: clean };
};

const tokenize = (plan: X12Plan): Turn => {
  let segments = 0;
  for (const table of segmentTables(chunksOf(plan), problemList())) segments += table.count;
  const bytes = (files[plan.guide].length * plan.claims) / claimsInOneFile;
  return { bytes, claims: segments > 0 ? plan.claims : 0 };
};

const turns: Readonly<Record<X12Plan["work"], (plan: X12Plan) => Turn>> = {
  read: readAll,
  "read-whole": readWhole,
  check: checkWhole,
  tokens: tokenize,
  write: () => ({
    bytes: writeUnread(professionalStyle, professional, problemList()).length,
    claims: claimsInOneFile,
  }),
  template: () => ({ bytes: templateFile(professional).length, claims: claimsInOneFile }),
};

const run = (question: unknown): Promise<X12Result> => {
  const plan = x12PlanSchema.parse(question);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let bytes = 0;
  let claims = 0;
  let count = 0;
  do {
    const turn = turns[plan.work](plan);
    bytes += turn.bytes;
    claims += turn.claims;
    count += 1;
  } while (performance.now() - startedAt < plan.seconds * 1000);
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - startedAt) / 1000;
  return Promise.resolve({ bytes, seconds, cpuMs: (user + system) / 1000, claims, turns: count });
};

answerParent(run);
