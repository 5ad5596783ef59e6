/** Who may frame a page and where its forms may go: lists of origins. */
interface Policy {
  frameAncestors: readonly string[];
  formAction?: readonly string[];
}

/** Value of `Content-Security-Policy`: everything from ourselves, nothing inline. */
export function contentPolicy({ frameAncestors, formAction = [] }: Policy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `form-action ${["'self'", ...formAction].join(' ')}`,
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');
}

/** Origins of the addresses that have one, each once. */
export function originsOf(urls: readonly (string | null | undefined)[]): string[] {
  const origins = urls.flatMap((url) => (url && URL.canParse(url) ? [new URL(url)] : []));
  return [...new Set(origins.filter(({ protocol }) => /^https?:$/.test(protocol)).map(({ origin }) => origin))];
}
