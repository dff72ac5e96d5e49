import { beforeAll, describe, expect, it } from 'vitest';
import { checkDiagram } from '../../../src/diagrams/check-diagram';

/** Mermaid takes its time to load. */
beforeAll(async () => {
  await checkDiagram('flowchart TD');
}, 60_000);

/** The problem of a diagram in which `¦` marks the place that is to be reported. */
async function check(marked: string): Promise<{ message: string; place: string; marked: string }> {
  const source = marked.replace('¦', '');
  const [problem] = await checkDiagram(source);
  if (!problem) return { message: 'nothing', place: '', marked: '' };
  const lines = source.split('\n');
  const line = lines[problem.line - 1] ?? '';
  lines[problem.line - 1] = `${line.slice(0, problem.column - 1)}¦${line.slice(problem.column - 1)}`;
  return { message: problem.message, place: lines.join('\n'), marked };
}

const cases: [what: string, marked: string, message: RegExp][] = [
  ['a bracket in a label', 'flowchart TD\n  A[Load ¦(fast)] --> B\n', /double quotes/],
  ['an arrow to nowhere', 'flowchart TD\n  A --> B\n\n  B --¦>\n', /ends too early/],
  ['a subgraph without end', 'flowchart TD\n subgraph x\n A--> ¦B\n', /“end”/],
  ['a node called end', 'flowchart TD\n  ¦end --> B\n', /“End”/],
  ['an unknown kind', '¦flowchar TD\n A-->B', /“flowchar”/],
  [
    'a message without arrow',
    'sequenceDiagram\n  Alice->>Bob: hi\n  Alice-Bob wha¦t\n',
    /line ends too early/,
  ],
  [
    'a participant that is not active',
    'sequenceDiagram\n  A->>B: x\n  deactivate ¦B\n',
    /inactive participant/,
  ],
  [
    'an error in front of which comments stand',
    'flowchart TD\n  %% one\n\n  %% two\n  A[a ¦(b)]\n',
    /double quotes/,
  ],
  [
    'an error below a directive',
    '%%{init: {"theme":"dark"}}%%\nflowchart TD\n A --> ¦(\n',
    /Unexpected “\(”/,
  ],
  ['an error below front matter', '---\ntitle: x\n---\n\nflowchart TD\n A --> ¦(\n', /Unexpected “\(”/],
  ['an error below folded blank lines', 'flowchart TD\n  A{x}\n\n\n  B[a ¦(b)]\n', /double quotes/],
  ['an error behind an entity', 'flowchart TD\n  A["#quot;x"] --> ¦(\n', /Unexpected “\(”/],
  ['an error with Windows line ends', 'flowchart TD\r\n  A --> B\r\n  A[a ¦(b)]\r\n', /double quotes/],
  ['a relation without a label', 'erDiagram\n A ||--o{ ¦B\n C', /expected “:” or “:::”/],
  ['a slice that is no number', 'pie\n "a" : ¦x\n', /Unexpected “x”/],
  ['a service without a target', 'architecture-beta\n service x(cloud)[A]\n x:L -- T:¦\n', /expected a name/],
  ['a merge of a branch that is not there', 'gitGraph\n commit\n ¦merge foo\n', /does not exist/],
  ['a class without its brace', 'classDiagram\n class A {\n +foo¦(\n', /expected “}”/],
];

// Each kind of diagram is loaded when it is first met.
describe('a diagram that cannot be drawn', { timeout: 30_000 }, () => {
  it.each(cases)('%s is told with its line and column', async (_, marked, message) => {
    const result = await check(marked);
    expect(result.message).toMatch(message);
    expect(result.place).toBe(result.marked);
  });

  it('that is empty is called empty', async () => {
    expect(await checkDiagram('\n\n')).toEqual([{ line: 1, column: 1, message: 'The diagram is empty.' }]);
  });

  it('with unreadable front matter points into it', async () => {
    const [problem] = await checkDiagram('---\ntitle: "x\n---\nflowchart TD\n A-->B');
    expect(problem).toMatchObject({ line: 3, message: expect.stringContaining('YAML') as string });
  });
});

describe('a diagram that can be drawn', { timeout: 30_000 }, () => {
  it.each([
    ['an empty flowchart', 'flowchart TD'],
    ['a group of participants', 'sequenceDiagram\n box Prover\n participant A\n end\n A->>B: hi'],
    ['a coloured group of participants', 'sequenceDiagram\n box rgb(1,2,3) Prover\n participant A\n end'],
    [
      'a thousand edges',
      `flowchart TD\n${Array.from({ length: 1000 }, (_, i) => `a${i} --> a${i + 1}`).join('\n')}`,
    ],
    ['a label with HTML', 'flowchart TD\n A["<b title="x">bold</b>"]'],
    ['a loose security level', '%%{init: {"securityLevel": "loose"}}%%\nflowchart TD\n A-->B'],
    ['ELK layout', '---\nconfig:\n  layout: elk\n---\nflowchart TD\n A-->B'],
  ])('is not blamed: %s', async (_, source) => {
    expect(await checkDiagram(source)).toEqual([]);
  });

  it('is not blamed when Mermaid itself stumbles', async () => {
    // An event without a period makes Mermaid 11 throw a TypeError.
    expect(await checkDiagram('timeline\n : x')).toEqual([]);
  });

  it('is read only once', () => {
    expect(checkDiagram('flowchart TD\n once')).toBe(checkDiagram('flowchart TD\n once'));
  });
});
