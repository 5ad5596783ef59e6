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
  /** Tenant id by deployment id. */
  tenants: ReadonlyMap<string, string>;
}
