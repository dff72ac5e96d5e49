import { describe, expect, it } from 'vitest';
import { readGraph, type DiagramGraph } from '../../../src/diagrams/graph';
import { readMermaid } from '../../../src/diagrams/mermaid-grammar';

async function read(source: string): Promise<DiagramGraph> {
  const { type, db } = await readMermaid(source);
  return readGraph(type, db, source);
}

/** Nodes and edges in one line each, with the line of the source. */
async function told(source: string): Promise<string[]> {
  const { nodes, groups, edges } = await read(source);
  return [
    ...[...groups, ...nodes].map(({ label, line }) => `${String(line)} ${label}`),
    ...edges.map(
      ({ from, to, label, line }) => `${String(line)} ${from} > ${to}${label === '' ? '' : ` (${label})`}`,
    ),
  ];
}

// Each kind of diagram is loaded when it is first met.
describe('what a diagram shows', { timeout: 30_000 }, () => {
  it('is its nodes, groups and edges, with their lines, in a flowchart', async () => {
    const source =
      'flowchart LR\n  a[Load balancer] --> b\n  subgraph s [Web tier]\n    b["API <br/> #quot;v2#quot;"]\n  end\n  b -->|reads| c[(Cache)]';
    expect(await told(source)).toEqual([
      '3 Web tier',
      '2 Load balancer',
      '4 API "v2"',
      '6 Cache',
      '2 a > b',
      '6 b > c (reads)',
    ]);
  });

  it('is its participants and messages in a sequence diagram; equal messages have their own lines', async () => {
    const source =
      'sequenceDiagram\n  participant A as Alice\n  A->>B: ask\n  Note over A: thinks\n  B-->>A: answer\n  A->>B: ask';
    expect(await told(source)).toEqual([
      '2 Alice',
      '3 B',
      '3 A > B (ask)',
      '5 B > A (answer)',
      '6 A > B (ask)',
    ]);
  });

  it('is its states and transitions, without the points of start and end', async () => {
    const source = 'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy: job';
    const { nodes, edges } = await read(source);
    expect(nodes.map(({ id }) => id)).toEqual(['Idle', 'Busy']);
    expect(edges.at(-1)).toEqual({ from: 'Idle', to: 'Busy', label: 'job', line: 3 });
  });

  it('is its classes, entities, C4 elements or services', async () => {
    expect(await told('classDiagram\n  class Order\n  Order <|-- Gift')).toEqual([
      '2 Order',
      '3 Gift',
      '3 Order > Gift',
    ]);
    expect(await told('erDiagram\n  CUSTOMER ||--o{ ORDER : places')).toEqual([
      '2 CUSTOMER',
      '2 ORDER',
      '2 CUSTOMER > ORDER (places)',
    ]);
    expect(await told('C4Context\n  Person(u, "User")\n  System(s, "Shop")\n  Rel(u, s, "buys")')).toEqual([
      '2 User',
      '3 Shop',
      '4 u > s (buys)',
    ]);
    expect(
      await told('architecture-beta\n  service a(server)[Web]\n  service b(database)[Store]\n  a:R -- L:b'),
    ).toEqual(['2 Web', '3 Store', '4 a > b']);
  });

  it('is its kind alone where a diagram has no nodes', async () => {
    expect(await read('pie\n  "a" : 1')).toMatchObject({ kind: 'pie', nodes: [], edges: [] });
  });

  it('does not take a node for another whose name begins alike', async () => {
    expect(await told('flowchart LR\n  api-2 --> api\n  api[The API]')).toContain('3 The API');
  });
});
