/** A tool registration at a platform, ready for use. */
export interface Registration {
  /** Id of our own. */
  id: string;
  issuer: string;
  clientId: string;
  name: string;
  authUrl: string;
  tokenUrl: string;
  /** `aud` of client assertions: the token URL, unless the platform wants another. */
  tokenAudience: string;
  jwksUrl: string;
  /** Of the key that we sign with for this platform. */
  kid: string;
  active: boolean;
  /** Host that the platform registered itself from; `null` when it was added by hand. */
  registrationHost: string | null;
  /** What the platform calls its kind, in lower case; `null` when it was added by hand or did not say. */
  productFamily: string | null;
  /** Scopes that we asked for at the registration and did not get. */
  missingScopes: string[];
  /** Tenant id by deployment id, of deployments that have been admitted. */
  tenants: ReadonlyMap<string, string>;
}
