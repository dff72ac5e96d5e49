import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';

const MARK = /^\[\^[^\]\s]{1,200}\]:/;

/** Columns by which what belongs to a footnote is indented. */
const INDENT = 4;

/** GitHub's footnotes, `[^1]: words`, which the parser does not know: what they say are blocks like any other. */
export const Footnotes: MarkdownConfig = {
  defineNodes: [{ name: 'FootnoteDefinition', block: true, composite: continues }, { name: 'FootnoteMark' }],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'LinkReference',
      parse: (context, line) => {
        const mark = markAt(line);
        if (mark === undefined) return false;
        const start = context.lineStart + line.pos;
        context.startComposite('FootnoteDefinition', line.pos);
        context.addElement(context.elt('FootnoteMark', start, start + mark.length));
        line.moveBase(line.pos + mark.length);
        return null;
      },
      endLeaf: (_, line) => markAt(line) !== undefined,
    },
  ],
};

function markAt({ text, pos, indent, baseIndent }: Line): string | undefined {
  return indent < baseIndent + INDENT ? MARK.exec(text.slice(pos))?.[0] : undefined;
}

function continues(_: BlockContext, line: Line): boolean {
  if (line.next >= 0 && line.indent < line.baseIndent + INDENT) return false;
  line.moveBaseColumn(line.baseIndent + INDENT);
  return true;
}
