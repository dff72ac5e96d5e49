import type { CodeBlock, DesignDoc } from '../document/types';
import type { Assessment } from './reading';

/** Judges what is answered by a drawing and not by words; undefined for everything else. */
export function judgeByShape(doc: DesignDoc, key: string): Assessment | undefined {
  if (key !== 'p/architecture') return undefined;
  const drawn = hasDiagram(doc);
  return { answer: drawn ? 'answered' : 'missing', evidence: -1, score: drawn ? 1 : 0 };
}

const DRAWING_LANGUAGES = new Set(['plantuml', 'puml', 'dot', 'graphviz', 'd2', 'ditaa', 'seqdiag', 'blockdiag', 'svgbob']);

/** Small pictures that tell a state, not a design. */
const BADGE = /shields\.io|badge|travis-ci|codecov|coveralls|goreportcard|app\.netlify/i;

/** Whether a doc shows a diagram: a Mermaid fence, another drawing language, a picture, or boxes drawn in text. */
export function hasDiagram(doc: DesignDoc): boolean {
  return (
    doc.diagrams.length > 0 ||
    doc.pictures.some(({ url }) => !BADGE.test(url)) ||
    doc.code.some((code) => DRAWING_LANGUAGES.has(code.language) || isDrawn(code)) ||
    /<(?:pre|div)[^>]*\bclass=["']?mermaid\b/i.test(doc.text)
  );
}

/** Whether a code block holds boxes or arrows drawn with characters; trees of files and tables are none. */
export function isDrawn({ source }: CodeBlock): boolean {
  if (source.length > 100_000) return false;
  let corners = 0;
  let edges = 0;
  let sides = 0;
  let arrows = 0;
  for (const line of source.split('\n')) {
    if (/[┌┐┘╔╗╝╭╮╯]/.test(line)) corners++;
    if (/\+[-=~]{2,}|[-=~]{3,}\+|^\s*[-_]{8,}\s*$|\s[-_]{6,}\s/.test(line)) edges++;
    if (/\|\s.*\|/.test(line)) sides++;
    if (/->|<-|=>|→|[▼▲▶◀]|^\s*[v^|]\s*$|\sV\s/.test(line)) arrows++;
  }
  return corners >= 2 || (edges >= 2 && sides >= 1) || (edges >= 1 && arrows >= 2 && sides >= 1);
}
