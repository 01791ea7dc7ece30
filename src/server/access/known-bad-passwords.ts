let loading: Promise<ReadonlySet<string>> | undefined;

const load = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"].map((password) => password.toLowerCase()));
};

/**
 * Some fifty thousand passwords from leaks, those that attackers try first (the list of zxcvbn). Lies in the product, so
 * no password is ever sent anywhere to be looked up. Read when it is first needed, then kept.
 */
export const knownBadPasswords = (): Promise<ReadonlySet<string>> => (loading ??= load());
