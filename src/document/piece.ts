import { inlineText } from './inline-text';
import type { CodeNode, MarkdownNode } from './markdown-tree';
import { sentenceRanges } from './sentences';
import type {
  CodeBlock,
  Comment,
  Diagram,
  Picture,
  PieceContent,
  PieceSection,
  Span,
  Statement,
  StatementKind,
  Table,
} from './types';

/** Where a block stands: what it is inside of. */
interface Surroundings {
  readonly kind: StatementKind;
  readonly quoted: boolean;
}

/** Reads what a piece says from its blocks, in one walk. They must have been parsed from `text`. */
export function readPiece(text: string, blocks: readonly MarkdownNode[]): PieceContent {
  return new PieceReader(text).read(blocks);
}

class PieceReader {
  private readonly sections: (PieceSection & { end: number; blocks: number })[];
  private readonly statements: Statement[] = [];
  private readonly tables: Table[] = [];
  private readonly diagrams: Diagram[] = [];
  private readonly code: CodeBlock[] = [];
  private readonly comments: Comment[] = [];
  private readonly pictures: Picture[] = [];

  constructor(private readonly text: string) {
    this.sections = [
      { title: '', depth: 0, heading: { start: 0, end: 0 }, start: 0, end: text.length, blocks: 0 },
    ];
  }

  read(blocks: readonly MarkdownNode[]): PieceContent {
    const after = blocksAfter(blocks);
    const atEnd = { start: this.text.length, end: this.text.length };
    for (const [i, node] of blocks.entries()) {
      if (node.type === 'heading') {
        const span = spanOf(node);
        this.current.end = span.start;
        const title = fold(inlineText(node.children).text);
        this.sections.push({
          title,
          depth: node.depth,
          heading: span,
          start: span.start,
          end: this.text.length,
          blocks: 0,
        });
        this.addWhole(node.children, { kind: 'heading', quoted: false });
      } else {
        if (!isComment(node) && node.type !== 'definition') this.current.blocks++;
        this.readBlock(node, { kind: 'sentence', quoted: false }, after[i] ?? atEnd);
      }
    }
    const { text, sections, statements, tables, diagrams, code, comments, pictures } = this;
    return { text, sections, statements, tables, diagrams, code, comments, pictures };
  }

  private get current() {
    return this.sections[this.sections.length - 1] as PieceSection & { end: number; blocks: number };
  }

  private get section(): number {
    return this.sections.length - 1;
  }

  /** @param next the block that follows; behind the last block of a piece, an empty span at its end */
  private readBlock(node: MarkdownNode, around: Surroundings, next: Span | undefined): void {
    switch (node.type) {
      case 'paragraph':
        return this.readParagraph(node.children, around);
      case 'heading':
        this.addWhole(node.children, { ...around, kind: 'heading' });
        return;
      case 'blockquote':
      case 'footnote':
        this.readBlocks(node.children, { ...around, quoted: node.type === 'blockquote' });
        return;
      case 'list':
        for (const item of node.children) this.readBlocks(childrenOf(item), { ...around, kind: 'item' });
        return;
      case 'table':
        return this.readTable(node, node.children, around);
      case 'code':
        return this.readCode(node);
      case 'html':
        return this.readHtml(node, node.value, next);
      default:
        return;
    }
  }

  private readBlocks(nodes: readonly MarkdownNode[], around: Surroundings): void {
    const after = blocksAfter(nodes);
    for (const [i, node] of nodes.entries()) this.readBlock(node, around, after[i]);
  }

  private readParagraph(children: readonly MarkdownNode[], around: Surroundings): void {
    this.findInline(children);
    const { text, offsets } = inlineText(children);
    for (const [start, end] of sentenceRanges(text)) {
      this.addStatement(text.slice(start, end), offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1, around);
    }
  }

  /** Adds inline content as one statement, however many sentences it holds. */
  private addWhole(
    children: readonly MarkdownNode[],
    around: Surroundings,
    cell?: Statement['cell'],
  ): string {
    this.findInline(children);
    const { text, offsets } = inlineText(children);
    const folded = fold(text);
    const [first, last] = [text.length - text.trimStart().length, text.trimEnd().length - 1];
    if (folded !== '') this.addStatement(text, offsets[first] ?? 0, (offsets[last] ?? 0) + 1, around, cell);
    return folded;
  }

  private addStatement(
    text: string,
    start: number,
    end: number,
    around: Surroundings,
    cell?: Statement['cell'],
  ): void {
    const statement = {
      kind: around.kind,
      quoted: around.quoted,
      text: fold(text),
      start,
      end,
      section: this.section,
    };
    this.statements.push(cell ? { ...statement, cell } : statement);
  }

  private readTable(span: Span, children: readonly MarkdownNode[], around: Surroundings): void {
    const table = this.tables.length;
    const rows = children.map((line, row) =>
      childrenOf(line).map((cell, column) =>
        this.addWhole(childrenOf(cell), { ...around, kind: 'cell' }, { table, row, column }),
      ),
    );
    this.tables.push({ ...spanOf(span), rows, section: this.section });
  }

  private readCode(node: CodeNode): void {
    const span = spanOf(node);
    const { source } = node;
    const language = node.language.toLowerCase();
    if (language !== 'mermaid') {
      this.code.push({ ...span, language, source, section: this.section });
      return;
    }
    const newline = this.text.indexOf('\n', span.start);
    const sourceStart = newline < 0 || newline >= span.end ? span.end : newline + 1;
    let lineStart = span.start;
    while (lineStart > 0 && !'\r\n'.includes(this.text.charAt(lineStart - 1))) lineStart--;
    const indent = span.start - lineStart;
    this.diagrams.push({ ...span, source, sourceStart, indent, section: this.section });
  }

  private readHtml({ start, end: htmlEnd }: Span, html: string, next?: Span): void {
    for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', at + 4)) {
      const close = html.indexOf('-->', at + 4);
      const end = close < 0 ? html.length : close;
      const comment = {
        text: html.slice(at + 4, end),
        start: start + at,
        end: start + (close < 0 ? end : end + 3),
      };
      this.comments.push({ ...comment, section: this.section, ...(next && { next }) });
      at = end - 4;
    }
    if (/<(?:img|svg)\b/i.test(html)) {
      this.pictures.push({ start, end: htmlEnd, url: '', alt: '', section: this.section });
    }
  }

  private findInline(nodes: readonly MarkdownNode[]): void {
    for (const node of nodes) {
      if (node.type === 'image') {
        const { url, alt } = node;
        this.pictures.push({ ...spanOf(node), url, alt, section: this.section });
      } else if (node.type === 'html') {
        this.readHtml(node, node.value);
      } else if ('children' in node) {
        this.findInline(node.children);
      }
    }
  }
}

/** For each block: the next one that is no comment. */
function blocksAfter(nodes: readonly MarkdownNode[]): (Span | undefined)[] {
  const after: (Span | undefined)[] = [];
  let next: Span | undefined;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as MarkdownNode;
    after[i] = next;
    if (!isComment(node)) next = spanOf(node);
  }
  return after;
}

function isComment(node: MarkdownNode): boolean {
  return (
    node.type === 'html' && node.value.trimStart().startsWith('<!--') && node.value.trimEnd().endsWith('-->')
  );
}

function childrenOf(node: MarkdownNode): readonly MarkdownNode[] {
  return 'children' in node ? node.children : [];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Folds runs of white space to one space. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
