import type { Role } from "#domain/access/roles.ts";

/**
 * The people and places of the demo. All of them are made up: numbers of the 555-01xx range that no telephone has,
 * NPIs beginning with 2 that nobody was ever given, addresses in a domain that cannot exist.
 */
export interface DemoSite {
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  readonly npi: string;
  readonly address: {
    readonly street: string;
    readonly unit: string | null;
    readonly city: string;
    readonly state: "CO" | "OR" | "MN";
    readonly postalCode: string;
  };
  readonly phone: string;
  readonly crisisPhone: string | null;
  readonly rooms: readonly {
    readonly name: string;
    readonly seats: number;
    readonly hasVideo: boolean;
  }[];
}

export interface DemoCredential {
  readonly kind: "license" | "certification" | "registration" | "dea" | "training";
  readonly code: string;
  readonly state: "CO" | "OR" | "MN" | null;
  readonly number: string | null;
  /** Days before the day of seeding. */
  readonly issuedDaysAgo: number;
  /** Days from the day of seeding; some are near on purpose. */
  readonly expiresInDays: number | null;
  readonly needsSupervision: boolean;
}

export interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly credentialsShown: string | null;
  readonly position: string;
  readonly site: string;
  readonly npi: string | null;
  readonly supervisor?: string;
  readonly credentials: readonly DemoCredential[];
  /** Roles of the account; people without an account have none. */
  readonly roles: readonly Role[];
  /** Also works in the second organization, with these roles. */
  readonly alsoIn?: { readonly slug: string; readonly roles: readonly Role[] };
}

export interface DemoOrganization {
  readonly slug: string;
  readonly name: string;
  readonly npi: string;
  readonly zone: string;
  readonly phone: string;
  readonly crisisPhone: string | null;
  readonly patientWord: "patient" | "client" | "member" | "participant";
  readonly domain: string;
  readonly sites: readonly DemoSite[];
  readonly people: readonly DemoPerson[];
}
