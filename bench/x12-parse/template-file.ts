import type { OutgoingClaims } from "#edi/837/claim-writer.ts";
import type { ProfessionalClaim, ProfessionalLine } from "#edi/837p/professional-claim.ts";

const day = (date: string | null | undefined): string => (date ?? "").replaceAll("-", "");
const money = (cents: number | null): string => String((cents ?? 0) / 100);

const lineText = (line: ProfessionalLine): string =>
  `LX*${line.number}~SV1*HC:${line.procedure?.code}:${line.procedure?.modifiers.join(":")}*${money(line.chargeCents)}*UN*${line.units}*${line.placeOfService}**${line.pointers.join(":")}~DTP*472*D8*${day(line.dates.service?.from)}~REF*6R*${line.references.lineControl}~`;

const claimText = (claim: ProfessionalClaim, level: number): string => {
  const { subscriber, providers, codes } = claim;
  const { person, payer } = subscriber;
  const home = person.address;
  const [rendering] = providers;
  return `HL*${level}*1*22*0~SBR*P*18*${subscriber.groupNumber}******CI~NM1*IL*1*${person.name}*${person.first}****MI*${person.id}~N3*${home?.line1}~N4*${home?.city}*${home?.state}*${home?.zip}~DMG*D8*${day(person.bornOn)}*${person.sex}~NM1*PR*2*${payer.name}*****PI*${payer.id}~CLM*${claim.control}*${money(claim.chargeCents)}***11:B:1*Y*A*Y*Y~REF*G1*${claim.references.priorAuthorization}~HI*${codes.map((code) => `${code.kind}:${code.code}`).join("*")}~NM1*82*1*${rendering?.name}*${rendering?.first}****XX*${rendering?.id}~PRV*PE*PXC*${rendering?.taxonomy}~${claim.lines.map(lineText).join("")}`;
};

/**
 * The same file as the product writes, by templates that know every segment of it and check nothing: what concatenation
 * alone takes.
 */
export const templateFile = ({
  interchange,
  group,
  transactions,
}: OutgoingClaims<ProfessionalClaim>): Uint8Array => {
  const claims = transactions[0]?.claims ?? [];
  let level = 1;
  const body = claims.map((claim) => {
    level += 1;
    return claimText(claim, level);
  });
  const { provider, taxonomy } = claims[0]?.billing ?? {};
  const place = provider?.address;
  const segments = 12 + claims.reduce((sum, claim) => sum + 12 + 4 * claim.lines.length, 0);
  const head = `ISA*00*          *00*          *ZZ*${interchange.sender.padEnd(15)}*ZZ*${interchange.receiver.padEnd(15)}*${interchange.date}*${interchange.time}*^*00501*${interchange.control}*0*T*:~GS*HC*${group.sender}*${group.receiver}*${group.date}*${group.time}*${group.control}*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*BATCH1*20261122*0800*CH~NM1*41*2*HARBOR STEPS RECOVERY*****46*HS01~PER*IC*BILLING*TE*3195550100~NM1*40*2*CLEARING*****46*CL01~HL*1**20*1~PRV*BI*PXC*${taxonomy}~NM1*85*2*${provider?.name}*****XX*${provider?.id}~N3*${place?.line1}~N4*${place?.city}*${place?.state}*${place?.zip}~REF*EI*${provider?.references[0]?.value}~`;
  const tail = `SE*${segments}*0001~GE*1*${group.control}~IEA*1*${interchange.control}~`;
  return new TextEncoder().encode(head + body.join("") + tail);
};
