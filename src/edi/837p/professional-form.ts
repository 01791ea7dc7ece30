import type { ClaimForm } from "#edi/837/claim-assembly.ts";
import type { ClaimDraft, Draft } from "#edi/837/draft.ts";
import { readProcedure } from "#edi/837/procedure-reader.ts";
import { readCents, readQuantity, type Source } from "#edi/837/value-reader.ts";
import { guide837p } from "#edi/837p/guide-837p.ts";
import type { ProfessionalLine } from "#edi/837p/professional-claim.ts";
import {
  elementEnd,
  elementParts,
  elementStart,
  elementText,
  hasElement,
  packCode,
} from "#edi/x12/segment-table.ts";

type LineDraft = Draft<ProfessionalLine>;

const sv1 = packCode("SV1");

const digitAt = (bytes: Uint8Array, place: number): number => {
  const digit = (bytes[place] ?? 0) - 0x30;
  return digit >= 0 && digit <= 9 ? digit : -1;
};

/** SV107 where it is one or two pointers of one digit each, as on nearly every line; undefined for any other. */
const shortPointers = ({ table, segment }: Source): number[] | undefined => {
  const { bytes, delimiters } = table;
  const from = elementStart(table, segment, 7);
  const length = elementEnd(table, segment, 7) - from;
  const first = digitAt(bytes, from);
  if (first === -1) return undefined;
  if (length === 1) return [first];
  const second = digitAt(bytes, from + 2);
  if (length !== 3 || second === -1 || bytes[from + 1] !== delimiters.component) return undefined;
  return [first, second];
};

const readPointers = (line: LineDraft, source: Source): void => {
  const { table, segment } = source;
  if (!hasElement(table, segment, 7)) return;
  const short = line.pointers.length === 0 ? shortPointers(source) : undefined;
  if (short !== undefined) line.pointers = short;
  else for (const part of elementParts(table, segment, 7)) line.pointers.push(Number(part));
};

const readService = (line: LineDraft, source: Source): void => {
  const { table, segment } = source;
  line.procedure = readProcedure(source, 1);
  line.chargeCents = readCents(source, 2);
  line.unit = elementText(table, segment, 3);
  line.units = readQuantity(source, 4);
  line.placeOfService = elementText(table, segment, 5);
  readPointers(line, source);
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
