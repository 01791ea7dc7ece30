import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";

const sumSchema = z.string().regex(/^[0-9a-f]{64}$/);
const countSchema = z.int().nonnegative();

/** What a backup says of itself before the first table. */
export const manifestSchema = z.object({
  /** Version of the product. */
  madeBy: z.string(),
  /** The moment of the snapshot, ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Version of the server it was taken from. */
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: countSchema,
});
export type Manifest = z.output<typeof manifestSchema>;

/** A table by its name, with the columns whose values are kept: generated ones are made anew. */
export const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
});
export type BackedTable = z.output<typeof tableSchema>;

export const tableSumSchema = z.object({ rows: countSchema, sum: sumSchema });

export const sequenceSchema = z.object({
  schema: z.string(),
  name: z.string(),
  /** As text: a sequence may count beyond what a number holds. */
  value: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
});
export type SequenceState = z.output<typeof sequenceSchema>;

export const sealHeadSchema = z.object({
  organizationId: idSchema,
  number: z.int().positive(),
  /** SHA-256 in hex. */
  hash: sumSchema,
});
export type BackedSealHead = z.output<typeof sealHeadSchema>;

const tableTotalSchema = tableSumSchema.extend({ schema: z.string(), name: z.string() });

/** What a restored database must answer to be the same. */
export const endSchema = z.object({
  tables: z.array(tableTotalSchema),
  sequences: z.array(sequenceSchema),
  seals: z.array(sealHeadSchema),
});
export type End = z.output<typeof endSchema>;

/** What a backup holds, for a person to read. */
export interface BackupSummary extends Manifest {
  readonly rows: number;
  /** Bytes of the rows as text, before they are compressed. */
  readonly bytes: number;
  readonly contents: End;
}

/** How far it has come: the table at work, which one of how many, and the rows of it so far. */
export interface BackupProgress {
  readonly step: "reading" | "writing" | "comparing";
  readonly table: string;
  readonly number: number;
  readonly of: number;
  readonly rows: number;
}
export type OnProgress = (progress: BackupProgress) => void;

export const tableName = ({ schema, name }: { readonly schema: string; readonly name: string }) =>
  `${schema}.${name}`;
