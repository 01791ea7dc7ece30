import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { optional } from "#domain/basics/optional.ts";
import { revisionSchema } from "#domain/basics/revision.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { changeable, versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import {
  contractFacts,
  contractSchema,
  contractVersionFacts,
  contractVersionSchema,
} from "#domain/payers/contract.ts";
import { feeSchema } from "#domain/payers/fee.ts";
import { recordStateSchema } from "#domain/practice/record-state.ts";

const read = { permission: "contracts:read", purpose: "payment" } as const;
const manage = { permission: "contracts:manage", purpose: "payment" } as const;
const contractId = idSchema;
const contractVersionId = idSchema;
const ofContract = (input: { contractId: string }) => ({ kind: "contract", id: input.contractId });
const ofVersion = (input: { contractVersionId: string }) => ({
  kind: "contract-version",
  id: input.contractVersionId,
});

/** A contract in a list: with its versions, but without their terms, and how many prices hold today. */
const listedContractSchema = z
  .object({
    contract: contractSchema,
    versions: z.array(contractVersionSchema.omit({ terms: true, source: true })),
    /** What a list says of the terms: of the version that bills today, else of the newest. */
    form: contractVersionSchema.shape.terms.shape.form.nullable(),
    feeCount: z.int(),
  })
  .meta({ id: "ListedContract" });
export type ListedContract = z.output<typeof listedContractSchema>;

export const listContracts = route({
  ...read,
  method: "GET",
  path: "/contracts",
  summary: "Contracts with payers, by payer and name",
  audit: { verb: "contract.list", subjects: "none" },
  input: z.object({ state: recordStateSchema.default("active") }),
  output: z.object({ rows: z.array(listedContractSchema) }),
});

export const createContract = route({
  ...manage,
  method: "POST",
  path: "/contracts",
  summary: "Add a contract: a payer, and which plan, site, program and level of care it is about",
  audit: {
    verb: "contract.create",
    subjects: "none",
    record: (_, contract) => ({ kind: "contract", id: contract.id }),
  },
  input: contractFacts,
  output: contractSchema,
  errors: {
    "contract-exists": 409,
    "program-elsewhere": 409,
    "site-retired": 409,
    "level-retired": 409,
  },
  status: 201,
});

export const readContract = route({
  ...read,
  method: "GET",
  path: "/contracts/{contractId}",
  summary: "One contract with its versions, newest first, and its prices",
  audit: { verb: "contract.read", subjects: "none", record: ofContract },
  input: z.object({ contractId }),
  output: z.object({
    contract: contractSchema,
    versions: z.array(contractVersionSchema),
    fees: z.array(feeSchema),
  }),
});

export const changeContract = route({
  ...manage,
  method: "PATCH",
  path: "/contracts/{contractId}",
  summary: "Change a contract's name; whom it is about only until a version is confirmed",
  audit: { verb: "contract.change", subjects: "none", record: ofContract },
  input: z.object({
    contractId,
    version: versionSchema,
    ...changeable(contractFacts.omit({ payerId: true }).shape),
  }),
  output: contractSchema,
  errors: {
    "contract-exists": 409,
    "contract-confirmed": 409,
    "program-elsewhere": 409,
    "site-retired": 409,
    "level-retired": 409,
    retired: 409,
  },
});

export const listContractRevisions = route({
  ...read,
  method: "GET",
  path: "/contracts/{contractId}/revisions",
  summary: "The history of a contract, newest first",
  audit: { verb: "contract.history", subjects: "none", record: ofContract },
  input: z.object({ contractId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const retireContract = route({
  ...manage,
  method: "POST",
  path: "/contracts/{contractId}/retirement",
  summary: "Retire a contract whose versions are all retired",
  audit: { verb: "contract.retire", subjects: "none", record: ofContract },
  input: z.object({ contractId, version: versionSchema, reason: lineSchema(400) }),
  output: contractSchema,
  errors: { "contract-in-use": 409, retired: 409 },
});

export const bringBackContract = route({
  ...manage,
  method: "DELETE",
  path: "/contracts/{contractId}/retirement",
  summary: "Take a retired contract into use again",
  audit: { verb: "contract.bring-back", subjects: "none", record: ofContract },
  input: z.object({ contractId, version: versionSchema }),
  output: contractSchema,
  errors: { "contract-exists": 409, "not-retired": 409 },
});

const termsRefused = { "terms-do-not-fit": 409, "dates-out-of-order": 409 } as const;

export const draftContractVersion = route({
  ...manage,
  method: "POST",
  path: "/contracts/{contractId}/versions",
  summary: "Draft the next version of a contract; it bills nothing yet",
  audit: {
    verb: "contract-version.draft",
    subjects: "none",
    record: (_, version) => ({ kind: "contract-version", id: version.id }),
  },
  input: z.object({ contractId, ...contractVersionFacts.shape }),
  output: contractVersionSchema,
  errors: { ...termsRefused, retired: 409 },
  status: 201,
});

export const changeContractVersion = route({
  ...manage,
  method: "PATCH",
  path: "/contract-versions/{contractVersionId}",
  summary: "Change a draft; what has left draft stays as it is",
  audit: { verb: "contract-version.change", subjects: "none", record: ofVersion },
  input: z.object({
    contractVersionId,
    version: versionSchema,
    ...changeable(contractVersionFacts.shape),
  }),
  output: contractVersionSchema,
  errors: { ...termsRefused, "version-not-draft": 409 },
});

export const listContractVersionRevisions = route({
  ...read,
  method: "GET",
  path: "/contract-versions/{contractVersionId}/revisions",
  summary: "The history of a version, newest first",
  audit: { verb: "contract-version.history", subjects: "none", record: ofVersion },
  input: z.object({ contractVersionId }),
  output: z.object({ rows: z.array(revisionSchema) }),
});

export const testContractVersion = route({
  ...manage,
  method: "POST",
  path: "/contract-versions/{contractVersionId}/testing",
  summary: "Begin to test a draft: where nothing is confirmed, its days make test claims",
  audit: { verb: "contract-version.test", subjects: "none", record: ofVersion },
  input: z.object({ contractVersionId, version: versionSchema }),
  output: contractVersionSchema,
  errors: { "version-state": 409, retired: 409 },
});

export const confirmContractVersion = route({
  ...manage,
  method: "POST",
  path: "/contract-versions/{contractVersionId}/confirmation",
  summary:
    "Confirm a version: it bills from its first day on, the one before it ends the day before",
  audit: { verb: "contract-version.confirm", subjects: "none", record: ofVersion },
  input: z.object({ contractVersionId, version: versionSchema }),
  output: contractVersionSchema,
  errors: { "version-state": 409, "version-follows-later": 409, retired: 409 },
});

export const retireContractVersion = route({
  ...manage,
  method: "POST",
  path: "/contract-versions/{contractVersionId}/retirement",
  summary: "Retire a version; a confirmed one still bills the days until its last",
  audit: { verb: "contract-version.retire", subjects: "none", record: ofVersion },
  input: z.object({
    contractVersionId,
    version: versionSchema,
    /** The last day a confirmed version bills; the day before its first: it never should have. */
    lastDay: optional(civilDateSchema),
    reason: lineSchema(400),
  }),
  output: contractVersionSchema,
  errors: { "version-state": 409, "last-day-missing": 409, "dates-out-of-order": 409 },
});
