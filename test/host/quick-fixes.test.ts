import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, fixesAt, open, problemsOf, root, ruleOf, until } from './helpers';

/** Opens a doc and returns it with its first problem of a rule. */
async function problemIn(path: string, text: string, rule: string) {
  const { document } = await open(path, text);
  const problems = await until(document.uri, (all) => all.some((it) => ruleOf(it) === rule));
  const problem = problems.find((it) => ruleOf(it) === rule);
  assert.ok(problem);
  return { document, problem };
}

async function apply(
  document: vscode.TextDocument,
  problem: Pick<vscode.Diagnostic, 'range'>,
  title: RegExp,
): Promise<void> {
  const actions = await fixesAt(document.uri, problem, 50);
  const action = actions.find((it) => title.test(it.title));
  assert.ok(action?.edit, `no fix ${String(title)} among: ${actions.map((it) => it.title).join(' / ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

const has = (rule: string) => (all: vscode.Diagnostic[]) => all.some((it) => ruleOf(it) === rule);
const hasNot = (rule: string) => (all: vscode.Diagnostic[]) => !has(rule)(all);

describe('quick fixes', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('insert a missing section, undoably, and the hint goes', async () => {
    const text = '# Fix\n\nWe cache prices.\n\n## Testing\n\nUnit tests cover it.\n';
    const { document, problem } = await problemIn('docs/design/1001-fix.md', text, 'missing-alternatives');
    await apply(document, problem, /Alternatives/);
    const headings = document
      .getText()
      .split('\n')
      .filter((line) => line.startsWith('## '));
    assert.equal(headings.length, 2);
    assert.equal(headings[1], '## Testing', 'alternatives stand before testing');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('offer the page of the rule', async () => {
    const { document, problem } = await problemIn(
      'docs/design/1002-page.md',
      '# Page\n\nTODO\n',
      'leftover-placeholder',
    );
    const actions = await fixesAt(document.uri, problem);
    assert.ok(actions.some(({ command }) => command?.command === 'designDocs.showRule'));
  });

  it('ignore a finding where it stands', async () => {
    const { document, problem } = await problemIn(
      'docs/design/1003-here.md',
      '# Here\n\nTODO\n',
      'leftover-placeholder',
    );
    await apply(document, problem, /^Ignore leftover-placeholder here$/);
    assert.equal(document.getText(), '# Here\n\n<!-- design-docs ignore leftover-placeholder -->\n\nTODO\n');
    await until(document.uri, hasNot('leftover-placeholder'));
    assert.ok(!problemsOf(document.uri).some(({ message }) => message.includes('leftover-placeholder')));
  });

  it('ignore one quality attribute in the whole file', async () => {
    const { document } = await problemIn(
      'docs/design/1004-file.md',
      '---\ntitle: A\n---\n\n# File\n\nWords.\n',
      'missing-concern',
    );
    const about = (all: vscode.Diagnostic[]) => all.filter((it) => ruleOf(it) === 'missing-concern');
    const before = about(problemsOf(document.uri));
    const latency = before.find(({ message }) => /about latency\./.test(message));
    assert.ok(latency);
    await apply(document, latency, /^Ignore missing-concern:latency in this file$/);
    assert.match(
      document.getText(),
      /^---\ntitle: A\n---\n\n<!-- design-docs disable missing-concern:latency -->\n\n# File/,
    );
    await until(document.uri, (all) => about(all).length === before.length - 1);
  });

  it('switch a rule off in the configuration, which is made when there is none', async () => {
    const { document, problem } = await problemIn(
      'docs/design/1005-off.md',
      '# Off\n\nTODO\n',
      'leftover-placeholder',
    );
    const config = vscode.Uri.joinPath(root(), '.design-docs.yaml');
    try {
      await apply(document, problem, /^Switch leftover-placeholder off in the configuration$/);
      const made = (await vscode.workspace.openTextDocument(config)).getText();
      assert.match(made, /^rules:\n {2}leftover-placeholder: off$/m);
      await until(document.uri, hasNot('leftover-placeholder'));
      const other = problemsOf(document.uri).find((it) => ruleOf(it) === 'missing-alternatives');
      assert.ok(other);
      await apply(document, other, /^Switch missing-alternatives off in the configuration$/);
      await until(document.uri, hasNot('missing-alternatives'));
    } finally {
      // Emptied and not deleted: an editor of a file that has gone may write it again.
      const made = await vscode.workspace.openTextDocument(config);
      const empty = new vscode.WorkspaceEdit();
      empty.replace(config, new vscode.Range(0, 0, made.lineCount, 0), '');
      await vscode.workspace.applyEdit(empty);
      await made.save();
    }
    await until(document.uri, has('leftover-placeholder'));
  });

  it('fix all of a rule at once', async () => {
    const { document, problem } = await problemIn(
      'docs/design/1006-all.md',
      '# All\n\nWe cache prices.\n',
      'missing-concern',
    );
    await apply(document, problem, /^Fix all of missing-concern in this file$/);
    await until(document.uri, hasNot('missing-concern'));
    const lines = document.getText().split('\n');
    assert.equal(
      new Set(lines.filter((line) => line !== '')).size,
      lines.filter((line) => line !== '').length,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '# All\n\nWe cache prices.\n', 'in one step');
  });

  const onSave = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      'source.fixAll.designDocs',
      10,
    );

  it('on save mend only what no reader sees', async () => {
    const rest =
      '\n\n## Availability\n\nWe promise 99.9 % availability, at most 5 minutes of downtime a month.\n';
    const text = `# Save\n\n<!-- design-docs ignore mermaid-syntax -->\n\n## Payment flow${rest}`;
    const { document } = await problemIn('docs/design/1007-save.md', text, 'unused-suppression');
    const actions = await onSave(document);
    assert.equal(actions.length, 1);
    assert.ok(actions[0]?.edit);
    assert.ok(await vscode.workspace.applyEdit(actions[0].edit));
    assert.equal(document.getText(), `# Save\n\n## Payment flow${rest}`);
    await until(document.uri, hasNot('unused-suppression'));
    assert.deepEqual(await onSave(document), [], 'an empty section and a wrong figure are the author’s');
  });

  it('on save and when asked for are there right after typing', async () => {
    const text = '# Typing\n\n<!-- design-docs ignore mermaid-syntax -->\n\nWords.\n';
    const { document } = await problemIn('docs/design/1009-typing.md', text, 'unused-suppression');
    const editor = vscode.window.activeTextEditor;
    assert.ok(await editor?.edit((edit) => edit.insert(new vscode.Position(4, 0), 'TODO ')));
    const [action] = await onSave(document);
    assert.ok(action?.edit, 'the comment is taken out');
    assert.ok(await editor?.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n')));
    const atWord = { range: new vscode.Range(6, 0, 6, 4) };
    const titles = (await fixesAt(document.uri, atWord)).map(({ title }) => title);
    assert.ok(titles.includes('Ignore leftover-placeholder here'), titles.join(' / '));
  });

  it('mend on a save right after a keystroke', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    const asked = { 'source.fixAll.designDocs': 'explicit' };
    await settings.update('codeActionsOnSave', asked, vscode.ConfigurationTarget.Workspace);
    try {
      const text = '# Saved\n\n<!-- design-docs ignore mermaid-syntax -->\n\nWords.\n';
      const { document } = await problemIn('docs/design/1010-saved.md', text, 'unused-suppression');
      const typeAndSave = async () => {
        assert.ok(
          await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 2), '-')),
        );
        assert.ok(await document.save());
        return document.getText();
      };
      // A window takes up a setting in its own time.
      await eventually(typeAndSave, (now) => /^# -+Saved\n\nWords\.\n$/.test(now));
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('never edit a document that has changed since', async () => {
    const { document, problem } = await problemIn(
      'docs/design/1008-late.md',
      '# Late\n\nTODO\n',
      'leftover-placeholder',
    );
    const [before] = await fixesAt(document.uri, problem);
    assert.ok(before);
    const editor = vscode.window.activeTextEditor;
    assert.ok(await editor?.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n\n')));
    // Nothing is offered at the old place.
    const stale = await fixesAt(document.uri, problem);
    assert.deepEqual(
      stale.filter(({ title }) => title.startsWith('Ignore')),
      [],
    );
    await apply(document, { range: new vscode.Range(5, 0, 5, 4) }, /^Ignore .* here$/);
    assert.equal(
      document.getText(),
      '\n\n\n# Late\n\n<!-- design-docs ignore leftover-placeholder -->\n\nTODO\n',
    );
  });
});
