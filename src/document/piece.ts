import type { Html, ListItem, Nodes, Paragraph, PhrasingContent, Root, Table as MdastTable } from 'mdast';
import { inlineText } from './inline-text';
import { sentenceRanges } from './sentences';
import type {
  CodeBlock,
  Comment,
  Diagram,
  Picture,
  Piece,
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

/** Reads what a piece says from its syntax tree, in one walk. `tree` must have been parsed from `text`. */
export function readPiece(text: string, tree: Root): Piece {
  return new PieceReader(text).read(tree);
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

  read(tree: Root): Piece {
    const after = blocksAfter(tree.children);
    const atEnd = { start: this.text.length, end: this.text.length };
    for (const [i, node] of tree.children.entries()) {
      if (node.type === 'heading') {
        const span = spanOf(node);
        this.current.end = span.start;
        const title = fold(inlineText(node.children, this.text).text);
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
        if (node.type !== 'yaml' && !isComment(node) && node.type !== 'definition') this.current.blocks++;
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
  private readBlock(node: Nodes, around: Surroundings, next: Span | undefined): void {
    switch (node.type) {
      case 'paragraph':
        return this.readParagraph(node, around);
      case 'heading':
        this.addWhole(node.children, { ...around, kind: 'heading' });
        return;
      case 'blockquote':
      case 'footnoteDefinition':
        this.readBlocks(node.children, { ...around, quoted: node.type === 'blockquote' });
        return;
      case 'list':
        for (const item of node.children) this.readItem(item, around);
        return;
      case 'table':
        return this.readTable(node, around);
      case 'code':
        return this.readCode(node);
      case 'html':
        return this.readHtml(node, next);
      default:
        return;
    }
  }

  private readBlocks(nodes: readonly Nodes[], around: Surroundings): void {
    const after = blocksAfter(nodes);
    for (const [i, node] of nodes.entries()) this.readBlock(node, around, after[i]);
  }

  private readItem(item: ListItem, around: Surroundings): void {
    this.readBlocks(item.children, { ...around, kind: 'item' });
  }

  private readParagraph(node: Paragraph, around: Surroundings): void {
    this.findInline(node.children);
    const { text, offsets } = inlineText(node.children, this.text);
    for (const [start, end] of sentenceRanges(text)) {
      this.addStatement(text.slice(start, end), offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1, around);
    }
  }

  /** Adds inline content as one statement, however many sentences it holds. */
  private addWhole(
    children: readonly PhrasingContent[],
    around: Surroundings,
    cell?: Statement['cell'],
  ): string {
    this.findInline(children);
    const { text, offsets } = inlineText(children, this.text);
    const folded = fold(text);
    if (folded !== '')
      this.addStatement(text, offsets[0] ?? 0, (offsets[offsets.length - 1] ?? 0) + 1, around, cell);
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

  private readTable(node: MdastTable, around: Surroundings): void {
    const table = this.tables.length;
    const rows = node.children.map((row, rowIndex) =>
      row.children.map((cell, column) =>
        this.addWhole(cell.children, { ...around, kind: 'cell' }, { table, row: rowIndex, column }),
      ),
    );
    this.tables.push({ ...spanOf(node), rows, section: this.section });
  }

  private readCode(node: Extract<Nodes, { type: 'code' }>): void {
    const span = spanOf(node);
    const language = (node.lang ?? '').toLowerCase();
    if (language !== 'mermaid') {
      this.code.push({ ...span, language, source: node.value, section: this.section });
      return;
    }
    const newline = this.text.indexOf('\n', span.start);
    const sourceStart = newline < 0 || newline >= span.end ? span.end : newline + 1;
    const indent = (node.position?.start.column ?? 1) - 1;
    this.diagrams.push({ ...span, source: node.value, sourceStart, indent, section: this.section });
  }

  private readHtml(node: Html, next?: Span): void {
    const { start } = spanOf(node);
    for (let at = node.value.indexOf('<!--'); at >= 0; at = node.value.indexOf('<!--', at + 4)) {
      const close = node.value.indexOf('-->', at + 4);
      const end = close < 0 ? node.value.length : close;
      const comment = {
        text: node.value.slice(at + 4, end),
        start: start + at,
        end: start + (close < 0 ? end : end + 3),
      };
      this.comments.push({ ...comment, section: this.section, ...(next && { next }) });
      at = end - 4;
    }
    if (/<(?:img|svg)\b/i.test(node.value)) {
      this.pictures.push({ ...spanOf(node), url: '', alt: '', section: this.section });
    }
  }

  private findInline(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'image' || node.type === 'imageReference') {
        const url = node.type === 'image' ? node.url : '';
        this.pictures.push({ ...spanOf(node), url, alt: node.alt ?? '', section: this.section });
      } else if (node.type === 'html') {
        this.readHtml(node);
      } else if ('children' in node) {
        this.findInline(node.children);
      }
    }
  }
}

/** For each block: the next one that is no comment. */
function blocksAfter(nodes: readonly Nodes[]): (Span | undefined)[] {
  const after: (Span | undefined)[] = [];
  let next: Span | undefined;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as Nodes;
    after[i] = next;
    if (!isComment(node)) next = spanOf(node);
  }
  return after;
}

function isComment(node: Nodes): boolean {
  return (
    node.type === 'html' && node.value.trimStart().startsWith('<!--') && node.value.trimEnd().endsWith('-->')
  );
}

function spanOf(node: Nodes): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

/** Folds runs of white space to one space. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
