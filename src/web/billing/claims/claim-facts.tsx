import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Clinician, InsuredPerson, Postal } from "#domain/billing/claims/claim-snapshot.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { claimsFound } from "#web/billing/claims/claims-asked.ts";
import { FileBy } from "#web/billing/claims/file-by.tsx";
import { formWords, frequencyWords, placeWords } from "#web/billing/claims/claim-words.ts";
import { saySpan } from "#web/billing/claims/span-text.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Link } from "#web/ui/link.tsx";
import { Time } from "#web/ui/time.tsx";

const sayPostal = ({ street, unit, city, state, zip }: Postal): string =>
  `${street}${unit === null ? "" : `, ${unit}`}, ${city}, ${state} ${zip}`;

const sayClinician = (one: Clinician | null): string | null =>
  one && [`${one.first} ${one.last}`, one.npi && `NPI ${one.npi}`].filter(Boolean).join(" · ");

const ContractFact = (props: { readonly claim: Claim }): ReactNode => {
  const { id, name, versionNumber } = props.claim.contract;
  const mayRead = useCan("contracts:read");
  const said = (
    <Trans>
      {name}, version {versionNumber}
    </Trans>
  );
  return mayRead ? <Link to={paths.contract(id)}>{said}</Link> : said;
};

/** Why no last day stands at a claim. */
const FilingOver = ({ claim }: { readonly claim: Claim }): ReactNode =>
  claim.countsAs === "asked" && claim.frequency !== "7" ? (
    <Trans>met: its file was accepted</Trans>
  ) : (
    <Trans>none</Trans>
  );

/** What is sent of the bill itself. */
export const BillFacts = (props: { readonly claim: Claim }): ReactNode => {
  const { i18n } = useLingui();
  const { claim } = props;
  const { snapshot } = claim;
  const { billType, placeOfService, conditionCodes, admission, diagnoses } = snapshot;
  const { type, source, status } = admission;
  const place = placeOfService === null ? undefined : placeWords[placeOfService];
  return (
    <Card title={<Trans>The bill</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Our number</Trans>, value: claim.control },
          { name: <Trans>Payer’s number</Trans>, value: snapshot.payerClaimControl },
          { name: <Trans>Form</Trans>, value: i18n._(formWords[claim.form]) },
          { name: <Trans>Kind</Trans>, value: i18n._(frequencyWords[claim.frequency]) },
          {
            name: <Trans>Sent as</Trans>,
            value: claim.isTest ? (
              <Trans>Test: the payer checks it and pays nothing</Trans>
            ) : (
              <Trans>Production: to be paid</Trans>
            ),
          },
          { name: <Trans>Contract</Trans>, value: <ContractFact claim={claim} /> },
          {
            name: <Trans>From, to</Trans>,
            value: saySpan(snapshot.statement.from, snapshot.statement.through),
          },
          {
            name: <Trans>Diagnoses</Trans>,
            value: diagnoses.map(({ code }) => code).join(", "),
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>Timely filing</Trans>,
            value: claim.fileBy && <FileBy day={claim.fileBy} />,
            absent: <FilingOver claim={claim} />,
          },
          { name: <Trans>Authorization</Trans>, value: snapshot.authorizationNumber },
          { name: <Trans>Type of bill</Trans>, value: billType && `${billType}${claim.frequency}` },
          {
            name: <Trans>Place of service</Trans>,
            value: place === undefined ? placeOfService : `${placeOfService}, ${i18n._(place)}`,
          },
          { name: <Trans>Condition codes</Trans>, value: conditionCodes.join(", ") },
          {
            name: <Trans>Admitted</Trans>,
            value:
              billType === null ? null : (
                <>
                  <Time at={admission.on} />
                  <br />
                  <Trans>
                    type {type}, source {source}, status {status}
                  </Trans>
                </>
              ),
          },
          {
            name: <Trans>File</Trans>,
            value: claim.claimFile && (
              <Link to={paths.claimFile(claim.claimFile.id)}>{claim.claimFile.name}</Link>
            ),
            absent:
              claim.state === "ready" ? <Trans>goes with the next</Trans> : <Trans>not sent</Trans>,
          },
        ]}
      />
    </Card>
  );
};

/** What a payer asks for on the telephone before it says anything. */
const Birth = (props: { readonly person: InsuredPerson }): ReactNode => {
  const { bornOn } = props.person;
  if (bornOn === null) return <Trans>no birthday on the claim</Trans>;
  const day = sayCalendarDate(bornOn);
  return <Trans>born {day}</Trans>;
};

/** Who is named in it. */
export const PartyFacts = (props: { readonly claim: Claim }): ReactNode => {
  const { snapshot } = props.claim;
  const { subscriber, patient, billingProvider, payer, otherCoverages } = snapshot;
  return (
    <Card
      title={<Trans>Who is named</Trans>}
      aside={
        <Link to={claimsFound(props.claim.patient.name)}>
          <Trans>All claims</Trans>
        </Link>
      }
    >
      <Facts
        facts={[
          {
            name: <Trans>Insured</Trans>,
            value: (
              <>
                {subscriber.first} {subscriber.last}
                <br />
                <Birth person={subscriber} />
              </>
            ),
          },
          { name: <Trans>Member number</Trans>, value: subscriber.memberNumber },
          { name: <Trans>Group</Trans>, value: subscriber.groupNumber },
          {
            name: <Trans>Patient</Trans>,
            value: patient && (
              <>
                {patient.first} {patient.last}
                <br />
                <Birth person={patient} />
              </>
            ),
            absent: <Trans>the insured person</Trans>,
          },
          {
            name: <Trans>Payer</Trans>,
            value: (
              <>
                {payer.name} · {payer.electronicId ?? "–"}
              </>
            ),
          },
          {
            name: <Trans>Pays behind it</Trans>,
            value: otherCoverages
              .map(({ payer: other, memberNumber }) => `${other.name} · ${memberNumber}`)
              .join(", "),
            absent: <Trans>nobody else</Trans>,
          },
          {
            name: <Trans>Who bills</Trans>,
            value: (
              <>
                {billingProvider.name}
                <br />
                NPI {billingProvider.npi} · <Trans>Tax ID {billingProvider.taxId}</Trans>
                <br />
                {sayPostal(billingProvider.address)}
              </>
            ),
          },
          { name: <Trans>Attending</Trans>, value: sayClinician(snapshot.attending) },
          { name: <Trans>Treated by</Trans>, value: sayClinician(snapshot.rendering) },
          { name: <Trans>Supervised by</Trans>, value: sayClinician(snapshot.supervising) },
          {
            name: <Trans>Where</Trans>,
            value: snapshot.serviceFacility?.name,
            absent: <Trans>at the address of who bills</Trans>,
          },
        ]}
      />
    </Card>
  );
};
