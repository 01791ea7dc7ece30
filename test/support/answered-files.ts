import type { takeInAcknowledgment } from "#domain/billing/claims/acknowledgment.api.ts";
import { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import { buildClaims, listClaims, readClaim } from "#domain/billing/claims/claim.api.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import type { Output } from "#domain/contract/route.ts";
import { sentFileOf, type SentFile } from "#edi/999/sent-file.ts";
import {
  contentAcknowledgment,
  envelopeAcknowledgment,
  type StandInAcknowledgment,
} from "#edi/999/stand-in-acknowledgment.ts";
import { newId } from "#server/platform/ids.ts";
import type { ClaimHouse } from "#test/support/claim-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

const boundary = "x-x-x";

/** Hands a file over as a browser does. */
const handIn = (house: ClaimHouse, who: TestPerson, text: string, name: string) =>
  house.product.app.inject({
    method: "POST",
    url: "/api/acknowledgments",
    headers: {
      cookie: `stepwell_session=${who.token}`,
      "idempotency-key": newId(),
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  });

/** Downloads a file as a browser does. */
export const download = (house: ClaimHouse, who: TestPerson, claimFileId: string) =>
  house.product.app.inject({
    method: "GET",
    url: `/api/claim-files/${claimFileId}/content`,
    headers: { cookie: `stepwell_session=${who.token}` },
  });

/** The days of which claims are built and sent. */
export const answeredRange = { from: "2026-11-01", to: "2026-11-19" };

/** What receivers answer to the files of a house, and how it is taken in. */
export const answersIn = (house: ClaimHouse) => {
  let control = 100;
  let people = 0;
  const sent = async (claimFileId: string): Promise<SentFile> => {
    const file = sentFileOf(new TextEncoder().encode(await house.contentOf(claimFileId)));
    if (file === null) throw new Error("A file that cannot be read.");
    return file;
  };
  const filled = (given: Partial<StandInAcknowledgment>): StandInAcknowledgment => ({
    control: ++control,
    date: "20261120",
    time: "0915",
    verdict: "A",
    ...given,
  });
  return {
    sent,
    /** The same where their receivers have whatever was made. */
    async sentFile(count: number) {
      const made = await this.madeFile(count);
      for (const { id } of made.files) await download(house, house.biller, id);
      return made;
    },
    /** A file of so many people's claims, each of one day. */
    async madeFile(count: number) {
      const members = [];
      for (let at = 0; at < count; at++) {
        const member = await house.insured(`Ida${++people}`);
        await house.day(member, 2);
        members.push(member);
      }
      await house.done(house.biller, buildClaims, answeredRange);
      const { files } = await house.done(house.biller, exportClaims, answeredRange);
      const [file] = files;
      if (file === undefined) throw new Error("There is no file.");
      const claims: Claim[] = [];
      for (const { patientId } of members) {
        const { rows } = await house.done(house.biller, listClaims, { patientId });
        for (const { id: claimId } of rows)
          claims.push(await house.done(house.biller, readClaim, { claimId }));
      }
      return { file, files, claims, members };
    },
    async content(claimFileId: string, given: Partial<StandInAcknowledgment> = {}) {
      return contentAcknowledgment(await sent(claimFileId), filled(given));
    },
    async envelope(
      claimFileId: string,
      given: Partial<StandInAcknowledgment> & { readonly note?: string } = {},
    ) {
      return envelopeAcknowledgment(await sent(claimFileId), { ...filled(given), ...given });
    },
    async takeIn(text: string, who = house.biller): Promise<Output<typeof takeInAcknowledgment>> {
      const response = await handIn(house, who, text, "answer.999");
      if (response.statusCode !== 200) throw new Error(response.body);
      return response.json();
    },
    async refused(text: string, who = house.biller): Promise<unknown> {
      const response = await handIn(house, who, text, "answer.999");
      const { code, values } = response.json<{ code: string; values: unknown }>();
      return { status: response.statusCode, code, values };
    },
  };
};
