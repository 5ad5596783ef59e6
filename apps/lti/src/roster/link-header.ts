const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,"]+\s*=\s*(?:"[^"]*"|[^\s;,"]+))*)/g;
const RELATION = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/**
 * The addresses in a `Link` header by relation, as they stand there; of several with one relation the first.
 *
 * @param header - Several headers joined by commas count as one.
 * @see https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function linksOf(header: string | undefined): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const [, address = '', parameters = ''] of (header ?? '').matchAll(LINK)) {
    const [, quoted, plain = ''] = RELATION.exec(parameters) ?? [];
    for (const relation of (quoted ?? plain).toLowerCase().split(/\s+/)) {
      if (relation !== '' && !links.has(relation)) links.set(relation, address.trim());
    }
  }
  return links;
}
