import type { CopiedNote, CopiedNoteAct } from "#domain/exports/chart-copy.ts";
import { concept, given, metaOf, referenceTo, type WrittenResource } from "#fhir/resource.ts";

const participant = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
const signatureType = "urn:iso-astm:E1762-95:2013";

/** Purposes of signatures of ASTM E1762: the author's, and that of somebody who reviewed it. */
const purposes = { author: "1.2.840.10065.1.12.1.1", cosign: "1.2.840.10065.1.12.1.7" } as const;

/**
 * US Core Provenance: a signature. It is an electronic one in the sense of 21 CFR 11 (who, when, what for, linked to the
 * content by its hash, which is the identifier of the document), not a cryptographic one, so that it carries no `data`.
 */
const signature = (
  note: CopiedNote,
  signed: {
    readonly id: string;
    readonly at: string;
    readonly staffId: string | null;
    readonly name: string;
    readonly kind: keyof typeof purposes;
  },
  organizationId: string,
): WrittenResource => {
  const who = {
    ...given("reference", signed.staffId === null ? null : `Practitioner/${signed.staffId}`),
    display: signed.name,
  };
  return {
    resourceType: "Provenance",
    id: signed.id,
    meta: metaOf(note.label, "provenance"),
    target: [referenceTo("DocumentReference", note.id)],
    recorded: signed.at,
    agent: [
      {
        type: concept(participant, signed.kind === "author" ? "author" : "verifier"),
        who,
        onBehalfOf: referenceTo("Organization", organizationId),
      },
    ],
    signature: [
      { type: [{ system: signatureType, code: purposes[signed.kind] }], when: signed.at, who },
    ],
  };
};

const isCosignature = ({ kind }: CopiedNoteAct): boolean => kind === "cosign";

/** The signatures of a note: its author's, and those of whoever cosigned it. */
export const writeSignatures = (note: CopiedNote, organizationId: string): WrittenResource[] => [
  signature(
    note,
    {
      id: note.id,
      at: note.signedAt,
      staffId: note.authorStaffId,
      name: note.authorName,
      kind: "author",
    },
    organizationId,
  ),
  ...note.acts
    .filter(isCosignature)
    .map(({ id, at, staffId, by }) =>
      signature(note, { id, at, staffId, name: by, kind: "cosign" }, organizationId),
    ),
];
