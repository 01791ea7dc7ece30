export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way letters leave: a mail server, or the catcher where none is set up. Answers when the letter was taken. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
}
