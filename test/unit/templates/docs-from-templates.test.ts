import { expect, test } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { lint } from '../../../src/lint/lint';
import { fillTemplate } from '../../../src/templates/fill-template';
import { KNOWLEDGE } from '../knowledge/shipped';
import { TEMPLATES } from './built-in';
import { filled } from './filled';

// The first doc with a diagram waits for Mermaid.
const patience = 60_000;
const today = '2026-01-31';

async function findings(text: string): Promise<string[]> {
  const result = await lint(parseDesignDoc(text), KNOWLEDGE, { today });
  expect(result.failures).toEqual([]);
  return result.findings.map(
    ({ rule, start, message }) => `${rule} in line ${String(start.line)}: ${message}`,
  );
}

test.each([...TEMPLATES.values()])(
  'a doc from $id has no finding once it is filled in',
  async (template) => {
    const details = { title: 'Lending tools', date: today, authors: ['Example Author'] };
    const { frontMatter, body } = fillTemplate(template, details, undefined, KNOWLEDGE.parts);
    expect(await findings(frontMatter + filled(template.id, body))).toEqual([]);
  },
  patience,
);

test.each([...TEMPLATES.values()])(
  'a fresh doc from $id only has prompts to fill in',
  async (template) => {
    const details = { title: 'Lending tools', date: today, authors: ['Example Author'] };
    const { frontMatter, body } = fillTemplate(template, details, undefined, KNOWLEDGE.parts);
    const found = await findings(frontMatter + body);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((finding) => !finding.startsWith('leftover-placeholder '))).toEqual([]);
  },
  patience,
);
