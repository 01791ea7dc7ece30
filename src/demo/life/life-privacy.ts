import { createCourtOrder } from "#domain/privacy/court-order.api.ts";
import { revokeConsent } from "#domain/privacy/consent.api.ts";
import { tellInEmergency } from "#domain/privacy/disclosure.api.ts";
import {
  answerRestriction,
  createRestriction,
  endRestriction,
} from "#domain/privacy/restriction.api.ts";
import { dayAfter, isDaysBefore, momentOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { workAs, type Colleague } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { lifeReviewsOf } from "#demo/life/life-reviews.ts";
import { standing } from "#demo/life/life-standing.ts";
import { labelsOfPatient } from "#server/platform/labels-of-patient.queries.ts";
import type { Work } from "#server/platform/work.ts";
import * as consents from "#server/privacy/consent.service.ts";
import * as orders from "#server/privacy/court-order.service.ts";
import * as disclosures from "#server/privacy/disclosure.service.ts";
import * as restrictions from "#server/privacy/restriction.service.ts";

const nameOf = ({ person }: LifeStay): string => `${person.givenName} ${person.familyName}`;

interface Paper {
  readonly day: LifeDay;
  readonly stay: LifeStay;
  readonly patientId: string;
  readonly lead: Colleague;
  readonly officer: Colleague;
}

type PaperAct = (work: Work, paper: Paper) => Promise<void>;

const asks =
  (wish: {
    readonly recipients: readonly string[];
    readonly information: readonly string[];
    readonly purposes: readonly string[];
  }): PaperAct =>
  async (work, { day, stay, patientId, lead }) => {
    const { recipients } = wish;
    const facts = {
      patientId,
      ...wish,
      askedOn: day.day,
      askedBy: nameOf(stay),
      askerRelation: "patient",
      recipientKind: recipients.length === 0 ? "anybody" : "named",
      paidInFull: false,
    };
    await restrictions.createRestriction(workAs(work, lead), createRestriction.input.parse(facts));
  };

const fromFormerClinic = asks({
  recipients: ["Northgate Counseling"],
  information: ["session-notes", "progress"],
  purposes: ["treatment"],
});

const latestOf = async (work: Work, patientId: string) => {
  const [first] = (await restrictions.listRestrictions(work, patientId)).rows;
  return first === undefined ? [] : [{ restrictionId: first.id, version: first.version }];
};

const answers =
  (answer: "agreed" | "not-agreed", reason: string): PaperAct =>
  async (work, { patientId, officer }) => {
    for (const which of await latestOf(work, patientId))
      await restrictions.answerRestriction(
        workAs(work, officer),
        answerRestriction.input.parse({ ...which, answer, reason }),
      );
  };

const takesBack: PaperAct = async (work, { day, patientId, officer }) => {
  const reason = "Asked us to send the notes after all: the new therapist wants to read them.";
  for (const which of await latestOf(work, patientId))
    await restrictions.endRestriction(
      workAs(work, officer),
      endRestriction.input.parse({ ...which, endedOn: day.day, ground: "agreed-aloud", reason }),
    );
};

const revokes: PaperAct = async (work, { day, patientId, officer }) => {
  const { rows } = await consents.listConsents(work, patientId);
  const reason = "Came to the office and signed that nothing more is to be told.";
  for (const { id: consentId, version, state } of rows)
    if (state === "in-force")
      await consents.revokeConsent(
        workAs(work, officer),
        revokeConsent.input.parse({ consentId, version, revokedOn: day.day, reason }),
      );
};

const isTakenToHospital: PaperAct = async (work, { patientId, lead }) => {
  const facts = {
    patientId,
    ground: "consent-not-obtainable",
    affiliation: "Mercy Hill Hospital, emergency department",
    toldBy: lead.name,
    toldAt: work.now.subtract({ minutes: 12 }).toString(),
    nature: "Fainted in the hallway after the group and did not answer; taken by ambulance.",
    recipient: "Dr. Annika Stromberg",
    information: ["diagnoses", "medications"],
    channel: "spoken",
  };
  const input = tellInEmergency.input.parse(facts);
  await disclosures.tellInEmergency(workAs(work, lead), input, labelsOfPatient);
};

const isSubpoenaed: PaperAct = async (work, { day, patientId, officer }) => {
  const facts = {
    patientId,
    paper: "subpoena",
    kind: "civil",
    court: "District Court of Alder County",
    docketNumber: "26-CV-0417",
    enteredOn: dayAfter(day.day, -4),
    recipients: ["Fennimore & Drake, attorneys"],
    information: ["session-notes", "treatment-plan"],
    namesPatientOpenly: true,
    gaveNotice: false,
    findsNoOtherWay: false,
    findsPublicInterest: false,
    findsSeriousCrime: false,
    limitsInformation: false,
    limitsRecipients: false,
    limitsFurtherUse: false,
    opensConfidences: false,
    comesWithSubpoena: true,
  };
  await orders.createCourtOrder(workAs(work, officer), createCourtOrder.input.parse(facts));
};

/** What happens to whose papers, so many days before the last one; who answers does so later in a day than who asks. */
const happenings: readonly (readonly [who: number, daysBefore: number, wall: string, PaperAct])[] =
  [
    [0, 17, "11:20", fromFormerClinic],
    [
      0,
      16,
      "13:25",
      answers("agreed", "The therapist there is a relative; nothing here needs it."),
    ],
    [1, 15, "11:35", fromFormerClinic],
    [1, 14, "13:40", answers("agreed", "Nothing in the treatment needs it for now.")],
    [1, 4, "14:05", takesBack],
    [
      2,
      12,
      "11:45",
      asks({ recipients: [], information: ["diagnoses"], purposes: ["payment", "treatment"] }),
    ],
    [
      2,
      9,
      "14:10",
      answers("not-agreed", "Without a diagnosis no payer pays and no prescriber prescribes."),
    ],
    [
      3,
      1,
      "11:50",
      asks({
        recipients: ["Quarry Street Clinic"],
        information: ["measures"],
        purposes: ["treatment"],
      }),
    ],
    [4, 9, "15:20", revokes],
    [5, 11, "16:30", isTakenToHospital],
    [6, 13, "10:30", isSubpoenaed],
  ];

/** What people ask of their records, what courts and hospitals ask, and who comes to look at them. */
export const papersOf = (day: LifeDay): readonly Act[] => {
  const whose = standing(day);
  const officer = day.house.colleague("Ashgrove");
  const own = happenings.flatMap(([who, daysBefore, wall, run]): Act[] => {
    const stay = whose[who];
    if (stay === undefined || !isDaysBefore(day, daysBefore)) return [];
    const lead = day.house.lead(stay.group);
    return [
      {
        at: momentOf(day.house.zone, day.day, wall),
        what: "papers",
        run: async (work) => {
          const known = day.house.stay(stay);
          if (known !== undefined)
            await run(work, { day, stay, patientId: known.patientId, lead, officer });
        },
      },
    ];
  });
  return [...own, ...lifeReviewsOf(day, officer, whose.slice(0, 3))];
};
