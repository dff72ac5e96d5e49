import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const root = () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run with a folder open');
  return folder.uri;
};

const problemsOf = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Design Docs');
const ruleOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? String(code.value) : '');

/** Waits until the problems of a file are as wanted; fails with what they were. */
async function until(uri: vscode.Uri, wanted: (problems: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const problems = problemsOf(uri);
    if (wanted(problems)) return problems;
    if (Date.now() > deadline) assert.fail(`problems stayed: ${problems.map(({ message }) => message).join(' / ') || 'none'}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function open(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(root(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

describe('hints while typing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('appear on a design doc, each with a page that is shipped', async () => {
    const { document } = await open('docs/design/0001-cache.md', '# Cache\n\n## Goals\n\nTODO\n');
    const problems = await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'leftover-placeholder'));
    const todo = problems.find((it) => ruleOf(it) === 'leftover-placeholder');
    assert.deepEqual(todo?.range, new vscode.Range(4, 0, 4, 4));
    for (const { code } of problems) {
      assert.ok(typeof code === 'object');
      await vscode.workspace.fs.stat(code.target);
    }
  });

  it('never appear on a README or any other Markdown', async () => {
    const readme = await open('README.md', '# Read me\n\nTODO\n');
    const guide = await open('docs/guide.md', '# Guide\n\nTODO\n');
    // A design doc opened afterwards has its hints: so the linter has had its turn at the other two.
    const { document } = await open('docs/design/0002-queue.md', '# Queue\n\nTODO\n');
    await until(document.uri, (all) => all.length > 0);
    assert.deepEqual(problemsOf(readme.document.uri), []);
    assert.deepEqual(problemsOf(guide.document.uri), []);
  });

  it('go when the text is mended, and move with it', async () => {
    const editor = await open('docs/design/0003-move.md', '# Move\n\nTODO\n');
    await until(editor.document.uri, (all) => all.some((it) => ruleOf(it) === 'leftover-placeholder'));
    await editor.edit((edit) => { edit.insert(new vscode.Position(1, 0), '\n\n'); });
    await until(editor.document.uri, (all) => all.some((it) => ruleOf(it) === 'leftover-placeholder' && it.range.start.line === 4));
    await editor.edit((edit) => { edit.replace(new vscode.Range(4, 0, 4, 4), 'Done.'); });
    await until(editor.document.uri, (all) => !all.some((it) => ruleOf(it) === 'leftover-placeholder'));
  });

  it('appear on any Markdown once its front matter says it is a design doc', async () => {
    const editor = await open('notes/idea.md', '# Idea\n\nTODO\n');
    await editor.edit((edit) => { edit.insert(new vscode.Position(0, 0), '---\ntype: design-doc\n---\n'); });
    await until(editor.document.uri, (all) => all.length > 0);
  });

  it('appear on a file the user asks for', async () => {
    const { document } = await open('notes/asked.md', '# Asked\n\nTODO\n');
    await vscode.commands.executeCommand('designDocs.checkThisFile');
    await until(document.uri, (all) => all.length > 0);
  });

  it('appear on an untitled doc that names one of our templates', async () => {
    const content = '---\ntemplate: system-design\n---\n# New\n\nTODO\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    await until(document.uri, (all) => all.length > 0);
  });

  it('follow the settings as soon as they change', async () => {
    const { document } = await open('docs/design/0004-settings.md', '# Settings\n\nTODO\n');
    await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'leftover-placeholder'));
    const settings = vscode.workspace.getConfiguration('designDocs');
    await settings.update('rules', { 'leftover-placeholder': 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await until(document.uri, (all) => !all.some((it) => ruleOf(it) === 'leftover-placeholder'));
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are taken away when the doc is closed', async () => {
    const { document } = await open('docs/design/0005-close.md', '# Close\n\nTODO\n');
    await until(document.uri, (all) => all.length > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(document.uri, (all) => all.length === 0);
  });

  it('stand at the right line of a broken diagram', async () => {
    const { document } = await open('docs/design/0006-diagram.md', '# Diagram\n\n```mermaid\nflowchart LR\n  A --> B\n  B -->\n```\n');
    const problems = await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'mermaid-syntax'));
    const broken = problems.find((it) => ruleOf(it) === 'mermaid-syntax');
    assert.equal(broken?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(broken.range.start.line >= 4 && broken.range.start.line <= 6, `line ${String(broken.range.start.line)}`);
  });
});

describe('quick fixes', () => {
  const fixesFor = async (document: vscode.TextDocument, problem: vscode.Diagnostic) => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.filter(({ diagnostics }) => diagnostics?.some((it) => it.message === problem.message));
  };

  it('insert a missing section, undoably, and the hint goes', async () => {
    const { document } = await open('docs/design/0007-fix.md', '# Fix\n\nWe cache prices.\n\n## Testing\n\nUnit tests cover it.\n');
    const problems = await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'missing-alternatives'));
    const problem = problems.find((it) => ruleOf(it) === 'missing-alternatives');
    assert.ok(problem);
    const fix = (await fixesFor(document, problem)).find(({ edit }) => edit);
    assert.ok(fix?.edit, 'the hint has a fix');
    const before = document.getText();
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    const headings = document.getText().split('\n').filter((line) => line.startsWith('## '));
    assert.equal(headings.length, 2);
    assert.equal(headings[1], '## Testing', 'alternatives stand before testing');
    await until(document.uri, (all) => !all.some((it) => it.message === problem.message));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('offer the page of the rule', async () => {
    const { document } = await open('docs/design/0008-page.md', '# Page\n\nTODO\n');
    const [problem] = await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'leftover-placeholder'));
    assert.ok(problem);
    assert.ok((await fixesFor(document, problem)).some(({ command }) => command?.command === 'designDocs.showRule'));
  });
});
