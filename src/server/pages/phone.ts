import { spokenPhone } from "#domain/basics/phone.ts";
import { html, type Html } from "#server/pages/html.ts";
import { icon } from "#server/pages/icons.ts";

/** The address a phone dials for ten digits of the North American plan. */
export const dial = (digits: string): string => `tel:+1${digits}`;

/** A number one can tap, written as people write it. */
export const phoneLink = (digits: string): Html =>
  html`<a class="phone" href="${dial(digits)}">${icon("phone", "s")}${spokenPhone(digits)}</a>`;

/** Opens a text message to `to` with its first word already written. */
export const textMessage = (to: string, word: string): string => `sms:${to}?&body=${word}`;
