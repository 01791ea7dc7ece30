import type { ClaimForm } from "#edi/837/claim-assembly.ts";
import { emptyLine, type ClaimDraft, type Draft } from "#edi/837/draft.ts";
import { readCents, readProcedure, readQuantity, type Source } from "#edi/837/value-reader.ts";
import { guide837p } from "#edi/837p/guide-837p.ts";
import type { ProfessionalLine } from "#edi/837p/professional-claim.ts";
import { elementParts, elementText, packCode } from "#edi/x12/segment-table.ts";

type LineDraft = Draft<ProfessionalLine>;

const sv1 = packCode("SV1");

const readService = (line: LineDraft, source: Source): void => {
  const { table, segment } = source;
  line.procedure = readProcedure(source, 1);
  line.chargeCents = readCents(source, 2);
  line.unit = elementText(table, segment, 3);
  line.units = readQuantity(source, 4);
  line.placeOfService = elementText(table, segment, 5);
  for (const part of elementParts(table, segment, 7)) line.pointers.push(Number(part));
  line.emergency = elementText(table, segment, 9);
  line.epsdt = elementText(table, segment, 11);
  line.familyPlanning = elementText(table, segment, 12);
  line.copayExempt = elementText(table, segment, 15);
};

/** How a professional claim is read. */
export const professionalForm: ClaimForm<LineDraft, ClaimDraft<LineDraft>> = {
  guide: guide837p,
  begin: (draft) => draft,
  beginLine: () => ({
    ...emptyLine(),
    placeOfService: "",
    pointers: [],
    emergency: "",
    epsdt: "",
    familyPlanning: "",
    copayExempt: "",
  }),
  takeClaim: () => false,
  takeService(line, source) {
    if (source.table.ids[source.segment] !== sv1) return false;
    readService(line, source);
    return true;
  },
};
