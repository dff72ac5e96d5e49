import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { lint } from '../../../src/lint/lint';
import { splitPrompts } from '../../../src/templates/prompts';
import { TEMPLATES, writtenDoc } from './filled-doc';
import { KNOWLEDGE } from './shipped';

const template = TEMPLATES.find(({ id }) => id === 'system-design');
if (!template) throw new Error('There is no template system-design.');

/** What the linter says with nothing configured, as `rule subject: message`. */
async function findingsIn(text: string): Promise<string[]> {
  const { findings, failures } = await lint(parseDesignDoc(text), KNOWLEDGE, { today: '2026-01-31' });
  expect(failures).toEqual([]);
  return findings.map(({ rule, subject, message }) => `${rule} ${subject ?? ''}: ${message}`);
}

// Mermaid's parsers take seconds to load, and each system is linted some fifteen times.
const patient = { timeout: 300_000 };

describe.each(KNOWLEDGE.systems)('a design of $id', patient, (system) => {
  it('has no finding when all is answered', async () => {
    const text = writtenDoc(template, system);
    expect(splitPrompts(text).filter(({ kind }) => kind === 'prompt')).toEqual([]);
    expect(await findingsIn(text)).toEqual([]);
  });

  it('has just the one finding about an answer that is taken out', async () => {
    for (const item of system.checklist) {
      expect(await findingsIn(writtenDoc(template, system, item))).toEqual([
        `missing-checklist-item ${item.id}: ${system.title}: ${item.question}`,
      ]);
    }
  });
});

it('there are 28 kinds of systems', () => {
  expect(KNOWLEDGE.systems).toHaveLength(28);
});
