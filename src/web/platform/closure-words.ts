import { msg } from "@lingui/core/macro";
import type { I18n, MessageDescriptor } from "@lingui/core";

const closures: Readonly<Record<string, MessageDescriptor>> = {
  reached: msg`Spoke with the person`,
  "emergency-called": msg`Emergency services called`,
  "handed-on": msg`Handed on`,
  done: msg`Done`,
  "not-needed": msg`No longer needed`,
};

/** How a task ended or may end, in words. */
export const sayClosure = (i18n: I18n, closure: string): string => {
  const known = closures[closure];
  return known === undefined ? closure : i18n._(known);
};
