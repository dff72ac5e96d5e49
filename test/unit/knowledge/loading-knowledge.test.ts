import { describe, expect, it } from 'vitest';
import { memoryFiles, type FileSource } from '../../../src/knowledge/file-source';
import { LINT_KINDS, loadKnowledge } from '../../../src/knowledge/load';
import { KNOWLEDGE } from './shipped';

const CONCERN = 'knowledge/concerns/latency.md';

function concern(frontMatter: Record<string, string> = {}): string {
  const keys = {
    title: 'Latency',
    summary: 'How fast.',
    question: 'How fast?',
    headings: '[latency]',
    signals: '[p99]',
    stub: '"{how fast?}"',
    ...frontMatter,
  };
  const lines = Object.entries(keys).filter(([, value]) => value !== '');
  return ['---', ...lines.map(([key, value]) => `${key}: ${value}`), '---', '', 'The note.', ''].join('\n');
}

async function problemsOf(text: string): Promise<string[]> {
  const { problems } = await loadKnowledge([memoryFiles({ [CONCERN]: text })]);
  return problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
}

describe('knowledge files', () => {
  it('take their id from their name and their note from their body', async () => {
    const { concerns, problems } = await loadKnowledge([memoryFiles({ [CONCERN]: concern() })]);
    expect(problems).toEqual([]);
    expect(concerns).toMatchObject([
      { id: 'latency', kind: 'concern', path: CONCERN, body: 'The note.', mentions: [] },
    ]);
  });

  it('may give their signals as a list or one on each line', async () => {
    const { concerns } = await loadKnowledge([
      memoryFiles({ [CONCERN]: concern({ signals: '|\n  p99\n  tail latency\n' }) }),
    ]);
    expect(concerns[0]?.signals).toEqual(['p99', 'tail latency']);
  });

  it('of a later source replace those of the same name', async () => {
    const own = {
      [CONCERN]: concern({ title: 'Speed' }),
      'knowledge/concerns/kindness.md': concern({ title: 'Kindness' }),
    };
    const { concerns } = await loadKnowledge([memoryFiles({ [CONCERN]: concern() }), memoryFiles(own)]);
    expect(concerns.map(({ id, title }) => [id, title])).toEqual([
      ['latency', 'Speed'],
      ['kindness', 'Kindness'],
    ]);
  });

  it('are loaded only of the kinds asked for', async () => {
    const asked: string[] = [];
    const source: FileSource = {
      list: (folder) => Promise.resolve(asked.push(folder) > 0 ? [] : []),
      folders: () => Promise.resolve([]),
      read: () => Promise.reject(new Error('nothing to read')),
    };
    await loadKnowledge([source], LINT_KINDS);
    expect(asked).not.toContain('knowledge/concepts');
    expect(asked).toContain('knowledge/systems');
  });

  it('without front matter are refused', async () => {
    expect(await problemsOf('# Latency\n')).toEqual([
      `${CONCERN}:1 Begin the file with front matter: a line \`---\`, the keys, a line \`---\`.`,
    ]);
  });

  it('with broken YAML are refused at its line', async () => {
    expect(await problemsOf('---\ntitle: Latency\nsignals: [a\n---\n')).toEqual([
      expect.stringMatching(/latency\.md:[34] The front matter is no valid YAML: /),
    ]);
  });

  it('say which key is missing, wrong or unknown, and where', async () => {
    expect(await problemsOf(concern({ question: '' }))).toEqual([
      `${CONCERN}:2 Add the key \`question\` (string).`,
    ]);
    expect(await problemsOf(concern({ aliases: 'speed' }))).toEqual([
      expect.stringMatching(/latency\.md:8 Correct `aliases`: .*array/),
    ]);
    expect(await problemsOf(concern({ signal: '[p99]' }))).toEqual([
      expect.stringMatching(/latency\.md:\d Unknown key `signal`; take it out or correct its spelling\./),
    ]);
  });

  it('with one wrong signal are loaded without it', async () => {
    const files = memoryFiles({ [CONCERN]: concern({ signals: '[p99, <speed>]' }) });
    const { concerns, problems } = await loadKnowledge([files]);
    expect(concerns[0]?.signals).toEqual(['p99']);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^6 .*"<speed>" is no quantity/),
    ]);
  });

  it('that cannot be read do not keep the others from being loaded', async () => {
    const source = memoryFiles({ [CONCERN]: concern() });
    const failing: FileSource = {
      folders: () => Promise.reject(new Error('gone')),
      list: async (folder) => [
        ...(await source.list(folder)),
        ...(folder.endsWith('concerns') ? ['cost.md'] : []),
      ],
      read: (path) => source.read(path),
    };
    const { concerns, problems } = await loadKnowledge([failing]);
    expect(concerns.map(({ id }) => id)).toEqual(['latency']);
    expect(problems).toMatchObject([{ path: 'knowledge/concerns/cost.md', line: 1 }]);
  });

  it('with an alias of nothing, or of far too much, do neither, and say where it stands', async () => {
    const bomb = '&a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: ';
    const files = memoryFiles({
      [CONCERN]: concern(),
      'knowledge/concerns/cost.md': concern({ summary: '*nothing' }),
      'knowledge/concerns/trust.md': concern({ summary: `${bomb}[*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]` }),
    });
    const { concerns, problems } = await loadKnowledge([files]);
    expect(concerns.map(({ id }) => id)).toEqual(['latency']);
    expect(problems).toMatchObject([
      { path: 'knowledge/concerns/cost.md', line: 3 },
      { path: 'knowledge/concerns/trust.md', line: 4 },
    ]);
  });

  it('in a folder from which nothing is read are named, once for each folder', async () => {
    const files = memoryFiles({
      'knowledge/concern/cost.md': concern(),
      'knowledge/concern/latency.md': concern(),
      'knowledge/rules/mine.md': 'Words.',
      'knowledge/pictures/a.svg': '',
    });
    expect((await loadKnowledge([files])).problems).toEqual([
      {
        path: 'knowledge/concern/cost.md',
        line: 1,
        message:
          'Nothing is read from knowledge/concern: knowledge lies in concerns, parts, concepts, systems, vocabulary. Did you mean “concerns”?',
      },
      {
        path: 'knowledge/rules/mine.md',
        line: 1,
        message: expect.stringMatching(/^Nothing is read from knowledge\/rules: .*vocabulary\.$/) as string,
      },
    ]);
  });

  it('with damaged weights are read by their signals alone', async () => {
    const { weights, problems } = await loadKnowledge([memoryFiles({ 'knowledge/weights.json': '{' })]);
    expect(weights).toBeUndefined();
    expect(problems).toMatchObject([{ path: 'knowledge/weights.json' }]);
  });

  it('as shipped are all sound', () => {
    expect(KNOWLEDGE.problems).toEqual([]);
    expect(KNOWLEDGE.concerns).toHaveLength(11);
    expect(KNOWLEDGE.parts.map(({ id }) => id)).toEqual([
      ...[
        'summary',
        'goals',
        'non-goals',
        'functional-requirements',
        'quality-requirements',
        'capacity',
        'data-model',
      ],
      ...[
        'api',
        'architecture',
        'detailed-design',
        'security',
        'alternatives',
        'tradeoffs',
        'testing',
        'rollout',
      ],
      ...['operations', 'open-questions'],
    ]);
    expect(KNOWLEDGE.weights?.items).toContain('c/latency');
  });
});
