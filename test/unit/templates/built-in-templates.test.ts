import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDiagram } from '../../../src/diagrams/check-diagram';
import { parseDesignDoc } from '../../../src/document/parse';
import { placeholdersIn } from '../../../src/document/placeholders';
import { fillTemplate } from '../../../src/templates/fill-template';
import { splitPrompts } from '../../../src/templates/prompts';
import { PARTS, TEMPLATES } from './built-in';

const details = { title: 'Payments', date: '2026-03-09', authors: ['Example Author'] };

test('there are a system design, an RFC, a decision record and a one-pager', () => {
  expect(readdirSync('media/templates').sort()).toEqual([
    'adr.md',
    'one-pager.md',
    'rfc.md',
    'system-design.md',
  ]);
});

test('the system design has every part of a doc', () => {
  const parts = TEMPLATES.get('system-design')?.sections.flatMap((section) => section.parts) ?? [];
  expect(parts.filter((part) => part !== '*')).toEqual(PARTS);
});

test.each([...TEMPLATES.values()])(
  '$id has a name, a description and its parts in their order',
  (template) => {
    expect(template.name).not.toBe('');
    // Longer ones are cut off in the list.
    expect(template.description.length).toBeLessThan(75);
    const order = template.sections.map((section) =>
      Math.min(...section.parts.map((part) => PARTS.indexOf(part)).filter((i) => i >= 0)),
    );
    const named = order.filter(Number.isFinite);
    expect(named).toEqual([...named].sort((a, b) => a - b));
    expect(template.sections.flatMap(({ parts }) => parts).filter((part) => part === '*')).toHaveLength(1);
  },
);

test.each([...TEMPLATES.values()])('whoever leaves a prompt of $id behind is told so', (template) => {
  const { body } = fillTemplate(template, details, undefined, []);
  const missed = splitPrompts(body).filter(
    (token) => token.kind === 'prompt' && !token.label && placeholdersIn(`{${token.text}}`).length === 0,
  );
  expect(missed.map(({ text }) => text)).toEqual([]);
});

// The first diagram waits for Mermaid.
test.each([...TEMPLATES.values()])(
  'the diagrams of $id can be drawn before anything is filled in',
  async (template) => {
    const { body } = fillTemplate(template, details, undefined, []);
    const { diagrams } = parseDesignDoc(body);
    expect(diagrams.length).toBeGreaterThan(0);
    for (const diagram of diagrams) expect(await checkDiagram(diagram.source)).toEqual([]);
  },
  60_000,
);
