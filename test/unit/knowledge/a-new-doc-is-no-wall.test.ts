import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { readChecklist } from '../../../src/knowledge/read-checklist';
import { lint } from '../../../src/lint/lint';
import { TEMPLATES, newDoc } from './filled-doc';
import { KNOWLEDGE } from './shipped';

// Mermaid's parsers take seconds to load.
const patient = { timeout: 300_000 };

describe.each(TEMPLATES)('a new doc from $id', patient, (template) => {
  it.each([undefined, ...KNOWLEDGE.systems])(
    'about $id asks only to fill in its prompts, once a section',
    async (system) => {
      const doc = parseDesignDoc(newDoc(template, system));
      const { findings, failures } = await lint(doc, KNOWLEDGE, { today: '2026-01-31' });
      expect(failures).toEqual([]);
      expect(
        findings
          .filter(({ rule }) => rule !== 'leftover-placeholder')
          .map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([]);
      const sections = findings.map(({ start }) =>
        doc.sections.findLastIndex((section) => section.start <= start.offset),
      );
      expect(new Set(sections).size).toBe(sections.length);
      const items = system ? readChecklist(doc, system, KNOWLEDGE) : [];
      expect(
        items.filter(({ answer }) => answer !== 'asked').map(({ item, answer }) => `${item.id} is ${answer}`),
      ).toEqual([]);
    },
  );
});
