import type { LoopSpec } from "#edi/x12/guide.ts";

/** Loops that 837P and 837I have alike: submitter and receiver (1000A, 1000B). */
const headerLoops: readonly LoopSpec[] = [
  { id: "1000A", need: "R", most: 1, segments: ["NM1=41 R1 1,2", "PER R2 1"] },
  { id: "1000B", need: "R", most: 1, segments: ["NM1=40 R1 1,2"] },
];

/** The billing provider and whom to pay (2010AA to 2010AC). */
const billingLoops: readonly LoopSpec[] = [
  {
    id: "2010AA",
    need: "R",
    most: 1,
    segments: [
      "NM1=85 R1 1,2",
      "N3 R1 1",
      "N4 R1 1",
      "REF=EI|SY R1 1,2",
      "REF=0B|1G S2 1,2",
      "PER S2 1",
    ],
  },
  { id: "2010AB", need: "S", most: 1, segments: ["NM1=87 R1 1,2", "N3 R1 1", "N4 R1 1"] },
  {
    id: "2010AC",
    need: "S",
    most: 1,
    segments: ["NM1=PE R1 1,2", "N3 R1 1", "N4 R1 1", "REF=2U|FY|NF S1 1,2", "REF=EI R1 1,2"],
  },
];

/** The subscriber and the payer (2010BA, 2010BB). */
const subscriberLoops: readonly LoopSpec[] = [
  {
    id: "2010BA",
    need: "R",
    most: 1,
    segments: [
      "NM1=IL R1 1,2",
      "N3 S1 1",
      "N4 S1 1",
      "DMG S1 1,2,3",
      "REF=SY S1 1,2",
      "REF=Y4 S1 1,2",
      "PER S1 1",
    ],
  },
  {
    id: "2010BB",
    need: "R",
    most: 1,
    segments: ["NM1=PR R1 1,2", "N3 S1 1", "N4 S1 1", "REF=2U|EI|FY|NF S3 1,2", "REF=G2|LU S2 1,2"],
  },
];

/** A patient who is not the subscriber (2010CA). */
const patientLoop: LoopSpec = {
  id: "2010CA",
  need: "R",
  most: 1,
  segments: [
    "NM1=QC R1 1,2",
    "N3 R1 1",
    "N4 R1 1",
    "DMG R1 1,2,3",
    "REF=Y4 S1 1,2",
    "REF=SY|1W S1 1,2",
    "PER S1 1",
  ],
};

const referencesOfProvider = "REF=0B|1G|G2|LU S4 1,2";

/** A provider by name and numbers, such as 2310A or 2420C. */
export const providerLoop = (id: string, role: string, most = 1, taxonomy?: string): LoopSpec => ({
  id,
  need: "S",
  most,
  segments: [
    `NM1=${role} R1 1,2`,
    ...(taxonomy === undefined ? [] : [`PRV=${taxonomy} S1 1,2,3`]),
    referencesOfProvider,
  ],
});

/** A place of service by name and address, such as 2310C. */
export const placeLoop = (id: string, role: string): LoopSpec => ({
  id,
  need: "S",
  most: 1,
  segments: [`NM1=${role} R1 1,2`, "N3 R1 1", "N4 R1 1", referencesOfProvider, "PER S1 1"],
});

/** The persons and the payer of another coverage (2330A, 2330B). */
export const otherPayerLoops: readonly LoopSpec[] = [
  {
    id: "2330A",
    need: "R",
    most: 1,
    segments: ["NM1=IL R1 1,2", "N3 S1 1", "N4 S1 1", "REF=SY S2 1,2"],
  },
  {
    // Required by the guides. Published examples leave it out, and the claim means the same without.
    id: "2330B",
    need: "S",
    most: 1,
    segments: [
      "NM1=PR R1 1,2",
      "N3 S1 1",
      "N4 S1 1",
      "DTP=573 S1 1,2,3",
      "REF=2U|EI|FY|NF S2 1,2",
      "REF=G1|9F|T4|F8 S4 1,2",
    ],
  },
];

/** What another payer decided of a line (2430). */
export const adjudicationLoop: LoopSpec = {
  id: "2430",
  need: "S",
  most: 15,
  segments: ["SVD S1 1,2", "CAS S5 1,2,3", "DTP=573 R1 1,2,3", "AMT=EAF S1 1,2"],
};

/** The drug that was given on a line (2410). */
export const drugLoop: LoopSpec = {
  id: "2410",
  need: "S",
  most: 1,
  segments: ["LIN S1 2,3", "CTP S1", "REF=VY|XZ S1 1,2"],
};

/** Puts the loops of claims into the hierarchy of billing provider, subscriber and patient (2000A to 2000C). */
export const claimHierarchy = (claim: LoopSpec): LoopSpec => ({
  id: "ST",
  need: "R",
  most: 1,
  segments: ["ST R1 1,2", "BHT R1 1,2,3,4,5"],
  loops: [
    ...headerLoops,
    {
      id: "2000A",
      need: "R",
      most: 0,
      segments: ["HL@3=20 R1 1,3,4", "PRV=BI S1 1,2,3", "CUR S1 1,2"],
      loops: [
        ...billingLoops,
        {
          id: "2000B",
          need: "R",
          most: 0,
          segments: ["HL@3=22 R1 1,2,3,4", "SBR R1 1", "PAT S1"],
          loops: [
            ...subscriberLoops,
            claim,
            {
              id: "2000C",
              need: "S",
              most: 0,
              segments: ["HL@3=23 R1 1,2,3,4", "PAT R1 1"],
              loops: [patientLoop, claim],
            },
          ],
        },
      ],
    },
  ],
});
