import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const COMMAND = 'designDocs.newDocument';

const workspaceFolder = () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run with a folder open');
  return folder;
};
const at = (path: string) => vscode.Uri.joinPath(workspaceFolder().uri, path);
const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const write = (path: string, ...lines: string[]) =>
  vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(lines.join('\n')));
const exists = (path: string) =>
  vscode.workspace.fs.stat(at(path)).then(
    () => true,
    () => false,
  );
/** Changes a setting of the workspace folder and waits until it is in force; undefined takes it away. */
async function set(setting: string, value: unknown): Promise<void> {
  const settings = () => vscode.workspace.getConfiguration('designDocs', workspaceFolder().uri);
  await settings().update(setting, value, vscode.ConfigurationTarget.WorkspaceFolder);
  const deadline = Date.now() + 20_000;
  while (
    settings().inspect(setting)?.workspaceFolderValue !== value &&
    settings().inspect(setting)?.workspaceValue !== value
  ) {
    assert.ok(Date.now() < deadline, `${setting} was changed`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs the command with answers; a step that is still asked is left by Escape. */
async function create(given: Record<string, unknown>): Promise<vscode.Uri | undefined> {
  const running = Promise.resolve(vscode.commands.executeCommand<vscode.Uri | undefined>(COMMAND, given));
  const pause = () => new Promise<'asked'>((resolve) => setTimeout(resolve, 300, 'asked'));
  for (let tries = 0; tries < 60; tries++) {
    if ((await Promise.race([running, pause()])) !== 'asked') break;
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  }
  return running;
}

/** Like `create`, for runs that ask nothing more. */
async function mustCreate(given: Record<string, unknown>): Promise<vscode.Uri> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>(COMMAND, given);
  assert.ok(uri, 'a doc was created');
  return uri;
}

describe('New Design Doc', () => {
  let count = 0;
  // Each test has a folder of its own, which does not exist yet.
  beforeEach(() => set('folder', `new/design-${String(++count)}`));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('folder', undefined);
    await set('fileName', undefined);
  });

  const folder = () => `new/design-${String(count)}`;

  it('makes the folder and a numbered file, with front matter that says what it is', async () => {
    const uri = await mustCreate({ template: 'system-design', system: '', title: 'Café: orders' });
    assert.equal(uri.toString(), at(`${folder()}/0001-cafe-orders.md`).toString());
    const text = await textOf(uri);
    assert.match(
      text,
      /^---\ntitle: "Café: orders"\nstatus: draft\ndate: \d{4}-\d\d-\d\d\nauthors:.*\ntemplate: system-design\n---\n\n# Café: orders\n/s,
    );
    assert.match(text, /\n## Open questions\n/);
    assert.equal(text, vscode.window.activeTextEditor?.document.getText());
  });

  it('counts on from the files that are there', async () => {
    await write(`${folder()}/007-older.md`, '# Older');
    const uri = await mustCreate({ template: 'adr', system: '', title: 'Use a queue' });
    assert.match(uri.path, /\/008-use-a-queue\.md$/);
    assert.match(await textOf(uri), /\nstatus: proposed\n/);
  });

  it('inserts the body with tab stops and in one step that can be undone', async () => {
    const uri = await mustCreate({ template: 'one-pager', system: '', title: 'Small' });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    const selected = () => editor.document.getText(editor.selection);
    const first = selected();
    assert.match(first, /^\{What is to be built.*\}$/);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.notEqual(selected(), first);
    assert.match(selected(), /^\{.*\}$/);
    await vscode.commands.executeCommand('undo');
    assert.match(editor.document.getText(), /^---\ntitle: Small\n.*\n---\n\n$/s);
  });

  it('puts a system’s requirements, diagrams and checklist into the doc', async () => {
    const uri = await mustCreate({ template: 'system-design', system: 'payment-system', title: 'Pay' });
    const text = await textOf(uri);
    assert.match(text, /\nsystem: payment-system\n/);
    assert.match(text, /carries \{an idempotency key\}/);
    assert.match(text, /\n## Architecture\n\n(?:[^#]*\n)?```mermaid\n/);
    assert.doesNotMatch(text, /\]\([^)]*\.md\)/);
  });

  it('refuses a name that is taken, and leaves the file alone', async () => {
    await set('fileName', '{title}.md');
    await write(`${folder()}/Orders.md`, 'mine');
    assert.equal(await create({ template: 'adr', system: '', title: 'orders' }), undefined);
    assert.equal(await textOf(at(`${folder()}/Orders.md`)), 'mine');
    assert.deepEqual(await vscode.workspace.fs.readDirectory(at(folder())), [
      ['Orders.md', vscode.FileType.File],
    ]);
  });

  it('leaves nothing behind when it is left at a step', async () => {
    assert.equal(await create({}), undefined);
    assert.equal(await create({ template: 'adr' }), undefined);
    assert.equal(await create({ template: 'adr', system: '' }), undefined);
    assert.equal(await exists(folder()), false);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('creates in the folder it is called on', async () => {
    await vscode.workspace.fs.createDirectory(at('elsewhere/rfcs'));
    const uri = await mustCreate({
      template: 'rfc',
      system: '',
      title: 'Names',
      folder: at('elsewhere/rfcs'),
    });
    assert.equal(uri.toString(), at('elsewhere/rfcs/0001-names.md').toString());
  });

  it('creates nothing outside the workspace, whatever the settings say', async () => {
    await set('folder', '../outside');
    assert.equal(await create({ template: 'adr', system: '', title: 'Out' }), undefined);
    await set('folder', folder());
    await set('fileName', '../{title}.md');
    assert.equal(await create({ template: 'adr', system: '', title: 'Out' }), undefined);
    assert.equal(await exists('../outside'), false);
    assert.equal(await exists('new/out.md'), false);
  });

  it('knows the workspace’s own templates, and that a doc from one is a design doc', async () => {
    await write(
      '.design-docs/templates/ours.md',
      '---',
      'name: Ours',
      'team: Core',
      '---',
      '# {title}',
      '',
      '{What is it about}',
    );
    const uri = await mustCreate({ template: 'ours', system: '', title: 'A thing' });
    const text = await textOf(uri);
    assert.match(
      text,
      /\ntemplate: ours\nteam: Core\ntype: design-doc\n---\n\n# A thing\n\n\{What is it about\}\n$/,
    );
  });

  it('does not make a doc from a broken template', async () => {
    await write('.design-docs/templates/broken.md', '# No front matter');
    assert.equal(await create({ template: 'broken', system: '', title: 'A thing' }), undefined);
    assert.equal(await exists(folder()), false);
  });
});
