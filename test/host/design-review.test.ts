import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, ruleOf, until } from './helpers';

/** The texts of the hovers at the last problem of a rule. */
async function hoversOf(uri: vscode.Uri, rule: string): Promise<string[]> {
  const problems = await until(uri, (all) => all.some((it) => ruleOf(it) === rule));
  const problem = problems
    .filter((it) => ruleOf(it) === rule)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .at(-1);
  assert.ok(problem);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    problem.range.start,
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((it) => (it instanceof vscode.MarkdownString ? it.value : '')),
  );
}

describe('a finding', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows in a hover the note about what it asks for, with a link to it', async () => {
    const { document } = await open('docs/design/3001-hover.md', '# Hover\n\n## Goals\n\nTODO\n');
    const texts = await hoversOf(document.uri, 'missing-concern');
    assert.ok(
      texts.some((text) => /^\*\*.+\*\*\n\n.+/.test(text) && text.includes('(command:designDocs.openNote?')),
      texts.join(),
    );
  });

  it('shows the note of the kind of system whose checklist asks for something', async () => {
    const text = '---\nsystem: payment-system\n---\n# Pay\n\nWords.\n\n## API\n\nA client sends a payment.\n';
    const { document } = await open('docs/design/3004-checklist.md', text);
    const texts = await hoversOf(document.uri, 'missing-checklist-item');
    assert.ok(
      texts.some((it) => it.startsWith('**Payment system**')),
      texts.join(),
    );
  });
});

describe('the review view', () => {
  it('goes to where a point is answered', async () => {
    const text = '# View\n\nWords.\n\n## Latency\n\nA read takes at most 20 ms at the 99th percentile.\n';
    const { document } = await open('docs/design/3002-view.md', text);
    await until(document.uri, (all) => all.length > 0);
    const start = text.indexOf('A read');
    await vscode.commands.executeCommand('designDocs.review.show', {
      kind: 'concern',
      id: 'latency',
      title: 'Latency',
      question: 'How long?',
      answer: 'answered',
      evidence: { start, end: start + 10 },
      notes: ['latency'],
    });
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 6);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows the doc where it is, not over the panel that was used last', async () => {
    const text = '# Beside\n\nWords.\n\n## Latency\n\nA read takes at most 20 ms at the 99th percentile.\n';
    const { document } = await open('docs/design/3003-beside.md', text);
    await until(document.uri, (all) => all.length > 0);
    await vscode.commands.executeCommand('designDocs.openPanel');
    const groups = () => vscode.window.tabGroups;
    await eventually(
      () => groups().all.length,
      (count) => count === 2,
    );
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await eventually(
      () => groups().activeTabGroup.viewColumn,
      (column) => column === vscode.ViewColumn.Two,
    );
    const start = text.indexOf('A read');
    await vscode.commands.executeCommand('designDocs.review.show', {
      kind: 'concern',
      id: 'latency',
      title: 'Latency',
      question: 'How long?',
      answer: 'answered',
      evidence: { start, end: start + 10 },
      notes: ['latency'],
    });
    assert.equal(groups().activeTabGroup.viewColumn, vscode.ViewColumn.One);
    assert.deepEqual(
      groups().all.map(({ tabs }) => tabs.length),
      [1, 1],
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
