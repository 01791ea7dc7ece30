import type { DemoOrganization } from "#demo/cast.ts";

/** A second, small organization: neither of the two can learn that the other exists. */
export const harborSteps: DemoOrganization = {
  slug: "harbor-steps",
  name: "Harbor Steps",
  npi: "2000013716",
  zone: "America/Chicago",
  phone: "6125550120",
  crisisPhone: "6125550129",
  patientWord: "client",
  domain: "harborsteps.example",
  sites: [
    {
      key: "north",
      name: "North Shore",
      zone: "America/Chicago",
      npi: "2000014086",
      address: {
        street: "1400 Lantern Avenue",
        unit: null,
        city: "Minneapolis",
        state: "MN",
        postalCode: "55401-0140",
      },
      phone: "6125550121",
      crisisPhone: null,
      rooms: [{ name: "Lantern Room", seats: 10, hasVideo: false }],
    },
  ],
  people: [
    {
      givenName: "Philippa",
      familyName: "Strand",
      credentialsShown: "LICSW",
      position: "program-director",
      site: "north",
      npi: null,
      credentials: [
        {
          kind: "license",
          code: "LICSW",
          state: "MN",
          number: "22871",
          issuedOn: "2017-02-20",
          expiresInDays: 290,
          needsSupervision: false,
        },
      ],
      roles: ["administrator", "director"],
    },
  ],
};
