import type { Position } from 'unist';
import type { Labels, LabelsOfText } from './link-labels';

/** Half-open range of UTF-16 offsets into the doc's text, 0-based. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a statement was found. Code is never a statement. */
export type StatementKind = 'sentence' | 'item' | 'cell' | 'heading';

/** One sentence, list item or table cell (or a heading's words): the smallest thing that can answer a question. */
export interface Statement extends Span {
  readonly kind: StatementKind;
  /** Plain text: no Markdown marks, white space folded, inline code kept as its words. */
  readonly text: string;
  /** Inside a block quote: what somebody else said, or a template's advice. */
  readonly quoted: boolean;
  /** Index into `DesignDoc.sections`. */
  readonly section: number;
  /** For a cell: its table's index into `DesignDoc.tables`, 0-based row (0 is the header) and column. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

/** A heading with what stands below it up to the next heading. Section 0 is what stands before the first heading. */
export interface Section extends Span {
  /** This section's place in `DesignDoc.sections`. */
  readonly index: number;
  /** The heading's plain text; empty for section 0. */
  readonly title: string;
  /** 1 to 6; 0 for section 0. */
  readonly depth: number;
  /** The heading itself, empty for section 0. */
  readonly heading: Span;
  /** Index of the section this one belongs to, or -1. */
  readonly parent: number;
  /** Number of blocks of its own (paragraphs, lists, tables, code …), subsections and comments not counted. */
  readonly blocks: number;
}

/** A Mermaid fence. */
export interface Diagram extends Span {
  readonly source: string;
  /** Offset of the line on which the source begins (the line after the opening fence). */
  readonly sourceStart: number;
  /** Columns that the doc's lines have in front of the source's (a fence inside a list item). */
  readonly indent: number;
  readonly section: number;
}

/** A fenced or indented code block that is no Mermaid diagram. */
export interface CodeBlock extends Span {
  readonly language: string;
  readonly source: string;
  readonly section: number;
}

/** A GFM table; cell texts are plain. `rows[0]` is the header. */
export interface Table extends Span {
  readonly rows: readonly (readonly string[])[];
  readonly section: number;
}

/** An HTML comment, without its marks. */
export interface Comment extends Span {
  readonly text: string;
  readonly section: number;
  /** The block that follows it among its siblings, other comments skipped; undefined when it is the last. */
  readonly next?: Span;
}

/** An embedded picture. */
export interface Picture extends Span {
  readonly url: string;
  readonly alt: string;
  readonly section: number;
}

/** One `key: value` of the front matter. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: unknown;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** The YAML block at the top. What of it cannot be read has no entry; `errors` then says why. */
export interface FrontMatter extends Span {
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly { readonly message: string; readonly span: Span }[];
}

/** A design doc as read once from its text. Offsets are into `text`. */
export interface DesignDoc {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly sections: readonly Section[];
  /** All of them, put in their places when first asked for: what needs a few takes them by `statementAt`. */
  readonly statements: readonly Statement[];
  /** The statement with an index in `statements`; undefined for one that is not there. */
  readonly statementAt: (index: number) => Statement | undefined;
  readonly tables: readonly Table[];
  readonly diagrams: readonly Diagram[];
  readonly code: readonly CodeBlock[];
  readonly comments: readonly Comment[];
  readonly pictures: readonly Picture[];
  /** The pieces the text was parsed in; a piece that an edit left alone is the same object as before. */
  readonly pieces: readonly PlacedPiece[];
  /** 1-based line and column, as unist counts them, of a span. */
  readonly position: (span: Span) => Position;
}

/**
 * What one piece of text (a heading and its body) says. Offsets, `section` and `cell.table` count from the piece's
 * start; `sections[0]` is what stands before the piece's first heading and may be empty.
 */
export interface Piece extends PieceContent {
  readonly labels: LabelsOfText;
  /** Of the labels that it names, those that the doc defines: what a piece says depends on its text and on them. */
  readonly known: Labels;
}

/** What a piece says. */
export interface PieceContent {
  readonly text: string;
  readonly sections: readonly PieceSection[];
  readonly statements: readonly Statement[];
  readonly tables: readonly Table[];
  readonly diagrams: readonly Diagram[];
  readonly code: readonly CodeBlock[];
  readonly comments: readonly Comment[];
  readonly pictures: readonly Picture[];
}

/** A section as a piece knows it: it cannot know its parent, which may stand in an earlier piece. */
export type PieceSection = Omit<Section, 'index' | 'parent'>;

/** A piece at its place in the doc. */
export interface PlacedPiece {
  readonly piece: Piece;
  /** Offset of the piece's first character. */
  readonly offset: number;
  /** Index in `DesignDoc.statements` of the piece's first statement. */
  readonly firstStatement: number;
  /**
   * Index in `DesignDoc.sections` of the piece's first section. What stands before a later piece's heading is nothing:
   * that section is the last one of the piece in front.
   */
  readonly firstSection: number;
  /** Index in `DesignDoc.tables` of the piece's first table. */
  readonly firstTable: number;
}
