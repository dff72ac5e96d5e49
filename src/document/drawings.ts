import type { CodeBlock, DesignDoc, Picture } from './types';

/** Whether the doc shows something: a diagram of any language, a picture, or boxes drawn with characters. */
export function hasDrawing(doc: DesignDoc): boolean {
  return doc.diagrams.length > 0 || doc.pictures.some(isDrawing) || doc.code.some(isDrawnInText);
}

/** A badge that says whether a build is green shows nothing of a design. */
function isDrawing(picture: Picture): boolean {
  return !/badge|shields\.io/i.test(picture.url);
}

const DIAGRAM_LANGUAGES = new Set(['plantuml', 'puml', 'dot', 'graphviz', 'd2', 'ditaa', 'svgbob', 'nomnoml', 'c4plantuml']);

/** Lines that only a drawn box or arrow has; two of them, since one may be a table's or a shell prompt's. */
const DRAWN = /[┌┐└┘╔╗╚╝╭╮╯╰▼▲►◄]|\+-{2,}.*\+|-{3,}>|<-{3,}|={3,}>|\|\s*v\s*\||[─━]{3,}|^\s*[v^|]\s*$/;

function isDrawnInText({ language, source }: CodeBlock): boolean {
  if (DIAGRAM_LANGUAGES.has(language)) return true;
  if (language !== '' && language !== 'text' && language !== 'txt' && language !== 'ascii') return false;
  let drawn = 0;
  for (const line of source.split('\n')) {
    if (line.length < 400 && DRAWN.test(line) && ++drawn === 2) return true;
  }
  return false;
}
