import type { RequestHandler } from 'express';

/**
 * What a page may load: nothing from elsewhere runs here, only tools may stand in a frame, and forms go to us and to
 * tools alone.
 *
 * @param origins - Of the tools, for example `http://127.0.0.1:3001`.
 */
export function contentPolicy(origins: readonly string[]): string {
  const ours = ["'self'", ...new Set(origins)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${ours}`,
    `form-action ${ours}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export function securityHeaders(origins: () => readonly string[]): RequestHandler {
  return (_req, res, next) => {
    res.set({
      'Content-Security-Policy': contentPolicy(origins()),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin',
      'Cache-Control': 'no-store',
    });
    next();
  };
}
