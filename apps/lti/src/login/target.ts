/** Whether `url` is an address on our own origin. */
export function isOurs(url: unknown, publicUrl: string): boolean {
  return typeof url === 'string' && URL.canParse(url) && new URL(url).origin === new URL(publicUrl).origin;
}
