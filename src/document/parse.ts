import { readFrontMatter } from './front-matter';
import { LineIndex } from './line-index';
import { areSame, knownTo, labelsOf, type Labels, type LabelsOfText } from './link-labels';
import { markdownTree } from './markdown';
import { readPiece } from './piece';
import { placeStatement, statementAt } from './place-statement';
import { splitAtHeadings } from './split';
import type {
  Comment,
  DesignDoc,
  FrontMatter,
  Piece,
  PieceContent,
  PieceSection,
  PlacedPiece,
  Section,
  Span,
  Statement,
} from './types';

/**
 * Reads a Markdown text (without a byte order mark). With `before`, the same doc as it was before an edit, only the
 * pieces that the edit changed are parsed; the result equals a reading from scratch.
 */
export function parseDesignDoc(text: string, before?: DesignDoc): DesignDoc {
  const frontMatter = readFrontMatter(text);
  const bodyStart = frontMatter?.end ?? 0;
  const body = text.slice(bodyStart);
  const starts = splitAtHeadings(body);
  const read = new KnownPieces(before?.pieces ?? [], starts.length);
  const sources = starts.map((start, i) => {
    const source = body.slice(start, starts[i + 1] ?? body.length);
    const piece = read.find(source, i);
    return { source, piece, labels: piece?.labels ?? labelsOf(source), offset: bodyStart + start };
  });
  const defined = allDefined(sources.map(({ labels }) => labels));
  const pieces = sources.map(({ source, piece, labels, offset }) => {
    const known = knownTo(labels, defined);
    if (piece && areSame(piece.known, known)) return { piece, offset };
    return { piece: parsePiece(source, labels, known), offset };
  });
  return assemble(text, frontMatter, pieces);
}

/** The labels that a doc defines, in any of its pieces. */
function allDefined(pieces: readonly LabelsOfText[]): Labels {
  const all = new Map<string, string>();
  for (const { defined } of pieces) {
    for (const [label, address] of defined) if (!all.has(label)) all.set(label, address);
  }
  return all;
}

/** Reads a piece from scratch. */
function parsePiece(source: string, labels: LabelsOfText, known: Labels): Piece {
  // Written out like `placeStatement`.
  const { text, sections, statements, tables, diagrams, code, comments, pictures } = readContent(
    source,
    known,
  );
  return { text, sections, statements, tables, diagrams, code, comments, pictures, labels, known };
}

/** What is nested too deep for the parser is taken for words: nobody writes it. */
function readContent(source: string, known: Labels): PieceContent {
  try {
    return readPiece(source, markdownTree(source, known));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const span = { start: 0, end: source.length };
    return readPiece(source, [
      { type: 'paragraph', ...span, children: [{ type: 'text', ...span, value: source }] },
    ]);
  }
}

/** The pieces of a doc before an edit. */
class KnownPieces {
  private byText: Map<string, Piece> | undefined;

  /** @param count how many pieces there are now */
  constructor(
    private readonly pieces: readonly PlacedPiece[],
    private readonly count: number,
  ) {}

  /** The piece with a text, which now is the `i`th: most are as far from the start or from the end as before. */
  find(text: string, i: number): Piece | undefined {
    for (const at of [i, i + this.pieces.length - this.count]) {
      const piece = this.pieces[at]?.piece;
      if (piece?.text === text) return piece;
    }
    this.byText ??= new Map(this.pieces.map(({ piece }) => [piece.text, piece]));
    return this.byText.get(text);
  }
}

/** Puts pieces at their places: offsets become the doc's, sections get their index and parent. */
function assemble(
  text: string,
  frontMatter: FrontMatter | undefined,
  parts: readonly { piece: Piece; offset: number }[],
): DesignDoc {
  const sections: Section[] = [];
  let count = 0;
  const doc = {
    tables: [] as DesignDoc['tables'][number][],
    diagrams: [] as DesignDoc['diagrams'][number][],
    code: [] as DesignDoc['code'][number][],
    comments: [] as DesignDoc['comments'][number][],
    pictures: [] as DesignDoc['pictures'][number][],
  };
  const pieces: PlacedPiece[] = [];
  for (const [i, { piece, offset }] of parts.entries()) {
    const firstTable = doc.tables.length;
    const firstSection = placeSections(sections, piece, offset);
    pieces.push({ piece, offset, firstStatement: count, firstSection, firstTable });
    count += piece.statements.length;
    const place = <T extends Span & { section: number }>(item: T): T => ({
      ...item,
      start: item.start + offset,
      end: item.end + offset,
      section: firstSection + item.section,
    });
    for (const { start, end, section, rows } of piece.tables)
      doc.tables.push({ start: start + offset, end: end + offset, section: firstSection + section, rows });
    for (const item of piece.diagrams)
      doc.diagrams.push({ ...place(item), sourceStart: item.sourceStart + offset });
    for (const item of piece.code) doc.code.push(place(item));
    for (const item of piece.comments) {
      const next = blockAfterComment(item, piece, parts[i + 1]?.piece);
      doc.comments.push({
        ...place(item),
        next: next && { start: next.start + offset, end: next.end + offset },
      });
    }
    for (const item of piece.pictures) doc.pictures.push(place(item));
  }
  let lines: LineIndex | undefined;
  const position = (span: Span) => {
    lines ??= new LineIndex(text);
    return { start: lines.pointAt(span.start), end: lines.pointAt(span.end) };
  };
  let statements: readonly Statement[] | undefined;
  return {
    text,
    frontMatter,
    sections,
    ...doc,
    pieces,
    position,
    get statements() {
      return (statements ??= pieces.flatMap((placed) =>
        placed.piece.statements.map((statement) => placeStatement(statement, placed)),
      ));
    },
    statementAt: (index) => statementAt(pieces, index),
  };
}

/** The block after a comment, relative to its piece's start: behind a piece's last block stands the next one's heading. */
function blockAfterComment({ next }: Comment, piece: Piece, after: Piece | undefined): Span | undefined {
  const end = piece.text.length;
  if (next?.start !== end) return next;
  const heading = after?.sections[1]?.heading;
  return heading && { start: end + heading.start, end: end + heading.end };
}

/** Appends a piece's sections and returns the index of the first in the doc. */
function placeSections(sections: Section[], piece: Piece, offset: number): number {
  // A later piece begins with its heading: what stands before it is nothing.
  const first = Math.max(sections.length - 1, 0);
  for (const section of sections.length === 0 ? piece.sections : piece.sections.slice(1))
    sections.push(placeSection(section, offset, sections));
  return first;
}

/** Written out like `placeStatement`. */
function placeSection(section: PieceSection, offset: number, before: readonly Section[]): Section {
  const { title, depth, heading, start, end, blocks } = section;
  const index = before.length;
  let parent = index - 1;
  while (parent > 0 && (before[parent]?.depth ?? 0) >= depth) parent = before[parent]?.parent ?? -1;
  return {
    index,
    title,
    depth,
    heading: { start: heading.start + offset, end: heading.end + offset },
    start: start + offset,
    end: end + offset,
    parent,
    blocks,
  };
}
