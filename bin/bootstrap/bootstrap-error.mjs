/** Something a person has to put right before Stepwell can run; the message is one calm sentence or two. */
export class BootstrapError extends Error {
  /** @override */
  name = "BootstrapError";
}
