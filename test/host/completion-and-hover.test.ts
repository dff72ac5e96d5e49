import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open as openFile } from './helpers';

let count = 0;

/**
 * Opens a design doc; `¦` is the place that is asked about. Each is a file of its own: an untitled doc may be given the
 * name of one just closed, and for a moment its text with it.
 */
async function open(...lines: string[]): Promise<{ uri: vscode.Uri; position: vscode.Position }> {
  const marked = ['---', 'type: design-doc', ...lines].join('\n');
  const offset = marked.indexOf('¦');
  const content = marked.replace('¦', '');
  const { document } = await openFile(`completion/${String(++count)}.md`, content);
  return { uri: document.uri, position: document.positionAt(offset) };
}

async function completions(...lines: string[]): Promise<vscode.CompletionItem[]> {
  const { uri, position } = await open(...lines);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
const named = (items: vscode.CompletionItem[], label: string) => {
  const item = items.find((candidate) => labelOf(candidate) === label);
  assert.ok(item, `${label} is among ${items.map(labelOf).slice(0, 20).join(', ')}`);
  return item;
};
const inserted = ({ insertText }: vscode.CompletionItem) =>
  typeof insertText === 'string' ? insertText : (insertText?.value ?? '');

describe('completion in a design doc', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('offers statuses, systems and templates in the front matter', async () => {
    const statuses = await completions('status: ¦', '---', '', '# A doc');
    assert.deepEqual(statuses.map(labelOf).slice(0, 2), ['draft', 'proposed']);
    named(await completions('system: ¦', '---', '', '# A doc'), 'payment-system');
    named(await completions('template: ¦', '---', '', '# A doc'), 'system-design');
  });

  it('offers the concerns that the requirements do not answer', async () => {
    const items = await completions(
      '---',
      '# A doc',
      '',
      '## Quality requirements',
      '',
      '- Latency: the search answers within 200 ms at p99 under 500 requests per second.',
      '¦',
      '',
    );
    assert.match(inserted(named(items, 'Durability')), /^- \*\*Durability\*\*: .*\$\{1:\{/);
    assert.equal(
      items.find((item) => labelOf(item) === 'Latency'),
      undefined,
    );
  });

  it('offers building blocks in a diagram that is not begun', async () => {
    const items = await completions('---', '# A doc', '', '```mermaid', '¦', '```', '');
    assert.match(inserted(named(items, 'Cache-aside')), /^sequenceDiagram\n/);
  });
});

describe('hover in a design doc', () => {
  const setting = () => vscode.workspace.getConfiguration('designDocs');
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setting().update('hover', undefined, vscode.ConfigurationTarget.Global);
  });

  async function hoverText(...lines: string[]): Promise<string> {
    const { uri, position } = await open(...lines);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
  }

  it('shows a note’s first lines with a link to it', async () => {
    const text = await hoverText('---', '# A doc', '', 'Reads go through a cache-a¦side layer.');
    assert.match(
      text,
      /\*\*Cache-aside\*\*\n\n.+\n\n.+\n\n\[.+\]\(command:designDocs\.openNote\?%5B%22cache-aside%22%5D\)/,
    );
  });

  it('is quiet in code, in other Markdown, and when it is turned off', async () => {
    assert.equal(await hoverText('---', '# A doc', '', '```', 'cache-a¦side', '```'), '');
    const plain = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# A\n\ncache-aside',
    });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      plain.uri,
      new vscode.Position(2, 3),
    );
    assert.deepEqual(hovers, []);
    await setting().update('hover', false, vscode.ConfigurationTarget.Global);
    assert.equal(await hoverText('---', '# A doc', '', 'A cache-a¦side layer.'), '');
  });
});
