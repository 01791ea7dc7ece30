import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import {
  confirmContractVersion,
  createContract,
  draftContractVersion,
} from "#domain/payers/contract.api.ts";
import type { Contract, ContractVersion } from "#domain/payers/contract.ts";
import { createPayer } from "#domain/payers/payer.api.ts";
import { billingProviderRoutes } from "#server/payers/billing-provider.routes.ts";
import { contractRoutes } from "#server/payers/contract.routes.ts";
import { payerRoutes } from "#server/payers/payer.routes.ts";
import { sampleTerms } from "#test/support/contract-records.ts";
import { addSampleRecords } from "#test/support/sample-records.ts";
import type { SampleRecords } from "#test/support/samples.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

/** Two organizations with a site, a program and levels each, and people who may and may not see contracts. */
export class ContractHouse {
  readonly product: TestProduct;
  readonly here: TestOrganization;
  readonly records: SampleRecords;
  readonly foreign: SampleRecords;
  readonly biller: TestPerson;
  readonly reader: TestPerson;
  readonly facilitator: TestPerson;
  readonly stranger: TestPerson;

  constructor(parts: {
    product: TestProduct;
    here: TestOrganization;
    records: SampleRecords;
    foreign: SampleRecords;
    people: Readonly<Record<"biller" | "reader" | "facilitator" | "stranger", TestPerson>>;
  }) {
    this.product = parts.product;
    this.here = parts.here;
    this.records = parts.records;
    this.foreign = parts.foreign;
    this.biller = parts.people.biller;
    this.reader = parts.people.reader;
    this.facilitator = parts.people.facilitator;
    this.stranger = parts.people.stranger;
  }

  async payer(name: string): Promise<string> {
    return (await this.done(createPayer, { name, kind: "commercial" })).id;
  }

  /** A contract of a payer of its own. */
  async contract(
    name: string,
    more: Partial<Input<typeof createContract>> = {},
  ): Promise<Contract> {
    const payerId = more.payerId ?? (await this.payer(`Payer of ${name}`));
    return this.done(createContract, { payerId, name, ...more });
  }

  draft(
    contractId: string,
    effectiveFrom: string,
    more: Partial<Input<typeof draftContractVersion>> = {},
  ): Promise<ContractVersion> {
    const facts = { terms: sampleTerms, source: "Exhibit B", ...more };
    return this.done(draftContractVersion, { contractId, effectiveFrom, ...facts });
  }

  async confirmed(contractId: string, effectiveFrom: string): Promise<ContractVersion> {
    const { id: contractVersionId, version } = await this.draft(contractId, effectiveFrom);
    return this.done(confirmContractVersion, { contractVersionId, version });
  }

  /** Calls as the biller and expects it to go through. */
  done<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    person: TestPerson = this.biller,
  ): Promise<Output<R>> {
    return this.product.done(person, contract, input);
  }

  /** Calls as the biller and expects a refusal. */
  refused<R extends AnyRoute>(contract: R, input: Input<R>, person: TestPerson = this.biller) {
    return this.product.refused(person, contract, input);
  }
}

export const openContractHouse = async (): Promise<ContractHouse> => {
  const product = await openTestProduct(() => [
    ...payerRoutes,
    ...contractRoutes,
    ...billingProviderRoutes,
  ]);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  return new ContractHouse({
    product,
    here,
    records: await addSampleRecords(product, here),
    foreign: await addSampleRecords(product, elsewhere),
    people: {
      biller: await product.addPerson(here, ["biller"], "Bea Biller"),
      reader: await product.addPerson(here, ["administrator"], "Ada Admin"),
      facilitator: await product.addPerson(here, ["facilitator"], "Finn Facilitator"),
      stranger: await product.addPerson(elsewhere, ["biller"], "Sam Stranger"),
    },
  });
};
