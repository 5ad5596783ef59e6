import { html, type TemplateResult } from 'lit';

type Block = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

function blocksOfChunk(chunk: string): Block[] {
  const blocks: Block[] = [];
  for (const line of chunk.split('\n').map((each) => each.trim())) {
    const last = blocks.at(-1);
    if (line.startsWith('- ')) {
      if (last?.kind === 'list') last.items.push(line.slice(2));
      else blocks.push({ kind: 'list', items: [line.slice(2)] });
    } else if (last?.kind === 'paragraph') last.text += ` ${line}`;
    else if (last) last.items.push(`${last.items.pop() ?? ''} ${line}`);
    else blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}

/** Blank lines part the blocks; lines that begin with `- ` make a list; any other line goes on where the last one ended. */
export function blocksOf(text: string): Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap(blocksOfChunk);
}

const drawn = (blocks: readonly Block[]): TemplateResult =>
  html`${blocks.map((block) =>
    block.kind === 'paragraph'
      ? html`<p>${block.text}</p>`
      : html`<ul>
          ${block.items.map((item) => html`<li>${item}</li>`)}
        </ul>`,
  )}`;

/** Content text as paragraphs and lists. The text itself stays text: no HTML in it is ever read. */
export function plainText(text: string): TemplateResult {
  return drawn(blocksOf(text));
}

/** A question's first paragraph, to name its control, and what follows it, or `null`. */
export function question(text: string): { name: string; more: TemplateResult | null } {
  const [first, ...rest] = blocksOf(text);
  if (first?.kind !== 'paragraph') return { name: text, more: null };
  return { name: first.text, more: rest.length > 0 ? drawn(rest) : null };
}
