export const lettersEn = {
  greeting: "Hello {firstName},",
  foot: "This letter was sent by Stepwell for {organization}. Answers to this address are not read.",
  "invitation.subject": "{organization} invites you to Stepwell",
  "invitation.what": "{organization} has opened an account for you. To begin, follow this link:",
  "invitation.until": "The link works once, and until {until}.",
  "invitation.otherwise":
    "If you do not know {organization}, leave this letter as it is. Nothing happens without you.",
  "reset.subject": "Choose a new password",
  "reset.what":
    "Somebody asked for a new password for your account. If that was you, follow this link:",
  "reset.until": "The link works once, for one hour. Your sessions on other devices end with it.",
  "reset.otherwise":
    "If it was not you, leave this letter as it is. Your password stays as it was.",
  "changed.subject": "Your password was changed",
  "changed.what": "The password of your account was changed on {at}.",
  "changed.otherwise":
    "If it was not you, choose a new one at once and tell an administrator of {organization}:",
  "code.subject": "Your sign-in code",
  "code.greeting": "Hello,",
  "code.what": "Here is the code you asked for:",
  "code.until": "It works once, for ten minutes.",
  "code.otherwise":
    "If you did not ask for it, leave this letter as it is. Nobody gets in without it.",
  "code.foot": "Answers to this address are not read.",
  "care.subject": "You can sign in now",
  "care.what": "Your account is open. Sign in here whenever you like:",
  "care.how": "You need no password. Type this e-mail address, and we send you a code.",
  "passed-on.subject": "A task needs you now",
  "passed-on.what":
    "A task that cannot wait was not taken in time and is passed on to you. Sign in and take it:",
} as const;
