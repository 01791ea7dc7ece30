import type { Label } from "#domain/basics/label.ts";
import type { Import, ImportKind } from "#domain/imports/import.ts";
import * as imports from "#server/imports/import.service.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { stepImport } from "#server/imports/step-import.service.ts";
import type { TestOrganization, TestProduct } from "#test/support/test-product.ts";

export interface FileOfElsewhere {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** The bytes of a file as a network brings them: in pieces. */
export async function* inPieces(
  text: string | Uint8Array,
  size = 4096,
): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** Does every step of an import that is at work, each in a transaction of its own, as the worker does. */
export const doSteps = async (
  product: TestProduct,
  house: TestOrganization,
  importId: string,
): Promise<Import> => {
  while (await product.inside(house, (work) => stepImport(work, importId)));
  return product.inside(house, (work) => imports.readImport(work, importId));
};

/** Files of another system, received and looked at. */
export const rehearsed = async (
  product: TestProduct,
  house: TestOrganization,
  files: readonly FileOfElsewhere[],
  facts: { kind?: ImportKind; source?: string; label?: Label } = {},
): Promise<Import> => {
  const inside = <Result>(act: Parameters<typeof product.inside<Result>>[1]) =>
    product.inside(house, act);
  const { kind = "fhir", source = "Elsewhere", label = "restricted" } = facts;
  const { id: importId } = await inside((work) =>
    imports.startImport(work, { kind, source, label }),
  );
  for (const { name, text } of files)
    await inside((work) => receiveFile(work, importId, { name, bytes: inPieces(text) }));
  const { version } = await inside((work) => imports.readImport(work, importId));
  await inside((work) => imports.rehearseImport(work, { importId, version }));
  return doSteps(product, house, importId);
};

/** The same, and then taken as far as nobody has to be asked. */
export const imported = async (
  product: TestProduct,
  house: TestOrganization,
  files: readonly FileOfElsewhere[],
  facts: Parameters<typeof rehearsed>[3] = {},
): Promise<Import> => {
  const { id: importId, version } = await rehearsed(product, house, files, facts);
  await product.inside(house, (work) => imports.runImport(work, { importId, version }));
  return doSteps(product, house, importId);
};
