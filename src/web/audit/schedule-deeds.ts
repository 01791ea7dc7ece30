import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about the schedule, attendance and hours. */
export const scheduleDeeds: DeedWords = {
  "attendance-rule.list": {
    did: msg`looked at the attendance rules`,
    todo: msg({ context: "tried to", message: "look at the attendance rules" }),
  },
  "attendance-rule.take-back": {
    did: msg`took back a version of the attendance rule`,
    todo: msg({ context: "tried to", message: "take back a version of the attendance rule" }),
  },
  "attendance-rule.publish": {
    did: msg`published an attendance rule`,
    todo: msg({ context: "tried to", message: "publish an attendance rule" }),
  },
  "attendance.correct": {
    did: msg`corrected attendance afterwards`,
    todo: msg({ context: "tried to", message: "correct attendance afterwards" }),
  },
  "attendance.read": {
    did: msg`read the attendance ledger of a session`,
    todo: msg({ context: "tried to", message: "read the attendance ledger of a session" }),
  },
  "attendance.record": {
    did: msg`recorded attendance`,
    todo: msg({ context: "tried to", message: "record attendance" }),
  },
  "attendance.seat": {
    did: msg`seated somebody in a session for once`,
    todo: msg({ context: "tried to", message: "seat somebody in a session for once" }),
  },
  "closure.create": {
    did: msg`closed a site for some days`,
    todo: msg({ context: "tried to", message: "close a site for some days" }),
  },
  "closure.foresee": {
    did: msg`looked at what lifting closed days would do`,
    todo: msg({ context: "tried to", message: "look at what lifting closed days would do" }),
  },
  "closure.foresee-closing": {
    did: msg`looked at what closing a site would call off`,
    todo: msg({ context: "tried to", message: "look at what closing a site would call off" }),
  },
  "closure.lift": {
    did: msg`lifted closed days of a site`,
    todo: msg({ context: "tried to", message: "lift closed days of a site" }),
  },
  "closure.list-calls": {
    did: msg`looked at whom to call because a site is closed`,
    todo: msg({
      context: "tried to",
      message: "look at whom to call because a site is closed",
    }),
  },
  "closure.list": {
    did: msg`looked at closed days`,
    todo: msg({ context: "tried to", message: "look at closed days" }),
  },
  "hour-rule.list": {
    did: msg`looked at the hour rules`,
    todo: msg({ context: "tried to", message: "look at the hour rules" }),
  },
  "hour-rule.take-back": {
    did: msg`took back a version of an hour rule`,
    todo: msg({ context: "tried to", message: "take back a version of an hour rule" }),
  },
  "hour-rule.publish": {
    did: msg`published an hour rule`,
    todo: msg({ context: "tried to", message: "publish an hour rule" }),
  },
  "hours.list": {
    did: msg`looked at everybody’s hours`,
    todo: msg({ context: "tried to", message: "look at everybody’s hours" }),
  },
  "hours.read": {
    did: msg`looked at a person’s hours`,
    todo: msg({ context: "tried to", message: "look at a person’s hours" }),
  },
  "membership.join": {
    did: msg`let somebody join a group`,
    todo: msg({ context: "tried to", message: "let somebody join a group" }),
  },
  "membership.leave": {
    did: msg`ended a membership of a group`,
    todo: msg({ context: "tried to", message: "end a membership of a group" }),
  },
  "membership.list": {
    did: msg`looked at the members of a group`,
    todo: msg({ context: "tried to", message: "look at the members of a group" }),
  },
  "membership.pause": {
    did: msg`paused a membership of a group`,
    todo: msg({ context: "tried to", message: "pause a membership of a group" }),
  },
  "membership.transfer": {
    did: msg`transferred somebody into another group`,
    todo: msg({ context: "tried to", message: "transfer somebody into another group" }),
  },
  "membership.withdraw": {
    did: msg`took back a seat that was given by mistake`,
    todo: msg({ context: "tried to", message: "take back a seat that was given by mistake" }),
  },
  "missed-seat.list": {
    did: msg`looked at the sessions a person missed`,
    todo: msg({ context: "tried to", message: "look at the sessions a person missed" }),
  },
  "seat.list": {
    did: msg`looked at the seats of a person`,
    todo: msg({ context: "tried to", message: "look at the seats of a person" }),
  },
  "series.change": {
    did: msg`changed a weekly group`,
    todo: msg({ context: "tried to", message: "change a weekly group" }),
  },
  "series.create": {
    did: msg`planned a weekly group`,
    todo: msg({ context: "tried to", message: "plan a weekly group" }),
  },
  "series.history": {
    did: msg`read the history of a weekly group`,
    todo: msg({ context: "tried to", message: "read the history of a weekly group" }),
  },
  "series.list": {
    did: msg`looked at the weekly groups`,
    todo: msg({ context: "tried to", message: "look at the weekly groups" }),
  },
  "series.read": {
    did: msg`looked at a weekly group`,
    todo: msg({ context: "tried to", message: "look at a weekly group" }),
  },
  "series.retire": {
    did: msg`ended a weekly group`,
    todo: msg({ context: "tried to", message: "end a weekly group" }),
  },
  "session.cancel": {
    did: msg`called off a session`,
    todo: msg({ context: "tried to", message: "call off a session" }),
  },
  "session.foresee-calling-off": {
    did: msg`looked at whose hours calling off a session would cut`,
    todo: msg({
      context: "tried to",
      message: "look at whose hours calling off a session would cut",
    }),
  },
  "session.foresee-planning-again": {
    did: msg`looked at whether a session can be planned again`,
    todo: msg({ context: "tried to", message: "look at whether a session can be planned again" }),
  },
  "session.list-calls": {
    did: msg`looked at whom to call because a session is called off`,
    todo: msg({
      context: "tried to",
      message: "look at whom to call because a session is called off",
    }),
  },
  "session.look-at": {
    did: msg`looked at a session`,
    todo: msg({ context: "tried to", message: "look at a session" }),
  },
  "session.move": {
    did: msg`changed a session`,
    todo: msg({ context: "tried to", message: "change a session" }),
  },
  "session.plan": {
    did: msg`planned a session`,
    todo: msg({ context: "tried to", message: "plan a session" }),
  },
  "session.plan-again": {
    did: msg`planned a session again that was called off`,
    todo: msg({ context: "tried to", message: "plan a session again that was called off" }),
  },
  "session.schedule": {
    did: msg`looked at the sessions of some days`,
    todo: msg({ context: "tried to", message: "look at the sessions of some days" }),
  },
};
