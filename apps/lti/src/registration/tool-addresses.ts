/** Where a platform finds the tool. */
export interface ToolAddresses {
  /** Third-party initiated login. */
  login: string;
  /** Redirect URI, and the target of launches, deep linking and submission review. */
  launch: string;
  jwks: string;
  /** Where a registration link leads. */
  register: string;
  /** Configuration for a Canvas developer key. */
  canvasConfiguration: string;
  settings: string;
  /** Host with its port, where that is not the usual one: Moodle compares it with that of the target. */
  domain: string;
}

/** The tool's addresses under its public base URL. */
export const toolAddresses = (publicUrl: string): ToolAddresses => ({
  login: `${publicUrl}/lti/login`,
  launch: `${publicUrl}/lti/launch`,
  jwks: `${publicUrl}/lti/jwks`,
  register: `${publicUrl}/lti/register`,
  canvasConfiguration: `${publicUrl}/lti/canvas.json`,
  settings: `${publicUrl}/lti/settings`,
  domain: new URL(publicUrl).host,
});
