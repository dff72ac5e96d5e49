import type { TreeCursor } from '@lezer/common';
import { parser, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { decodeString } from 'micromark-util-decode-string';
import { bracketRule } from './brackets';
import { Footnotes } from './footnotes';
import { inlineRules } from './inline-rules';
import { labelsIn, normalisedLabel, type Labels } from './link-labels';
import { ListsAfterItems } from './lists-after-items';
import type { MarkdownNode } from './markdown-tree';
import { runOfSpaces } from './runs-of-spaces';
import { markOfEmphasis, unclosedCode, unclosedTag } from './unclosed';

/** GitHub's Markdown but for bare addresses, which GitHub makes links of: they say the same as plain text. */
const github = parser.configure([Table, TaskList, Strikethrough, Footnotes, ListsAfterItems]);

/** Reads texts that name certain labels. */
function readerOf(labels: Labels): typeof github {
  const bracket = bracketRule(labels);
  const rules = {
    ...{ '[': bracket, ']': bracket, '!': bracket, ' ': runOfSpaces },
    ...{ '`': unclosedCode, '<': unclosedTag, '*': markOfEmphasis, _: markOfEmphasis, '~': markOfEmphasis },
  };
  return github.configure(inlineRules(rules));
}

/** Most pieces name none. */
const withoutLabels = readerOf(new Map());

/**
 * The blocks of a Markdown text without front matter.
 *
 * @param labels those of the labels it names that its doc defines; by default, those that the text itself defines
 */
export function markdownTree(text: string, labels: Labels = labelsIn(text)): readonly MarkdownNode[] {
  const markdown = labels.size === 0 ? withoutLabels : readerOf(labels);
  return new TreeReader(text, labels).read(markdown.parse(asTheParserReads(text)).cursor());
}

/**
 * The parser knows no line ends but line feeds, and no white space behind the line that makes a table. What stands for
 * them takes as much room, so that places stay.
 */
function asTheParserReads(text: string): string {
  const withLineFeeds = text.includes('\r')
    ? text
        .replace(/(?<!\\)((?:\\\\){0,50})\\\r\n/g, '$1  \n')
        .replace(/\r\n/g, ' \n')
        .replace(/\r/g, '\n')
    : text;
  return withLineFeeds.replace(/^((?:[ \t>]*\|)?[ \t>]*:?-[-:| \t]*)\|([ \t]+)$/gm, '$1$2|');
}

/** Brings the parser's tree, which holds marks and leaves out words, into the terms of mdast. */
class TreeReader {
  private isInCell = false;

  constructor(
    private readonly text: string,
    private readonly labels: Labels,
  ) {}

  read(cursor: TreeCursor): readonly MarkdownNode[] {
    return this.blocks(cursor);
  }

  private blocks(cursor: TreeCursor): MarkdownNode[] {
    return this.children(cursor, () => this.block(cursor));
  }

  private block(cursor: TreeCursor): MarkdownNode | undefined {
    const { name } = cursor;
    const { start, end } = this.trimmed(cursor);
    switch (name) {
      case 'Paragraph':
      case 'Task':
        return { type: 'paragraph', start, end, children: this.inline(cursor) };
      case 'Blockquote':
        return { type: 'blockquote', start, end, children: this.blocks(cursor) };
      case 'FootnoteDefinition':
        return { type: 'footnote', start, end, children: this.blocks(cursor) };
      case 'BulletList':
      case 'OrderedList':
        return { type: 'list', start, end, children: this.blocks(cursor) };
      case 'ListItem':
        return { type: 'item', start, end, children: this.blocks(cursor) };
      case 'Table':
        return { type: 'table', start, end, children: this.children(cursor, () => this.row(cursor)) };
      case 'FencedCode':
      case 'CodeBlock':
        return this.code(cursor);
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        return { type: 'html', start, end, value: this.text.slice(start, end) };
      case 'HorizontalRule':
        return { type: 'rule', start, end };
      case 'LinkReference':
        return { type: 'definition', start, end };
      default: {
        const depth = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
        if (depth === undefined) return undefined;
        return { type: 'heading', depth: Number(depth), start, end, children: this.inline(cursor) };
      }
    }
  }

  /** A row of a table. The parser leaves out empty cells: they are told by the lines around them. */
  private row(cursor: TreeCursor): MarkdownNode | undefined {
    const { name, from: start, to: end } = cursor;
    if (name !== 'TableHeader' && name !== 'TableRow') return undefined;
    const cells: MarkdownNode[] = [];
    let column = this.text[start] === '|' ? -1 : 0;
    this.isInCell = true;
    this.children(cursor, () => {
      const { from, to } = cursor;
      if (cursor.name === 'TableDelimiter') column++;
      if (cursor.name === 'TableCell')
        cells[column] = { type: 'cell', start: from, end: to, children: this.inline(cursor) };
      return undefined;
    });
    this.isInCell = false;
    const count = Math.max(column, cells.length);
    const empty: MarkdownNode = { type: 'cell', start: end, end, children: [] };
    return {
      type: 'row',
      start,
      end,
      children: Array.from({ length: count }, (_, i) => cells[i] ?? empty),
    };
  }

  /** Where a block begins and ends without white space around it. */
  private trimmed({ from, to }: TreeCursor): { start: number; end: number } {
    let [start, end] = [from, to];
    while (end > start && isSpace(this.text.charCodeAt(end - 1))) end--;
    while (start < end && isSpace(this.text.charCodeAt(start))) start++;
    return { start, end };
  }

  private code(cursor: TreeCursor): MarkdownNode {
    const { name } = cursor;
    const { start, end } = this.trimmed(cursor);
    let language = '';
    let first: number | undefined;
    let marks = 0;
    const parts: string[] = [];
    this.children(cursor, () => {
      if (cursor.name === 'CodeMark') marks++;
      if (cursor.name === 'CodeInfo') language = decodeString(/^\S*/.exec(this.source(cursor))?.[0] ?? '');
      if (cursor.name !== 'CodeText') return undefined;
      first ??= cursor.from;
      parts.push(this.source(cursor));
      return undefined;
    });
    // A fence that nothing closes goes on to the end of what it stands in; empty lines there are no part of the code.
    const source = marks === 1 ? withoutEmptyEnd(parts.join('')) : parts.join('').replace(/\r$/, '');
    if (name === 'CodeBlock') return { type: 'code', start, end, language, source };
    // What the fence is indented by, beyond the list item it may stand in, is no part of the code.
    const indent = first === undefined ? 0 : this.columnOf(start) - this.columnOf(first);
    return { type: 'code', start, end, language, source: indent > 0 ? outdented(source, indent) : source };
  }

  private columnOf(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1) - 1;
  }

  /** The content of a block or of marks around words: its words, and what stands between them. */
  private inline(cursor: TreeCursor): MarkdownNode[] {
    const { from, to } = cursor;
    const found: MarkdownNode[] = [];
    let at = from;
    this.children(cursor, () => {
      const { from: start, to: end } = cursor;
      this.addText(found, at, start);
      this.addInline(found, cursor);
      at = end;
      return undefined;
    });
    this.addText(found, at, to);
    return found;
  }

  private addText(to: MarkdownNode[], start: number, end: number): void {
    if (start < end) to.push({ type: 'text', start, end, value: this.text.slice(start, end) });
  }

  private addInline(to: MarkdownNode[], cursor: TreeCursor): void {
    const { name, from: start, to: end } = cursor;
    switch (name) {
      case 'Emphasis':
      case 'StrongEmphasis':
      case 'Strikethrough':
        to.push({ type: 'span', start, end, children: this.inline(cursor) });
        break;
      case 'Link':
      case 'Image':
        this.addLink(to, cursor);
        break;
      case 'Autolink':
        this.addText(to, start + 1, end - 1);
        break;
      case 'InlineCode':
        this.addCode(to, cursor);
        break;
      case 'HTMLTag':
        // No element's name has other characters: `<block_number>` is a word.
        if (!/^<\/?[a-z][a-z\d-]*[\s/>]/i.test(this.source(cursor))) this.addText(to, start, end);
        else to.push({ type: 'html', start, end, value: this.source(cursor) });
        break;
      case 'Comment':
      case 'ProcessingInstruction':
        to.push({ type: 'html', start, end, value: this.source(cursor) });
        break;
      case 'HardBreak':
        to.push({ type: 'break', start, end });
        break;
      case 'Escape':
      case 'Entity':
        to.push({ type: 'escaped', start, end, value: decodeString(this.source(cursor)) });
        break;
    }
  }

  private addCode(to: MarkdownNode[], cursor: TreeCursor): void {
    let marks = 0;
    while (this.text[cursor.from + marks] === '`') marks++;
    let [start, end] = [cursor.from + marks, cursor.to - marks];
    const padded = [start, end - 1].every((at) => /[ \r\n]/.test(this.text[at] ?? ''));
    if (padded && this.text.slice(start, end).trim() !== '') [start, end] = [start + 1, end - 1];
    // In a table a line within code is escaped like any other.
    for (const part of this.text.slice(start, end).split(this.isInCell ? /\\(?=\|)/ : /(?!)/)) {
      to.push({ type: 'inlineCode', start, end: start + part.length, value: part });
      start += part.length + 1;
    }
  }

  private addLink(to: MarkdownNode[], cursor: TreeCursor): void {
    const { from: start, to: end, name } = cursor;
    const words: MarkdownNode[] = [];
    let at = start;
    let close = end;
    let url: string | undefined;
    let label: string | undefined;
    this.children(cursor, () => {
      const { from, to: behind } = cursor;
      if (cursor.name === 'LinkMark') {
        if (at === start) at = behind;
        else if (close === end && this.text[from] === ']') {
          this.addText(words, at, from);
          close = from;
        } else url ??= '';
      } else if (close < end) {
        if (cursor.name === 'URL') url = decodeString(this.source(cursor).replace(/^<|>$/g, ''));
        if (cursor.name === 'LinkLabel') label = this.text.slice(from + 1, behind - 1);
      } else {
        this.addText(words, at, from);
        this.addInline(words, cursor);
        at = behind;
      }
      return undefined;
    });
    const open = start + (name === 'Image' ? 2 : 1);
    const shown = this.text.slice(open, close);
    const address = url ?? this.labels.get(normalisedLabel(label || shown));
    if (address === undefined) {
      this.addText(to, start, open);
      to.push(...words);
      this.addText(to, close, end);
    } else if (name === 'Image') {
      to.push({ type: 'image', start, end, url: address, alt: wordsOf(words) });
    } else if (!shown.startsWith('^') || url !== undefined) {
      to.push({ type: 'span', start, end, children: words });
    }
  }

  private source({ from, to }: TreeCursor): string {
    return this.text.slice(from, to);
  }

  private children<T>(cursor: TreeCursor, read: () => T | undefined): T[] {
    const found: T[] = [];
    if (!cursor.firstChild()) return found;
    do {
      const node = read();
      if (node !== undefined) found.push(node);
    } while (cursor.nextSibling());
    cursor.parent();
    return found;
  }
}

function withoutEmptyEnd(source: string): string {
  let end = source.length;
  while (end > 0 && '\r\n'.includes(source.charAt(end - 1))) end--;
  return source.slice(0, end);
}

function outdented(source: string, indent: number): string {
  return source.replace(new RegExp(`^ {1,${String(indent)}}`, 'gm'), '');
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The words of inline nodes without marks. */
function wordsOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => ('children' in node ? wordsOf(node.children) : 'value' in node ? node.value : ''))
    .join('');
}
