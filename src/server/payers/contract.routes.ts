import * as api from "#domain/payers/contract.api.ts";
import { addFee, withdrawFee } from "#domain/payers/fee.api.ts";
import * as contracts from "#server/payers/contract.service.ts";
import * as versions from "#server/payers/contract-version.service.ts";
import * as fees from "#server/payers/fee.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const contractRoutes: readonly MountedRoute[] = [
  on(api.listContracts, ({ work, input }) => contracts.listContracts(work, input)),
  on(api.createContract, ({ work, input }) => contracts.createContract(work, input)),
  on(api.readContract, ({ work, input }) => contracts.getContract(work, input.contractId)),
  on(api.changeContract, ({ work, input }) => contracts.changeContract(work, input)),
  on(api.listContractRevisions, ({ work, input }) =>
    contracts.contractHistory(work, input.contractId),
  ),
  on(api.retireContract, ({ work, input }) => contracts.retireContract(work, input)),
  on(api.bringBackContract, ({ work, input }) => contracts.bringBackContract(work, input)),
  on(api.draftContractVersion, ({ work, input }) => versions.draftContractVersion(work, input)),
  on(api.changeContractVersion, ({ work, input }) => versions.changeContractVersion(work, input)),
  on(api.listContractVersionRevisions, ({ work, input }) =>
    versions.contractVersionHistory(work, input.contractVersionId),
  ),
  on(api.testContractVersion, ({ work, input }) => versions.testContractVersion(work, input)),
  on(api.confirmContractVersion, ({ work, input }) => versions.confirmContractVersion(work, input)),
  on(api.retireContractVersion, ({ work, input }) => versions.retireContractVersion(work, input)),
  on(addFee, ({ work, input }) => fees.addFee(work, input)),
  on(withdrawFee, ({ work, input }) => fees.withdrawFee(work, input)),
];
