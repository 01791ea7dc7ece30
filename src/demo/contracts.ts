import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { createBillingProvider } from "#domain/payers/billing-provider.api.ts";
import { createContract, draftContractVersion } from "#domain/payers/contract.api.ts";
import { addFee } from "#domain/payers/fee.api.ts";
import { changePayer } from "#domain/payers/payer.api.ts";
import { billingProvidersOf } from "#demo/billing-providers.ts";
import type { MadeCare } from "#demo/care.ts";
import { contractsOf, electronicIds, type DemoContract } from "#demo/contract-list.ts";
import * as providers from "#server/payers/billing-provider.service.ts";
import * as versions from "#server/payers/contract-version.service.ts";
import * as contracts from "#server/payers/contract.service.ts";
import * as fees from "#server/payers/fee.service.ts";
import * as payers from "#server/payers/payer.service.ts";
import type { Work } from "#server/platform/work.ts";

interface Ground {
  readonly work: Work;
  readonly care: Pick<MadeCare, "programs" | "sites">;
  readonly thisYear: number;
  readonly payerIds: ReadonlyMap<string, string>;
}

const known = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo names "${name}" and has not made it`);
  return id;
};

const newYear = (year: number): string => new Temporal.PlainDate(year, 1, 1).toString();

/** Payers get the id a clearinghouse knows them by; without it no claim can be addressed. */
const addressPayers = async (work: Work): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await payers.listPayers(work);
  for (const { id: payerId, name, version } of rows) {
    const electronicId = electronicIds[name] ?? null;
    await payers.changePayer(work, changePayer.input.parse({ payerId, version, electronicId }));
  }
  return new Map(rows.map(({ id, name }) => [name, id]));
};

const addVersions = async (
  { work, thisYear }: Ground,
  contractId: string,
  demo: DemoContract,
): Promise<void> => {
  for (const { year, state, terms, source } of demo.versions) {
    const effectiveFrom = newYear(thisYear + year);
    const { id: contractVersionId, version } = await versions.draftContractVersion(
      work,
      draftContractVersion.input.parse({ contractId, effectiveFrom, terms, source }),
    );
    if (state === "testing")
      await versions.testContractVersion(work, { contractVersionId, version });
    if (state === "confirmed")
      await versions.confirmContractVersion(work, { contractVersionId, version });
  }
};

/** From which year on a unit cost how many dollars. The first price of a contract rose on New Year. */
const pricesOf = (
  thisYear: number,
  place: number,
  dollars: number,
): readonly (readonly [year: number, dollars: number])[] => {
  const raise = Math.ceil(dollars / 20);
  return place === 0
    ? [
        [thisYear - 1, dollars - raise],
        [thisYear, dollars],
      ]
    : [[thisYear - 1, dollars]];
};

const addFees = async (
  { work, thisYear }: Ground,
  contractId: string,
  demo: DemoContract,
): Promise<void> => {
  for (const [place, [code, revenueCode, dollars]] of demo.fees.entries())
    for (const [year, price] of pricesOf(thisYear, place, dollars)) {
      const facts = { code, revenueCode, effectiveFrom: newYear(year), amountCents: price * 100 };
      await fees.addFee(work, addFee.input.parse({ contractId, ...facts }));
    }
};

/** Adds a contract with its versions and prices. */
export const addContract = async (ground: Ground, demo: DemoContract): Promise<void> => {
  const { work, care, payerIds } = ground;
  const program =
    demo.program === undefined ? null : (care.programs.programs.get(demo.program) ?? null);
  const { id } = await contracts.createContract(
    work,
    createContract.input.parse({
      payerId: known(payerIds, demo.payer),
      name: demo.name,
      planName: demo.plan ?? null,
      siteId: demo.site === undefined ? null : known(care.sites, demo.site),
      programId: program?.programId ?? null,
      levelOfCareId: demo.level === undefined ? null : known(care.programs.levels, demo.level),
    }),
  );
  await addVersions(ground, id, demo);
  await addFees(ground, id, demo);
};

/** Who bills, and a contract with prices for every payer of the people in care. */
export const seedContracts = async (
  work: Work,
  demo: { readonly slug: string; readonly zone: string },
  care: MadeCare,
): Promise<void> => {
  for (const { site, ...facts } of billingProvidersOf[demo.slug] ?? []) {
    const siteId = site === null ? null : known(care.sites, site);
    await providers.createBillingProvider(
      work,
      createBillingProvider.input.parse({ ...facts, siteId }),
    );
  }
  const thisYear = Temporal.PlainDate.from(dateAt(work.now, demo.zone)).year;
  const ground = { work, care, thisYear, payerIds: await addressPayers(work) };
  for (const one of contractsOf[demo.slug] ?? []) await addContract(ground, one);
};
