import { LineIndex } from '../document/line-index';
import { asMermaidReads } from './as-mermaid-reads';
import type { DiagramProblem } from './check-diagram';
import { placeOfJisonError, placeOfName } from './error-place';
import { recognise, type JisonHash, type LangiumResult } from './mermaid-errors';

/** Tells a Mermaid error in a person's words, with its place in the source; undefined for a failure of our own. */
export function explainError(source: string, thrown: unknown): DiagramProblem | undefined {
  const error = recognise(thrown);
  if (!error) return undefined;
  const read = asMermaidReads(source);
  /** @param offset 0-based, in the text as Mermaid reads it. */
  const at = (offset: number, message: string): DiagramProblem => {
    const { line, column } = new LineIndex(source).pointAt(
      Math.min(read.originOf(offset), source.trimEnd().length),
    );
    return { line, column, message };
  };
  switch (error.from) {
    case 'unknown-kind':
      return at(0, unknownKind(read.text));
    case 'yaml':
      // The block's first line is its row of dashes.
      return {
        line: error.line + 2,
        column: error.column + 1,
        message: `The front matter is not valid YAML: ${error.reason}.`,
      };
    case 'langium':
      return explainLangium(error.result, read.text, at);
    case 'jison': {
      const { message, hash } = error;
      const grammatical = /^(?:Parse|Lexical) error on line/.test(message);
      if (!grammatical) return at(placeOfName(read.text, [hash.text ?? '', message]), sentence(message));
      return at(placeOfJisonError(read.text, hash, message), explainJison(hash));
    }
    case 'meaning':
      return at(placeOfName(read.text, [error.message]), sentence(error.message));
  }
}

function unknownKind(text: string): string {
  const word = /^[^\s{[(;:]+/.exec(text)?.[0];
  if (word === undefined) return 'The diagram is empty.';
  return `“${shorten(word)}” is no kind of diagram that Mermaid knows. Begin with flowchart, sequenceDiagram, classDiagram, stateDiagram-v2 or erDiagram, for example.`;
}

function explainLangium(
  result: LangiumResult,
  text: string,
  at: (offset: number, message: string) => DiagramProblem,
): DiagramProblem {
  const lexer = result.lexerErrors[0];
  const parser = result.parserErrors[0];
  const parserAt = parser
    ? Number.isNaN(parser.token.startOffset)
      ? (parser.previousToken?.endOffset ?? text.trimEnd().length - 1) + 1
      : parser.token.startOffset
    : Infinity;
  if (lexer && lexer.offset <= parserAt) {
    return at(
      lexer.offset,
      `Unexpected “${shorten(text.slice(lexer.offset, lexer.offset + lexer.length))}”.`,
    );
  }
  const expected = /token of type '(\w+)'/.exec(parser?.message ?? '')?.[1];
  return at(parserAt, unexpected(parser?.token.image ?? '', expected === undefined ? [] : [expected]));
}

function explainJison(hash: JisonHash): string {
  const expected = Array.isArray(hash.expected)
    ? hash.expected.map((it) => String(it).replace(/^'|'$/g, ''))
    : [];
  const text = hash.text ?? '';
  const openLabel = ['SQE', 'PE', 'DIAMOND_STOP'].some((it) => expected.includes(it));
  if (openLabel && /^[([{)\]}"]/.test(text)) {
    return `“${text.trim()}” cannot stand inside this label. Put the whole label in double quotes: ["…"].`;
  }
  if (hash.token === 'end' && expected.includes('NODE_STRING')) {
    return '“end” is a word of Mermaid’s own. Write “End”, or give the node another name and the label ["end"].';
  }
  return hash.token === null || hash.token === undefined
    ? 'Mermaid cannot read this.'
    : unexpected(text, expected);
}

function unexpected(text: string, expected: readonly string[]): string {
  const wanted = [...new Set(expected.map(inWords).filter((it) => it !== undefined))];
  const wish =
    expected.length <= 6 && wanted.length > 0 && wanted.length <= 3 ? wanted.join(' or ') : undefined;
  if (text.trim() !== '') {
    return `Unexpected “${shorten(text.trim())}”${wish === undefined ? '' : `; expected ${wish}`}.`;
  }
  if (text !== '') return `The line ends too early${wish === undefined ? '' : `; expected ${wish}`}.`;
  if (wish !== undefined) return `The diagram ends too early; expected ${wish}.`;
  if (expected.includes('end')) return 'The diagram ends while a block is still open; expected “end”.';
  return 'The diagram ends too early.';
}

/** Names of tokens that say something to a person; the others are left out. */
function inWords(token: string): string | undefined {
  if (/^[^A-Za-z]+$/.test(token) || token === 'end') return `“${token}”`;
  return TOKENS[token] ?? (/NUMBER|INT/.test(token) ? 'a number' : undefined);
}

const TOKENS: Readonly<Record<string, string>> = {
  COLON: '“:”',
  COMMA: '“,”',
  STYLE_SEPARATOR: '“:::”',
  STRUCT_STOP: '“}”',
  SQE: '“]”',
  PE: '“)”',
  RBRACE: '“}”',
  NODE_DEND: 'a closing bracket',
  DIAMOND_STOP: '“}”',
  ID: 'a name',
  NODE_STRING: 'a name',
  STR: 'text in quotes',
  STRING: 'text in quotes',
  taskData: '“:” and what belongs behind it',
  NEWLINE: 'a new line',
};

function sentence(message: string): string {
  const line = message.split('\n')[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
