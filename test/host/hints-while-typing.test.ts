import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, problemsOf, remove, root, ruleOf, until, write } from './helpers';

describe('hints while typing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('appear on a design doc, each with a page that is shipped', async () => {
    const { document } = await open('docs/design/0001-cache.md', '# Cache\n\n## Goals\n\nTODO\n');
    const problems = await until(document.uri, (all) =>
      all.some((it) => ruleOf(it) === 'leftover-placeholder'),
    );
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
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '\n\n');
    });
    await until(editor.document.uri, (all) =>
      all.some((it) => ruleOf(it) === 'leftover-placeholder' && it.range.start.line === 4),
    );
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(4, 0, 4, 4), 'Done.');
    });
    await until(editor.document.uri, (all) => !all.some((it) => ruleOf(it) === 'leftover-placeholder'));
  });

  it('appear on any Markdown once its front matter says it is a design doc', async () => {
    const editor = await open('notes/idea.md', '# Idea\n\nTODO\n');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '---\ntype: design-doc\n---\n');
    });
    await until(editor.document.uri, (all) => all.length > 0);
  });

  it('appear on a file the user asks for', async () => {
    const { document } = await open('notes/asked.md', '# Asked\n\nTODO\n');
    await vscode.commands.executeCommand('designDocs.checkThisFile');
    await until(document.uri, (all) => all.length > 0);
  });

  it('stay on such a file when it or its folder gets another name', async () => {
    const { document } = await open('notes/old/asked.md', '# Asked\n\nTODO\n');
    await vscode.commands.executeCommand('designDocs.checkThisFile');
    await until(document.uri, (all) => all.length > 0);
    const at = (path: string) => vscode.Uri.joinPath(root(), path);
    const move = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at(from), at(to));
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await move('notes/old/asked.md', 'notes/old/renamed.md');
    await vscode.window.showTextDocument(at('notes/old/renamed.md'));
    await until(at('notes/old/renamed.md'), (all) => all.length > 0);
    await move('notes/old', 'notes/new');
    await vscode.window.showTextDocument(at('notes/new/renamed.md'));
    await until(at('notes/new/renamed.md'), (all) => all.length > 0);
  });

  it('appear on any Markdown that names a template of the workspace, as soon as that is there', async () => {
    const { document } = await open('notes/ours.md', '---\ntemplate: our-own\n---\n\n# Ours\n\nTODO\n');
    const template = await write('.design-docs/templates/our-own.md', '---\nname: Ours\n---\n\n# {title}\n');
    try {
      await until(document.uri, (all) => all.length > 0);
    } finally {
      await remove(template);
    }
    await until(document.uri, (all) => all.length === 0);
  });

  it('are not looked for anew when a file is saved that says nothing about them', async () => {
    const other = await open('Makefile', 'all:\n');
    await other.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '\ttrue\n');
    });
    const { document } = await open('docs/design/0007-makefile.md', '# Make\n\nTODO\n');
    await until(document.uri, (all) => all.length > 0);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 1500));
    // What the two files have set going by being new has come to its end.
    await pause();
    let changes = 0;
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      changes += uris.filter((uri) => uri.toString() === document.uri.toString()).length;
    });
    assert.ok(await other.document.save());
    await pause();
    listening.dispose();
    assert.equal(changes, 0);
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
    const uri = vscode.Uri.joinPath(root(), 'docs/design/0005-close.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# Close\n\nTODO\n'));
    // Not by an extension's request for the document: that would keep it open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(uri, (all) => all.length > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(uri, (all) => all.length === 0);
  });

  it('stand at the right line of a broken diagram', async () => {
    const { document } = await open(
      'docs/design/0006-diagram.md',
      '# Diagram\n\n```mermaid\nflowchart LR\n  A --> B\n  B -->\n```\n',
    );
    const problems = await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'mermaid-syntax'));
    const broken = problems.find((it) => ruleOf(it) === 'mermaid-syntax');
    assert.equal(broken?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(
      broken.range.start.line >= 4 && broken.range.start.line <= 6,
      `line ${String(broken.range.start.line)}`,
    );
  });
});
