import type { Concept, Concern, Knowledge, System } from '../../../src/knowledge/types';

const note = { path: 'x.md', summary: 'A summary.', related: [], aliases: [], body: '' };
const item = { ...note, question: 'How?', signals: [], mentions: [], headings: [], forms: [], stub: '' };

function concern(id: string, title: string, headings: string[], signals: string[]): Concern {
  return {
    ...item,
    kind: 'concern',
    level: 'warning',
    id,
    title,
    headings,
    signals,
    stub: `## ${title}\n\n{how fast}`,
  };
}

function concept(id: string, title: string, aliases: string[], body = ''): Concept {
  return { ...note, kind: 'concept', group: 'caching', id, title, aliases, body };
}

function system(id: string, title: string, aliases: string[]): System {
  return { ...note, kind: 'system', id, title, aliases, products: [], concerns: [], checklist: [] };
}

/** A little knowledge: two concerns, three concepts and a system. */
export const knowledge: Knowledge = {
  concerns: [
    concern('latency', 'Latency', ['latency|performance'], ['within <duration>']),
    concern('security', 'Security', ['security'], ['encrypt']),
  ],
  parts: [],
  concepts: [
    concept('eviction-and-ttl', 'Eviction and TTL', ['time to live'], 'How long a value stays.'),
    concept(
      'cache-aside',
      'Cache-aside',
      ['lazy loading cache'],
      '## What it is\n\nText.\n\n## Trade-offs\n\n| Choice | Gains | Costs |\n| --- | --- | --- |\n| A | b | c |\n\n## Diagram\n\n```mermaid\nflowchart TD\n  a --> b\n```\n',
    ),
    concept(
      'sharding',
      'Sharding',
      ['shard', 'partition key'],
      'Splitting data over consistent hashing rings.',
    ),
  ],
  systems: [system('payment-system', 'Payment system', ['payment service'])],
  vocabularies: [],
  problems: [],
};
