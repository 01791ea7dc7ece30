import type { lettersEn } from "#server/platform/words/letters-en.ts";

export const lettersEs = {
  greeting: "Hola, {firstName}:",
  foot: "Stepwell envió esta carta en nombre de {organization}. Nadie lee las respuestas a esta dirección.",
  "invitation.subject": "{organization} le invita a Stepwell",
  "invitation.what":
    "{organization} ha abierto una cuenta para usted. Para empezar, siga este enlace:",
  "invitation.until": "El enlace sirve una sola vez, hasta el {until}.",
  "invitation.otherwise":
    "Si no conoce {organization}, deje esta carta como está. Nada sucede sin usted.",
  "reset.subject": "Elija una contraseña nueva",
  "reset.what":
    "Alguien pidió una contraseña nueva para su cuenta. Si fue usted, siga este enlace:",
  "reset.until":
    "El enlace sirve una sola vez, durante una hora. Sus sesiones en otros dispositivos terminan con él.",
  "reset.otherwise":
    "Si no fue usted, deje esta carta como está. Su contraseña sigue siendo la misma.",
  "changed.subject": "Su contraseña ha cambiado",
  "changed.what": "La contraseña de su cuenta se cambió el {at}.",
  "changed.otherwise":
    "Si no fue usted, elija otra enseguida y avise a un administrador de {organization}:",
  "code.subject": "Su código de acceso",
  "code.greeting": "Hola:",
  "code.what": "Este es el código que pidió:",
  "code.until": "Sirve una sola vez, durante diez minutos.",
  "code.otherwise":
    "Si usted no lo pidió, deje esta carta como está. Sin el código nadie puede entrar.",
  "code.foot": "Nadie lee las respuestas a esta dirección.",
  "care.subject": "Ya puede entrar",
  "care.what": "Su cuenta está abierta. Entre aquí cuando quiera:",
  "care.how": "No necesita contraseña. Escriba esta dirección de correo y le enviamos un código.",
  "passed-on.subject": "Una tarea le necesita ahora",
  "passed-on.what":
    "Nadie tomó a tiempo una tarea que no puede esperar, y ahora pasa a usted. Entre y tómela:",
} as const satisfies Readonly<Record<keyof typeof lettersEn, string>>;
