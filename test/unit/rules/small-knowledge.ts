import type { Concern, Knowledge, Part } from '../../../src/knowledge/types';

/** Knowledge small enough to see a test's whole outcome: nothing in it is ever answered but by a heading's words. */
export function smallKnowledge(): Knowledge {
  const headings = [
    'Summary',
    'Goals',
    'Non-goals',
    'Quality requirements',
    'Architecture',
    'Alternatives',
    'Testing',
    'Rollout',
  ];
  return {
    concerns: [concern('Latency'), concern('Security')],
    parts: headings.map((heading, order) => part(heading, order)),
    concepts: [],
    systems: [],
    vocabularies: [],
    problems: [],
  };
}

function concern(title: string): Concern {
  return {
    ...note(title),
    kind: 'concern',
    level: 'warning',
    forms: [],
    headings: [],
    mentions: [title],
    stub: `{how ${title.toLowerCase()}?}`,
  };
}

function part(heading: string, order: number): Part {
  const stubs: Partial<Record<string, string>> = {
    Alternatives: '### {Another way}\n\n{why not?}',
    Architecture: '```mermaid\nflowchart LR\n  a --> b\n```\n\n{what flows?}',
  };
  const stub = stubs[heading] ?? `- {which ${heading.toLowerCase()}?}`;
  return {
    ...note(heading),
    kind: 'part',
    forms: [],
    order,
    heading,
    headings: [heading],
    mentions: [],
    stub,
  };
}

function note(title: string) {
  const id = title.toLowerCase().replaceAll(' ', '-');
  const question = `Which ${title.toLowerCase()}?`;
  return {
    id,
    path: '',
    title,
    summary: '',
    aliases: [],
    related: [],
    body: '',
    question,
    signals: [`${id} answer`],
  };
}
