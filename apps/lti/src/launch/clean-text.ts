/**
 * Text that every database and page can hold: no NUL, no half characters, no blanks around it.
 *
 * @param longest - In characters; what is over is cut off.
 * @returns `null` when nothing is left.
 */
export function cleanText(text: string | undefined, longest: number): string | null {
  const clean = (text ?? '').replaceAll('\0', '').toWellFormed().trim();
  const cut =
    clean.length <= longest
      ? clean
      : clean
          .slice(0, longest)
          .toWellFormed()
          .replace(/\ufffd$/, '')
          .trim();
  return cut === '' ? null : cut;
}
