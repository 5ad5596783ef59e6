import type { RequestHandler } from 'express';

/**
 * Headers of every answer: nothing from elsewhere runs here, only the tool may stand in a frame, and forms go to us and
 * to the tool alone.
 *
 * @param toolOrigin - Origin of the tool, for example `http://127.0.0.1:3001`.
 */
export function securityHeaders(toolOrigin: string): RequestHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src 'self' ${toolOrigin}`,
    `form-action 'self' ${toolOrigin}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');
  return (_req, res, next) => {
    res.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin',
      'Cache-Control': 'no-store',
    });
    next();
  };
}
