import type { ClaimForm } from "#edi/837/claim-assembly.ts";
import type { ClaimDraft, Draft } from "#edi/837/draft.ts";
import { readProcedure } from "#edi/837/procedure-reader.ts";
import { readCents, readQuantity } from "#edi/837/value-reader.ts";
import { guide837i } from "#edi/837i/guide-837i.ts";
import type { InstitutionalClaim, InstitutionalLine } from "#edi/837i/institutional-claim.ts";
import { elementText, packCode } from "#edi/x12/segment-table.ts";

type LineDraft = Draft<InstitutionalLine>;
type Stay = Pick<InstitutionalClaim, "admissionType" | "admissionSource" | "patientStatus">;

const sv2 = packCode("SV2");
const cl1 = packCode("CL1");

/** How an institutional claim is read. */
export const institutionalForm: ClaimForm<LineDraft, ClaimDraft<LineDraft> & Draft<Stay>> = {
  guide: guide837i,
  begin: (draft) =>
    Object.assign(draft, { admissionType: "", admissionSource: "", patientStatus: "" }),
  beginLine: () => ({
    number: 0,
    procedure: null,
    chargeCents: null,
    unit: "",
    units: null,
    dates: {},
    references: {},
    amounts: {},
    providers: [],
    adjudications: [],
    more: [],
    revenueCode: "",
    nonCoveredCents: null,
  }),
  takeClaim(claim, { table, segment }) {
    if (table.ids[segment] !== cl1) return false;
    claim.admissionType = elementText(table, segment, 1);
    claim.admissionSource = elementText(table, segment, 2);
    claim.patientStatus = elementText(table, segment, 3);
    return true;
  },
  takeService(line, source) {
    const { table, segment } = source;
    if (table.ids[segment] !== sv2) return false;
    line.revenueCode = elementText(table, segment, 1);
    line.procedure = readProcedure(source, 2);
    line.chargeCents = readCents(source, 3);
    line.unit = elementText(table, segment, 4);
    line.units = readQuantity(source, 5);
    line.nonCoveredCents = readCents(source, 7);
    return true;
  },
};
