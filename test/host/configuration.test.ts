import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixesAt, open, problemsOf, remove, root, ruleOf, until, write } from './helpers';

const TODO = '# Config\n\nTODO\n';
const isTodo = (it: vscode.Diagnostic) => ruleOf(it) === 'leftover-placeholder';
const severity = (all: vscode.Diagnostic[]) => all.find(isTodo)?.severity;

describe('a configuration file', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('holds from the nearest folder up, as soon as it is there, changes or goes', async () => {
    const { document } = await open('conf/design/a.md', TODO);
    await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Warning);
    const outer = await write('conf/.design-docs.yaml', 'rules:\n  leftover-placeholder: error\n');
    try {
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Error);
      const inner = await write(
        'conf/design/.design-docs.json',
        '{"rules": {"leftover-placeholder": "info"}}',
      );
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Information);
      await remove(inner);
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Error);
    } finally {
      await remove(outer);
    }
    await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Warning);
  });

  it('is heard of when another program writes, changes or removes it', async () => {
    const { document } = await open('design/disk.md', TODO);
    await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Warning);
    const uri = vscode.Uri.joinPath(root(), '.design-docs.yaml');
    const level = async (name: string) =>
      vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode(`rules:\n  leftover-placeholder: ${name}\n`),
      );
    await level('error');
    try {
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Error);
      await level('info');
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Information);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
    await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Warning);
  });

  it('is forgotten with its folder, and found again where the folder was moved to', async () => {
    const { document } = await open('moved/design/a.md', TODO);
    await write('conf5/.design-docs.yaml', 'rules:\n  missing-gaols: off\n');
    const at = (folder: string) => vscode.Uri.joinPath(root(), folder);
    const config = (folder: string) => vscode.Uri.joinPath(at(folder), '.design-docs.yaml');
    await until(config('conf5'), (all) => all.length === 1);
    const move = new vscode.WorkspaceEdit();
    move.renameFile(at('conf5'), at('conf6'));
    assert.ok(await vscode.workspace.applyEdit(move));
    await until(config('conf5'), (all) => all.length === 0);
    await until(config('conf6'), (all) => all.length === 1);
    await remove(at('conf6'));
    await until(config('conf6'), (all) => all.length === 0);
    await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Warning);
  });

  it('goes before the settings', async () => {
    const settings = vscode.workspace.getConfiguration('designDocs');
    const config = await write('conf2/.design-docs.yaml', 'rules:\n  leftover-placeholder: error\n');
    await settings.update('rules', { 'leftover-placeholder': 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await open('conf2/design/a.md', TODO);
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Error);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await remove(config);
    }
  });

  it('says which files are design docs, relative to its folder', async () => {
    const config = await write('conf3/.design-docs.yaml', 'include: [specs/**]\n');
    try {
      const other = await open('conf3/design/b.md', TODO);
      const { document } = await open('conf3/specs/a.md', TODO);
      await until(document.uri, (all) => all.some(isTodo));
      assert.deepEqual(problemsOf(other.document.uri), []);
    } finally {
      await remove(config);
    }
  });

  it('with a mistake is a problem at its line, also when nobody has opened it, and the rest holds', async () => {
    const { document } = await open('conf4/design/a.md', TODO);
    await until(document.uri, (all) => all.some(isTodo));
    const config = await write(
      'conf4/.design-docs.yaml',
      'rules:\n  missing-gaols: off\n  leftover-placeholder: error\n',
    );
    try {
      const [problem] = await until(config, (all) => all.length === 1);
      assert.deepEqual(problem?.range, new vscode.Range(1, 2, 1, 15));
      assert.match(problem.message, /no rule “missing-gaols”.*“missing-goals”/);
      await until(document.uri, (all) => severity(all) === vscode.DiagnosticSeverity.Error);
    } finally {
      await remove(config);
    }
    await until(config, (all) => all.length === 0);
  });

  it('with a pattern that is not in quotes says so; what else it says holds, and quick fixes are offered', async () => {
    const config = await write(
      'conf7/.design-docs.yaml',
      'rules:\n  missing-goals: off\ninclude:\n  - **/*.md\n',
    );
    try {
      const [problem] = await until(config, (all) => all.length === 1);
      assert.deepEqual(problem?.range, new vscode.Range(3, 4, 3, 11));
      assert.match(problem.message, /“\*\*\/\*\.md” must be in quotes/);
      const { document } = await open('conf7/design/a.md', TODO);
      const todo = (await until(document.uri, (all) => all.some(isTodo))).find(isTodo);
      assert.ok(!problemsOf(document.uri).some((it) => ruleOf(it) === 'missing-goals'));
      assert.ok(todo);
      const titles = (await fixesAt(document.uri, todo)).map(({ title }) => title);
      for (const title of [
        'Ignore leftover-placeholder here',
        'Switch leftover-placeholder off in the configuration',
      ])
        assert.ok(titles.includes(title), titles.join(' / '));
    } finally {
      await remove(config);
    }
  });

  it('has its problems once, not again in a version of it that is only shown', async () => {
    const text = 'rules:\n  missing-gaols: off\n';
    const provider = vscode.workspace.registerTextDocumentContentProvider('older', {
      provideTextDocumentContent: () => text,
    });
    const older = vscode.Uri.joinPath(root(), 'conf8/.design-docs.yaml').with({ scheme: 'older' });
    const closed = new Promise((resolve) => {
      const listening = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() !== older.toString()) return;
        listening.dispose();
        resolve(undefined);
      });
    });
    await vscode.commands.executeCommand('vscode.open', older);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await closed;
    // A file that comes afterwards has its problem: so the other has had its turn.
    const config = await write('conf8/.design-docs.yaml', text);
    try {
      await until(config, (all) => all.length === 1);
      assert.deepEqual(problemsOf(older), []);
    } finally {
      await remove(config);
      provider.dispose();
    }
  });
});

describe('knowledge of the workspace', () => {
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

  it('adds a quality attribute as soon as its file is there, and a mistake is a problem of that file', async () => {
    const { document } = await open('docs/design/2001-own.md', '# Own\n\nWords.\n');
    await until(document.uri, (all) => all.some((it) => ruleOf(it) === 'missing-concern'));
    const asks = (all: vscode.Diagnostic[]) =>
      all.some(({ message }) => message.includes('Who tries it out'));
    assert.ok(!asks(problemsOf(document.uri)));
    const file = await write('.design-docs/knowledge/concerns/ergonomics.md', CONCERN);
    try {
      await until(document.uri, asks);
      await write('.design-docs/knowledge/concerns/ergonomics.md', CONCERN.replace('question:', 'qeustion:'));
      const problems = await until(file, (all) => all.length > 0);
      assert.ok(problems.some(({ message }) => message.includes('qeustion')));
      await until(document.uri, (all) => !asks(all));
    } finally {
      await remove(vscode.Uri.joinPath(root(), '.design-docs/knowledge'));
    }
    await until(file, (all) => all.length === 0);
  });
});
