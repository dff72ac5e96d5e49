import type { CodeBlock, DesignDoc, Picture } from './types';

/** Whether the doc shows something: a diagram of any language, a picture, or boxes drawn with characters. */
export function hasDrawing(doc: DesignDoc): boolean {
  return (
    doc.diagrams.length > 0 ||
    doc.pictures.some(isDrawing) ||
    doc.code.some(isDrawnInText) ||
    /<(?:pre|div)[^<>]*\bclass=["']?mermaid\b/i.test(doc.text)
  );
}

/** A badge that says whether a build is green shows nothing of a design. */
function isDrawing(picture: Picture): boolean {
  return !/badge|shields\.io|travis-ci|codecov|coveralls|goreportcard/i.test(picture.url);
}

const DIAGRAM_LANGUAGES = new Set([
  ...['plantuml', 'puml', 'c4plantuml', 'dot', 'graphviz', 'd2', 'ditaa', 'svgbob', 'nomnoml'],
  ...['seqdiag', 'blockdiag', 'actdiag', 'nwdiag', 'pikchr', 'structurizr'],
]);

/** A drawing is smaller; what is larger is data and is not searched. */
const LARGEST_DRAWING = 100_000;

/** Whether a code block draws boxes or arrows; trees of files, tables and shell prompts do not. */
function isDrawnInText({ language, source }: CodeBlock): boolean {
  if (DIAGRAM_LANGUAGES.has(language)) return true;
  if (source.length > LARGEST_DRAWING) return false;
  const n = { corners: 0, edges: 0, sides: 0, arrows: 0 };
  for (const line of source.split('\n')) {
    if (/[┌┐┘╔╗╝╭╮╯]/.test(line)) n.corners++;
    if (/\+[-=~]{2}|[-=~]{3}\+|^\s*[-_]{8,}\s*$|\s[-_]{6,}\s/.test(line)) n.edges++;
    if (/\|\s.*\|/.test(line)) n.sides++;
    if (/->|<-|=>|→|[▼▲▶◀]|^\s*[v^|]\s*$/i.test(line)) n.arrows++;
  }
  return n.corners >= 2 || (n.edges >= 2 && n.sides >= 1) || (n.edges >= 1 && n.arrows >= 2 && n.sides >= 1);
}
