/** The parts of a person's name that decide what they are called. */
interface NameParts {
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
}

/** What somebody is called on every screen: the preferred name in the place of the given one. */
export const shownName = ({ preferredName, givenName, familyName }: NameParts): string =>
  `${preferredName ?? givenName} ${familyName}`;
