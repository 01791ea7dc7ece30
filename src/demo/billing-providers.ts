interface DemoProvider {
  /** The key of a site that bills by itself; null for the organization. */
  readonly site: string | null;
  readonly name: string;
  readonly npi: string;
  readonly taxonomy: string;
  readonly taxIdKind: "ein";
  readonly taxId: string;
  readonly address: {
    readonly street: string;
    readonly unit: string | null;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
  readonly phone: string;
  readonly contactName: string;
  readonly submitterId: string;
  readonly receiverName: string;
  readonly receiverId: string;
  readonly usage: "T" | "P";
}

const clearinghouse = {
  receiverName: "Quillpen Clearing",
  receiverId: "QUILLPEN",
} as const;

/** Who bills in the demo: one has billed for months, the other still tries its files out. Tax numbers begin with 00, which no employer has. */
export const billingProvidersOf: Readonly<Record<string, readonly DemoProvider[]>> = {
  "cedar-bridge": [
    {
      site: null,
      name: "Cedar Bridge",
      npi: "2000010019",
      taxonomy: "261QR0405X",
      taxIdKind: "ein",
      taxId: "000100190",
      address: {
        street: "210 Alder Street",
        unit: null,
        city: "Denver",
        state: "CO",
        postalCode: "80203-0110",
      },
      phone: "3035550140",
      contactName: "Beatrix Holloway",
      submitterId: "CEDARBRIDGE",
      ...clearinghouse,
      usage: "P",
    },
  ],
  "harbor-steps": [
    {
      site: null,
      name: "Harbor Steps",
      npi: "2000013716",
      taxonomy: "261QM0801X",
      taxIdKind: "ein",
      taxId: "000137160",
      address: {
        street: "1400 Lantern Avenue",
        unit: null,
        city: "Minneapolis",
        state: "MN",
        postalCode: "55401-0140",
      },
      phone: "6125550120",
      contactName: "Philippa Strand",
      submitterId: "HARBORSTEPS",
      ...clearinghouse,
      usage: "T",
    },
    {
      site: "hospital",
      name: "Lakeshore Hospital",
      npi: "2000014094",
      taxonomy: "282N00000X",
      taxIdKind: "ein",
      taxId: "000140940",
      address: {
        street: "77 Beacon Hill Drive",
        unit: null,
        city: "Minneapolis",
        state: "MN",
        postalCode: "55403-0177",
      },
      phone: "6125550130",
      contactName: "Odessa Merrow",
      submitterId: "LAKESHORE",
      ...clearinghouse,
      usage: "T",
    },
  ],
};
