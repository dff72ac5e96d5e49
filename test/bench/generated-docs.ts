/** Numbers from 0 to 1, the same on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const NOUNS = [
  'order',
  'price',
  'index',
  'queue',
  'replica',
  'client',
  'session',
  'payment',
  'event',
  'shard',
  'cache',
  'report',
];
const VERBS = [
  'reads',
  'writes',
  'retries',
  'stores',
  'rejects',
  'sends',
  'deletes',
  'compresses',
  'counts',
  'replays',
];
const ENDS = [
  'within 20 ms at the 99th percentile',
  'at 500 requests per second',
  'because the old one could not grow',
  'until the leader answers again',
  'without asking the database',
  'and the operator sees it on a dashboard',
  'for 30 days',
  'unless the token has expired',
];
const HEADINGS = [
  'Goals',
  'Non-goals',
  'Requirements',
  'Architecture',
  'Data model',
  'API',
  'Capacity',
  'Security',
  'Alternatives',
  'Trade-offs',
  'Testing',
  'Rollout',
  'Operations',
  'Open questions',
  'Background',
  'Detailed design',
];

/** A design doc of at least so many characters: prose, lists, tables, code and a diagram here and there. */
export function generatedDoc(size: number, seed = 1): string {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const sentence = () => `The ${pick(NOUNS)} service ${pick(VERBS)} each ${pick(NOUNS)} ${pick(ENDS)}.`;
  const several = (count: number, make: () => string) => Array.from({ length: count }, make);
  const blocks = [
    () => several(4, sentence).join(' '),
    () => several(4, sentence).join(' '),
    () => several(5, () => `- **${pick(NOUNS)}**: ${sentence()}`).join('\n'),
    () =>
      `| Part | What it does |\n| --- | --- |\n${several(4, () => `| ${pick(NOUNS)} | ${sentence()} |`).join('\n')}`,
    () => `\`\`\`json\n{ "${pick(NOUNS)}": ${String(Math.floor(next() * 1000))} }\n\`\`\``,
    () =>
      `We chose the [${pick(NOUNS)} store](https://example.org/${pick(NOUNS)}) over a *${pick(NOUNS)}* table: \`${pick(NOUNS)}_id\` ${pick(ENDS)}.`,
  ];
  const parts = ['---\ntitle: Generated\nstatus: draft\n---', '# Generated', several(3, sentence).join(' ')];
  let length = 0;
  for (let i = 0; length < size; i++) {
    const section = [
      `${i % 3 === 0 ? '##' : '###'} ${HEADINGS[i % HEADINGS.length] ?? ''} ${i < HEADINGS.length ? '' : String(i)}`.trim(),
      ...several(3, () => pick(blocks)()),
      ...(i % 12 === 3
        ? ['```mermaid\nflowchart LR\n  a[Client] --> b[Service]\n  b --> c[(Store)]\n```']
        : []),
    ];
    parts.push(...section);
    length += section.join('\n\n').length;
  }
  return `${parts.join('\n\n')}\n`;
}
