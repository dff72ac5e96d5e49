import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { DEFAULT_CONFIG, type LintConfig } from '../../../src/lint/config';
import { lint } from '../../../src/lint/lint';
import { missingChecklistItem } from '../../../src/rules/missing-checklist-item';
import { TODAY, applied, findingsOf, fixedByRule, lines, shippedKnowledge, words } from './linting';

const RULE = 'missing-checklist-item';
const GUESSED = lines(
  '# URL shortener',
  '',
  'We shorten addresses.',
  '',
  '## API',
  '',
  'It has two calls.',
  '',
);
const NAMED = lines('---', 'system: url-shortener', '---', '', '# Links', '', 'We shorten addresses.', '');

const subjects = async (text: string) => (await findingsOf(RULE, text)).map(({ subject }) => subject);
const checked = async (text: string, asked: Partial<LintConfig>) => {
  const config = { ...DEFAULT_CONFIG, ...asked };
  const { findings } = await lint(parseDesignDoc(text), shippedKnowledge, {
    config,
    rules: [missingChecklistItem],
    today: TODAY,
  });
  return findings;
};
const levels = async (text: string, asked: LintConfig['levels'] = {}) => [
  ...new Set((await checked(text, { levels: asked })).map(({ severity }) => severity)),
];

describe('what a doc about a kind of system does not answer', () => {
  it('is one finding an item, with the question, in the section of its part or at the title', async () => {
    const findings = await findingsOf(RULE, GUESSED);
    const system = shippedKnowledge.systems.find(({ id }) => id === 'url-shortener');
    expect(findings.map(({ subject }) => subject).sort()).toEqual(
      system?.checklist.map(({ id }) => id).sort(),
    );
    for (const finding of findings) {
      const item = system?.checklist.find(({ id }) => id === finding.subject);
      expect(finding.message).toBe(`URL shortener: ${item?.question ?? ''}`);
      expect(words(GUESSED, finding)).toBe(item?.part === 'api' ? '## API' : '# URL shortener');
    }
  });

  it('is a warning where the front matter names the system, and a hint where the title was guessed from', async () => {
    expect(await levels(NAMED)).toEqual(['warning']);
    expect(await levels(GUESSED)).toEqual(['info']);
    expect(await levels(GUESSED, { [RULE]: 'error' })).toEqual(['error']);
  });

  it('is not asked where its quality attribute is switched off, and is no more than the attribute’s level', async () => {
    const items = shippedKnowledge.systems.find(({ id }) => id === 'url-shortener')?.checklist ?? [];
    const [concern] = items.map((item) => item.concern);
    const of = (about: boolean) =>
      items.filter((item) => (item.concern === concern) === about).map(({ id }) => id);
    const off = await checked(NAMED, { concerns: { [String(concern)]: 'off' } });
    expect(off.map(({ subject }) => subject).sort()).toEqual(of(false).sort());
    const low = await checked(NAMED, { concerns: { [String(concern)]: 'info' } });
    const lowered = low.filter(({ severity }) => severity === 'info');
    expect(lowered.map(({ subject }) => subject).sort()).toEqual(of(true).sort());
    expect(of(true)).not.toHaveLength(0);
    expect(of(false)).not.toHaveLength(0);
  });

  it('is not asked of a doc of headings only, of one about no known system, or of one that says so', async () => {
    expect(await subjects(lines('# URL shortener', '', '## API', ''))).toEqual([]);
    expect(await subjects(lines('# Order search', '', 'Words.', ''))).toEqual([]);
    expect(await subjects(lines('---', 'system: none', '---', '', GUESSED))).toEqual([]);
  });

  it('is answered by a sentence, but not by a heading, a quotation or a prompt', async () => {
    const answer = 'A hash collision is excluded by a unique constraint.';
    const left = async (text: string) => (await subjects(`${GUESSED}\n${text}\n`)).includes('code-making');
    expect(await left(answer)).toBe(false);
    expect(await left(`> ${answer}`)).toBe(true);
    expect(await left(`### ${answer}`)).toBe(true);
    expect(await left(`${answer.slice(0, -1)} {of which column}.`)).toBe(true);
  });

  it('is mended by stubs, each put in once and then left to the rule about prompts', async () => {
    const mended = await fixedByRule(RULE, NAMED);
    const system = shippedKnowledge.systems.find(({ id }) => id === 'url-shortener');
    for (const { stub } of system?.checklist ?? []) expect(mended.split(stub)).toHaveLength(2);
    expect(await subjects(mended)).toEqual([]);
  });

  it('stays asked while a part of the stub is filled in', async () => {
    const stub =
      'The answer is 302 with {which caching header}, because {count every visit, or spare the server}.';
    expect(await subjects(`${NAMED}\n${stub}\n`)).not.toContain('redirect-status');
  });
});

describe('a wrong guess', () => {
  const denied = async (text: string) => {
    const fix = (await findingsOf(RULE, text))[0]?.fixes.at(-1);
    expect(fix?.title).toBe('This is no URL shortener: say so in the front matter');
    const result = applied(text, fix!);
    expect(await subjects(result)).toEqual([]);
    return result;
  };

  it('is denied in a front matter, which is made when there is none', async () => {
    expect(await denied(GUESSED)).toBe(`---\nsystem: none\n---\n\n${GUESSED}`);
  });

  it('is denied in the doc’s own line endings', async () => {
    const text = GUESSED.replaceAll('\n', '\r\n');
    expect(await denied(text)).toBe(`---\r\nsystem: none\r\n---\r\n\r\n${text}`);
  });

  it('is denied in the front matter there is', async () => {
    expect(await denied(`---\nstatus: draft\n---\n${GUESSED}`)).toBe(
      `---\nstatus: draft\nsystem: none\n---\n${GUESSED}`,
    );
    expect(await denied(`---\n---\n${GUESSED}`)).toBe(`---\nsystem: none\n---\n${GUESSED}`);
    expect(await denied(`---\nsystem:\nstatus: draft\n---\n${GUESSED}`)).toBe(
      `---\nsystem: none\nstatus: draft\n---\n${GUESSED}`,
    );
  });

  it('is not offered where the front matter itself says it', async () => {
    const titles = (await findingsOf(RULE, NAMED)).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles.filter((title) => title.startsWith('This is no'))).toEqual([]);
  });
});
