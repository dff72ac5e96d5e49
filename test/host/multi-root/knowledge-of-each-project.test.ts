import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, problemsOf, remove, ruleOf, until, write } from '../helpers';

const CONCERN = [
  '---',
  'title: Ergonomics',
  'summary: How pleasant it is to work with.',
  'question: Who tries it out before it ships?',
  'headings: [ergonomics]',
  'signals: [ergonomic]',
  'stub: "{Who} tries it out."',
  '---',
  '',
  'A note.',
  '',
].join('\n');

const asks = (all: vscode.Diagnostic[]) => all.some(({ message }) => message.includes('Who tries it out'));
const isLinted = (all: vscode.Diagnostic[]) => all.some((it) => ruleOf(it) === 'missing-concern');

describe('knowledge of one’s own', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Asserts that a doc is asked what a project knows, and another doc is not. */
  async function assertAsked(knowledge: string, asked: string, other: string): Promise<void> {
    const file = await write(`${knowledge}/.design-docs/knowledge/concerns/ergonomics.md`, CONCERN);
    try {
      const inside = await open(asked, '# Inside\n\nWords.\n');
      await until(inside.document.uri, asks);
      const outside = await open(other, '# Outside\n\nWords.\n');
      const problems = await until(outside.document.uri, isLinted);
      assert.ok(!asks(problems));
      assert.ok(asks(problemsOf(inside.document.uri)));
    } finally {
      await remove(file);
    }
  }

  it('is asked in the workspace folder that it lies in, and in no other', async () => {
    await assertAsked('../shop', '../shop/design/a.md', '../warehouse/design/a.md');
  });

  it('is asked below the folder that it lies in, also where a configuration file lies further down', async () => {
    const config = await write('../shop/team/design/.design-docs.yaml', '');
    try {
      await assertAsked('../shop/team', '../shop/team/design/b.md', '../shop/design/b.md');
    } finally {
      await remove(config);
    }
  });
});
