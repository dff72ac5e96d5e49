import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { readDoc } from '../../../src/knowledge/read-doc';
import { DEFAULT_CONFIG, type LintConfig } from '../../../src/lint/config';
import { lint } from '../../../src/lint/lint';
import { openPoints, reviewOf } from '../../../src/lint/review';
import { fixesFor, placeOf } from '../../../src/lint/review-fixes';

const media = join(import.meta.dirname, '../../../media');
const files = readdirSync(media, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^knowledge\/.*\.md$/.test(path))
  .map((path) => [path, readFileSync(join(media, path), 'utf8')]);
const knowledge = await loadKnowledge([memoryFiles(Object.fromEntries(files) as Record<string, string>)]);
const questions = knowledge.concepts.flatMap((concept) => concept.questions ?? []);

const DOC = [
  '# Price cache',
  '',
  '## Goals',
  '',
  'Users must see the price of a product without waiting; today every page asks the database.',
  '',
  '## Quality requirements',
  '',
  '- Latency: reading a price takes at most 20 ms at the 99th percentile under 500 requests per second.',
  '',
].join('\n');

const review = (text: string, config: LintConfig = DEFAULT_CONFIG) =>
  reviewOf(readDoc(parseDesignDoc(text), knowledge), config, questions, []);

/** The ids of what is open in a doc that the linter has looked at. */
const open = async (text: string, config: LintConfig = DEFAULT_CONFIG) => {
  const { reading, findings } = await lint(parseDesignDoc(text), knowledge, { config, today: '2026-01-31' });
  return openPoints(reviewOf(reading, config, questions, findings)).map(({ id }) => id);
};

describe('the review of a doc', () => {
  it('says where each thing is answered', () => {
    const latency = review(DOC).concerns.find(({ id }) => id === 'latency');
    expect(latency?.answer).toBe('answered');
    expect(DOC.slice(latency?.evidence?.start, latency?.evidence?.end)).toContain('20 ms');
  });

  it('asks about all concerns and parts, and counts those that are open', async () => {
    expect(review(DOC).concerns.map(({ id }) => id)).toEqual(knowledge.concerns.map(({ id }) => id));
    expect(await open(DOC)).toContain('fault-tolerance');
    expect(await open(DOC)).not.toContain('latency');
  });

  it('counts as open only what the linter reports', async () => {
    const part = (id: string) => review(DOC).parts.find((it) => it.id === id);
    expect(part('data-model')?.answer).toBe('missing');
    expect(await open(DOC)).not.toContain('data-model');
    expect(await open(DOC)).not.toContain('compliance');
    expect(await open(DOC, { ...DEFAULT_CONFIG, concerns: { compliance: 'info' } })).toContain('compliance');
    expect(await open(DOC)).toContain('testing');
  });

  it('has nothing open in a doc that is not written yet, or whose hints are silenced', async () => {
    expect(await open('')).toEqual([]);
    expect(await open(`<!-- design-docs disable -->\n\n${DOC}`)).toEqual([]);
    const one = '<!-- design-docs disable missing-concern:fault-tolerance -->';
    expect(await open(`${one}\n\n${DOC}`)).not.toContain('fault-tolerance');
  });

  it('does not count a concern that is touched where no hint speaks of it', async () => {
    expect(review(DOC).concerns.find(({ id }) => id === 'durability')?.answer).toBe('thin');
    expect(await open(DOC)).not.toContain('durability');
  });

  it('does not ask what is switched off, nor what docs of its form do not owe', () => {
    const config = {
      ...DEFAULT_CONFIG,
      concerns: { cost: 'off' },
      levels: { 'missing-testing': 'off' },
    } as const;
    expect(review(DOC, config).concerns.map(({ id }) => id)).not.toContain('cost');
    expect(review(DOC, config).parts.map(({ id }) => id)).not.toContain('testing');
    const owed = knowledge.parts.map((part) => (part.id === 'rollout' ? { ...part, forms: ['rfc'] } : part));
    const record = readDoc(parseDesignDoc(`---\ntemplate: adr\n---\n${DOC}`), { ...knowledge, parts: owed });
    expect(reviewOf(record, DEFAULT_CONFIG, [], []).parts.map(({ id }) => id)).not.toContain('rollout');
  });
});

describe('a click on a point', () => {
  /** What a click on a point does in a doc that the linter has looked at. */
  const click = async (text: string, id: string) => {
    const { reading, findings } = await lint(parseDesignDoc(text), knowledge, { today: '2026-01-31' });
    const { concerns, parts, questions: asked } = reviewOf(reading, DEFAULT_CONFIG, questions, findings);
    const point = [...concerns, ...parts, ...asked].find((it) => it.id === id);
    if (!point) throw new Error(`There is no point ${id}.`);
    const { start, end } = placeOf(reading, point);
    const fixes = fixesFor(reading, point, findings);
    return { place: text.slice(start, end), fixes: fixes.map(({ title }) => title) };
  };

  it('goes to the best answer, and offers nothing where that is one', async () => {
    const { place, fixes } = await click(DOC, 'latency');
    expect(place).toContain('20 ms');
    expect(fixes).toEqual([]);
  });

  it('offers what the hint about it offers', async () => {
    expect(await click(DOC, 'fault-tolerance')).toEqual({
      place: '## Quality requirements',
      fixes: ['Add a requirement about fault tolerance'],
    });
  });

  it('offers the questions of what is only touched', async () => {
    expect(await click(DOC, 'durability')).toMatchObject({ fixes: ['Add a requirement about durability'] });
  });

  it('offers the section of a part that no rule asks for', async () => {
    expect(await click(DOC, 'data-model')).toEqual({
      place: '# Price cache',
      fixes: ['Add a section “Data model”'],
    });
  });

  it('offers no questions that stand in the doc already', async () => {
    const doc = `${DOC}\n## Data model\n\n{Which entities are there, and who owns them?}\n`;
    expect(await click(doc, 'data-model')).toEqual({ place: 'Data model', fixes: [] });
  });

  it('offers for a review question what mends each thing it is about', async () => {
    const { fixes } = await click(DOC, 'Failures and logging');
    expect(fixes).toEqual([
      'Add a requirement about fault tolerance',
      'Add a requirement about observability',
      'Add a section “Operations”',
    ]);
  });
});

describe('the review questions', () => {
  it('each name concerns and parts that there are', () => {
    expect(questions.length).toBeGreaterThanOrEqual(9);
    for (const question of questions) {
      expect(question.concerns.length + question.parts.length).toBeGreaterThan(0);
      for (const id of question.concerns) expect(knowledge.concerns.map((it) => it.id)).toContain(id);
      for (const id of question.parts) expect(knowledge.parts.map((it) => it.id)).toContain(id);
    }
  });

  it('together ask about every concern', () => {
    const asked = new Set(questions.flatMap(({ concerns }) => concerns));
    expect([...asked].sort()).toEqual(knowledge.concerns.map(({ id }) => id).sort());
  });

  it('are answered when all they are about is, missing when nothing is, thin in between', () => {
    const ask = (concerns: string[]) =>
      reviewOf(
        readDoc(parseDesignDoc(DOC), knowledge),
        DEFAULT_CONFIG,
        [{ title: 'It', question: 'What?', concerns, parts: [] }],
        [],
      ).questions[0]?.answer;
    expect(ask(['latency'])).toBe('answered');
    expect(ask(['compliance'])).toBe('missing');
    expect(ask(['compliance', 'latency'])).toBe('thin');
  });
});
