import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import type { DesignDoc } from '../../../src/document/types';
import { readDoc } from '../../../src/knowledge/read-doc';
import { KNOWLEDGE } from './shipped';

const BLOCKS = [
  '# Title',
  '## Security',
  '## Rollout',
  '### Alternatives',
  'Requests carry a token that the gateway checks.',
  'If the leader crashes, a follower takes over within 5 s.',
  '- behind a feature flag, then for all users',
  '> quoted words about encryption',
  '{Who} does {what}?',
  'None.',
  '| a | b |\n| --- | --- |\n| 99.9 % | uptime |',
  '```\n+---+\n| a |\n+---+\n```',
];

function everything(doc: DesignDoc) {
  const read = readDoc(doc, KNOWLEDGE);
  return [
    ...KNOWLEDGE.concerns.map(({ id }) => read.concern(id)),
    ...KNOWLEDGE.parts.map(({ id }) => ({ ...read.part(id), section: read.sectionOf(id) })),
  ];
}

it('a doc is read after edits as it is read from scratch', () => {
  const text = fc
    .oneof(
      fc.array(fc.constantFrom(...BLOCKS), { maxLength: 8 }),
      // More sections than are added up and remembered as one.
      fc.array(fc.constantFrom(...BLOCKS), { minLength: 60, maxLength: 80 }),
    )
    .map((blocks) => `${blocks.join('\n\n')}\n`);
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (versions) => {
      let doc: DesignDoc | undefined;
      for (const version of versions) {
        doc = parseDesignDoc(version, doc);
        everything(doc);
      }
      expect(everything(doc as DesignDoc)).toEqual(everything(parseDesignDoc(versions.at(-1) ?? '')));
    }),
    { numRuns: 20 },
  );
});
