import mermaid, { type MermaidConfig } from 'mermaid';

// Limits are the drawing's business: a diagram too large to draw is still written correctly.
const config: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  maxEdges: 1_000_000,
  logLevel: 'fatal',
};

interface BoxReader {
  parseBoxData?: (text: string) => unknown;
}

let ready: Promise<void> | undefined;

/** Parses a Mermaid text. Rejects with Mermaid's own error when it cannot. */
export async function parseMermaid(source: string): Promise<void> {
  ready ??= prepare();
  await ready;
  await mermaid.parse(source);
}

/** Parses a Mermaid text and gives its kind and what Mermaid read. Rejects with Mermaid's own error. */
export async function readMermaid(source: string): Promise<{ readonly type: string; readonly db: unknown }> {
  ready ??= prepare();
  await ready;
  return mermaid.mermaidAPI.getDiagramFromText(source);
}

/** Sequence diagrams ask the browser whether a box's first word is a colour; without one they fail to parse. */
async function prepare(): Promise<void> {
  mermaid.initialize(config);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText('sequenceDiagram');
  const reader = Object.getPrototypeOf(diagram.db) as BoxReader;
  reader.parseBoxData = (text) => ({ text, color: 'transparent', wrap: false });
}
