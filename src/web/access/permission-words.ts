import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Permission } from "#domain/access/permissions.ts";

/** What a permission lets one do, after "may". */
export const permissionWords: Readonly<Record<Permission, MessageDescriptor>> = {
  "practice:read": msg`see the organization, its sites and rooms`,
  "practice:manage": msg`change the organization, its sites and rooms`,
  "staff:read": msg`see the staff and their credentials`,
  "staff:manage": msg`change the staff and their credentials`,
  "people:read": msg`see who may sign in`,
  "people:manage": msg`invite people, give roles and end access`,
  "audit:read": msg`read who saw and did what`,
  "audit:export": msg`take the audit trail out as a file`,
  "operations:read": msg`see how the system runs`,
  "operations:manage": msg`run failed errands again`,
  "my-program:read": msg`see their own program`,
};
