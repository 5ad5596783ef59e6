import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { SCOPES } from '../platform/platform.ts';
import { FIXED_CLIENT_ID, type StoredTool } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';

/** A tool that is registered with this platform. */
export interface Tool extends StoredTool {
  /** Origin of its launch address; its messages to a page come from there. */
  origin: string;
}

/** The tool at an address, registered by hand. */
export function fixedTool(toolUrl: string): Tool {
  const launchUrl = `${toolUrl}/lti/launch`;
  return {
    clientId: FIXED_CLIENT_ID,
    deploymentId: '1',
    name: 'MGV-modules',
    origin: new URL(toolUrl).origin,
    loginUrl: `${toolUrl}/lti/login`,
    launchUrl,
    deepLinkingUrl: launchUrl,
    reviewUrl: launchUrl,
    redirectUris: [launchUrl],
    jwksUrl: `${toolUrl}/lti/jwks`,
    custom: { mgv_context_history: '$Context.id.history', mgv_link_history: '$ResourceLink.id.history' },
    scopes: Object.values(SCOPES),
    claims: ['name', 'given_name', 'family_name', 'email'],
    active: true,
  };
}

/** The tools of this platform: the one registered by hand first, then those that registered themselves. */
export interface Tools {
  all: () => readonly Tool[];
  /** Those that an administrator lets in. */
  active: () => readonly Tool[];
  /** An active tool by its client id, or `null`. */
  selectOptional: (clientId: unknown) => Tool | null;
  /** The tool's public keys: fetched when first needed, kept 10 minutes, fetched again at once for an unknown `kid`. */
  keysOf: (tool: Tool) => JWTVerifyGetKey;
}

/** Tools as the state has them, with the one registered by hand. */
export function createTools(store: StateStore, fixed: Tool, fetch: typeof globalThis.fetch): Tools {
  const keys = new Map<string, JWTVerifyGetKey>();
  const all = (): readonly Tool[] => [
    fixed,
    ...store.state.tools.map((tool) => ({ ...tool, origin: new URL(tool.launchUrl).origin })),
  ];
  const active = (): readonly Tool[] => all().filter((tool) => tool.active);
  return {
    all,
    active,
    selectOptional: (clientId) => active().find((tool) => tool.clientId === clientId) ?? null,
    keysOf: ({ jwksUrl }) => {
      const known = keys.get(jwksUrl) ?? remoteKeys(jwksUrl, fetch);
      keys.set(jwksUrl, known);
      return known;
    },
  };
}

const remoteKeys = (jwksUrl: string, fetch: typeof globalThis.fetch): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 5000,
    cooldownDuration: 0,
    cacheMaxAge: 600_000,
    [customFetch]: (url, options) => fetch(url, options),
  });

/** Origins that a page may send people and forms to for these tools. */
export const originsOf = (tools: readonly Tool[]): string[] =>
  tools.flatMap(({ origin, loginUrl, redirectUris }) => [
    origin,
    ...[loginUrl, ...redirectUris].map((url) => new URL(url).origin),
  ]);
