import { newId } from "#server/platform/ids.ts";
import { addBillingRecords } from "#test/support/billing-records.ts";
import { addExportRecords } from "#test/support/export-records.ts";
import { addImportRecords } from "#test/support/import-records.ts";
import { addMeasureRecords } from "#test/support/measure-records.ts";
import { addNoteRecords } from "#test/support/note-records.ts";
import { addPersonRecords } from "#test/support/person-records.ts";
import { addScheduleRecords } from "#test/support/schedule-records.ts";
import type { SampleRecords } from "#test/support/samples.ts";
import { addStayRecords } from "#test/support/stay-records.ts";
import type { TestOrganization, TestProduct } from "#test/support/test-product.ts";

/** One record of each kind, put in by the owner of the database. */
export const addSampleRecords = async (
  product: TestProduct,
  organization: TestOrganization,
): Promise<SampleRecords> => {
  const { organizationId } = organization;
  const now = product.clock.now().toString();
  const [siteId, roomId, staffId, credentialId, auditId, errandId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const insert = (text: string, values: readonly unknown[]) =>
    product.ownerPool.query(text, [organizationId, ...values]);
  await insert(
    "insert into stepwell.site (organization_id, id, name, zone, street, city, state, postal_code, created_at) values ($1, $2, $3, 'America/Denver', 's', 'c', 'CO', '80202', $4)",
    [siteId, `Site ${siteId}`, now],
  );
  await insert(
    "insert into stepwell.room (organization_id, id, site_id, name, seats, created_at) values ($1, $2, $3, $4, 8, $5)",
    [roomId, siteId, `Room ${roomId}`, now],
  );
  await insert(
    "insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at) values ($1, $2, 'Sample', 'Person', 'nurse', $3)",
    [staffId, now],
  );
  await insert(
    "insert into stepwell.staff_credential (organization_id, id, staff_id, kind, code, created_at) values ($1, $2, $3, 'training', 'CPR', $4)",
    [credentialId, staffId, now],
  );
  await insert(
    "insert into stepwell.audit_event (organization_id, id, at, outcome, verb, purpose, actor_kind, actor_name, request_id) values ($1, $2, $3, 'read', 'site.read', 'operations', 'system', 'Test', $2)",
    [auditId, now],
  );
  await insert(
    "insert into stepwell.outbox (organization_id, id, kind, created_at, created_by, failed_at, attempts) values ($1, $2, 'greet', $3, 'Test', $3, 12)",
    [errandId, now],
  );
  for (const [kind, id] of [
    ["site", siteId],
    ["room", roomId],
    ["staff", staffId],
    ["credential", credentialId],
  ] as const)
    await insert(
      "insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes) values ($1, $2, $3, $4, 1, $5, 'Test', 'create', '{}')",
      [newId(), kind, id, now],
    );
  const personRecords = await addPersonRecords(insert, { siteId, now });
  const stayRecords = await addStayRecords(insert, { ...personRecords, now });
  const noteRecords = await addNoteRecords(insert, { ...personRecords, siteId, staffId, now });
  const scheduleRecords = await addScheduleRecords(insert, {
    ...personRecords,
    ...stayRecords,
    siteId,
    staffId,
    now,
  });
  const billingRecords = await addBillingRecords(insert, {
    ...personRecords,
    ...stayRecords,
    siteId,
    now,
  });
  const exportRecords = await addExportRecords(insert, { ...personRecords, now });
  const importRecords = await addImportRecords(insert, { ...personRecords, now });
  const measureRecords = await addMeasureRecords(insert, { ...personRecords, now });
  const person = await product.addPerson(organization, ["nurse"]);
  const { rows } = await product.ownerPool.query(
    "select id from stepwell.affiliation where organization_id = $1 and account_id = $2",
    [organizationId, person.accountId],
  );
  const affiliationId: string = rows[0].id;
  const { sessionId } = person;
  return {
    organizationId,
    siteId,
    roomId,
    staffId,
    credentialId,
    affiliationId,
    auditId,
    errandId,
    sessionId,
    ...personRecords,
    ...noteRecords,
    ...measureRecords,
    ...importRecords,
    ...exportRecords,
    ...stayRecords,
    ...scheduleRecords,
    ...billingRecords,
  };
};
