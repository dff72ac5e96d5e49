import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import type { DesignDoc } from '../../../src/document/types';
import { DEFAULT_CONFIG } from '../../../src/lint/config';
import { lint } from '../../../src/lint/lint';
import { KNOWLEDGE } from '../knowledge/shipped';

/** Each is what some rule looks at. */
const BLOCKS = [
  '---\nstatus: draft\ndate: 2020-01-01\n---',
  '# URL shortener',
  '## Goals',
  '## Functional requirements',
  '## Open questions',
  '## Data model',
  '## Alternatives',
  '### Option A',
  '- Users can share a link.',
  '- The service must be fast and highly available.',
  'We chose Postgres.',
  'We chose Redis because it is quick.',
  'Reads must see the latest write: strong consistency.',
  'The store is eventually consistent.',
  '99.9 % a month leaves 3 hours of downtime.',
  '1 million a day is 100 a second.',
  'It ships by 2021-03-04.',
  'Who pays for it?',
  'TODO',
  '{Who} asks {what}?',
  '| Entity | Fields |\n| --- | --- |\n| Link | id |\n| Visit | id |',
  '| Option | Pros | Cons |\n| --- | --- | --- |\n| A | cheap | |\n| B | quick | dear |',
  '| Question | Owner |\n| --- | --- |\n| Why? | |',
  '- Pros: cheap',
  '- Cons: dear',
  'The link is stored with its visits.',
  '<!-- design-docs ignore -->',
];

it('an edited doc has the findings that it has when it is read from scratch', async () => {
  const text = fc
    .array(fc.constantFrom(...BLOCKS), { maxLength: 24 })
    .map((blocks) => `${blocks.join('\n\n')}\n`);
  const config = { ...DEFAULT_CONFIG, allRules: true };
  const findings = async (doc: DesignDoc) => {
    const found = await lint(doc, KNOWLEDGE, { today: '2026-01-31', config });
    expect(found.failures).toEqual([]);
    return found.findings;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 4 }), async (versions) => {
      let doc: DesignDoc | undefined;
      for (const version of versions) {
        doc = parseDesignDoc(version, doc);
        expect(await findings(doc)).toEqual(await findings(parseDesignDoc(version)));
      }
    }),
    { numRuns: 40 },
  );
});
