import elk from '@mermaid-js/layout-elk';
import mermaid, { type MermaidConfig } from 'mermaid';
import { explainError } from '../diagrams/explain-error';
import { readGraph, type DiagramGraph } from '../diagrams/graph';
import { CannotDraw, type Picture, type Style } from './drawing';

/** More would keep the page busy for minutes. */
const MOST_EDGES = 2000;

mermaid.registerLayoutLoaders(elk);

const fixed: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  maxEdges: MOST_EDGES,
  logLevel: 'fatal',
  // Labels may have HTML for their looks; what loads something, asks for input or embeds a page is no label.
  dompurifyConfig: {
    FORBID_TAGS: [
      ...[
        'style',
        'link',
        'base',
        'meta',
        'iframe',
        'frame',
        'object',
        'embed',
        'form',
        'input',
        'textarea',
        'select',
      ],
      ...[
        'button',
        'option',
        'dialog',
        'img',
        'picture',
        'source',
        'video',
        'audio',
        'track',
        'canvas',
        'map',
        'area',
      ],
    ],
  },
  // What a diagram's own directives and front matter cannot change.
  secure: [
    ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering'],
    ...['dompurifyConfig', 'arrowMarkerAbsolute', 'deterministicIds', 'logLevel', 'fontFamily'],
  ],
};

let configured = '';
let drawn = 0;

function configure(style: Style): void {
  const key = JSON.stringify(style);
  if (key === configured) return;
  configured = key;
  const { theme, maxTextSize, htmlLabels } = style;
  mermaid.initialize({ ...fixed, ...structuredClone(theme.config), maxTextSize, htmlLabels });
}

/** Draws with Mermaid as the page has it. Rejects with `CannotDraw`. */
export async function drawWithMermaid(source: string, style: Style): Promise<Picture> {
  configure(style);
  const stage = document.createElement('div');
  stage.className = 'drawing-board';
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  try {
    // Each drawing has its own id: two on one page may show the same text, and ids inside refer to each other.
    const { svg, diagramType } = await mermaid.render(`diagram-${String(++drawn)}`, source, stage);
    return { svg, kind: diagramType };
  } catch (error) {
    throw new CannotDraw(explainError(source, error), error);
  } finally {
    stage.remove();
  }
}

/** Reads a diagram's nodes and edges; undefined when it cannot be read. */
export async function readWithMermaid(source: string): Promise<DiagramGraph | undefined> {
  try {
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(source);
    return readGraph(type, db, source);
  } catch {
    return undefined;
  }
}
