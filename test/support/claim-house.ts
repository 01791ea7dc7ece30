import { exportClaims, handOverClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import type { Input } from "#domain/contract/route.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { claimRoutes } from "#server/billing/claims/claim.routes.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import { newId } from "#server/platform/ids.ts";
import { openChargeHouse, type CoveredMember } from "#test/support/charge-house.ts";
import { addSession } from "#test/support/note-ground.ts";
import { later, testNow } from "#test/support/test-product.ts";

const billingProvider = {
  name: "Stillwater",
  npi: "1234567893",
  taxonomy: "261QM0801X",
  tax_id_kind: "ein",
  tax_id: "000100190",
  street: "210 Alder Street",
  city: "Denver",
  state: "CO",
  postal_code: "80203-0110",
  phone: "3035550140",
  contact_name: "Beatrix Holloway",
  submitter_id: "STILLWATER",
  receiver_name: "Quillpen Clearing",
  receiver_id: "QUILLPEN",
  usage: "P",
};

type Range = Input<typeof exportClaims>;

/** A house of charges with all that a claim needs besides: who bills, addresses, numbers. Days are claims of their own. */
export const openClaimHouse = async (
  terms: Partial<ContractTerms> = {},
  besides: readonly MountedRoute[] = [],
) => {
  const house = await openChargeHouse({ claimSpan: "day", ...terms }, [...claimRoutes, ...besides]);
  const { program, run, product } = house;
  await program.add("billing_provider", { id: newId(), created_at: testNow, ...billingProvider });
  await run("update stepwell.payer set electronic_id = 'FOX01' where organization_id = $1");
  const attending = newId();
  await program.add("staff", {
    id: attending,
    given_name: "Anselm",
    family_name: "Brightwater",
    position: "psychiatrist",
    npi: "1245319599",
    created_at: testNow,
  });
  await program.add("staff_credential", {
    id: newId(),
    staff_id: attending,
    kind: "license",
    code: "MD",
    created_at: testNow,
  });
  /** A signed day of three hours, so many days ago. */
  const day = async (member: CoveredMember, daysAgo = 0): Promise<string> => {
    const hours = -daysAgo * 24;
    const startsAt = later({ hours: hours - 5 });
    const sessionId = await addSession(
      program,
      [member],
      {},
      startsAt,
      later({ hours: hours - 2 }),
    );
    await run(
      `update stepwell.attendance set scheduled_minutes = 180, delivered_minutes = 180, credited_minutes = 180
        where organization_id = $1 and session_id = $2`,
      sessionId,
    );
    await house.sign(sessionId);
    return sessionId;
  };
  return {
    ...house,
    day,
    /** Somebody with an address, in care since November 2. */
    async insured(given: string): Promise<CoveredMember> {
      const member = await house.member(given, "Marlowe");
      await run(
        `update stepwell.patient set sex_at_birth = 'female', street = '11 Quarry Street', city = 'Denver', state = 'CO', postal_code = '80203'
          where organization_id = $1 and id = $2`,
        member.patientId,
      );
      await run(
        "update stepwell.enrollment set patient_status = 'still-in-care', attending_staff_id = $3 where organization_id = $1 and id = $2",
        member.enrollmentId,
        attending,
      );
      return member;
    },
    /** Makes files of what is ready, and hands them over. */
    async sendClaims(range: Range) {
      const made = await house.done(house.biller, exportClaims, range);
      for (const { id: claimFileId } of made.files)
        await house.done(house.biller, handOverClaimFile, { claimFileId });
      return made;
    },
    contentOf: async (claimFileId: string): Promise<string> => {
      const { rows } = await product.ownerPool.query<{ content: Buffer }>(
        "select content from stepwell.claim_file where id = $1",
        [claimFileId],
      );
      return rows[0]?.content.toString() ?? "";
    },
  };
};
export type ClaimHouse = Awaited<ReturnType<typeof openClaimHouse>>;

/** The same where the payer takes the professional form. */
export const openProfessionalHouse = (terms: Partial<ContractTerms> = {}): Promise<ClaimHouse> =>
  openClaimHouse({ form: "professional", billType: null, placeOfService: "57", ...terms });
