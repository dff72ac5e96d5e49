import {
  QuickPickItemKind,
  SnippetString,
  commands,
  l10n,
  window,
  type Disposable,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import { blockMarkdown, buildingBlocks, type BuildingBlock } from '../templates/building-blocks';
import { toSnippet } from '../templates/snippet';
import type { Services } from './services';

interface BlockItem extends QuickPickItem {
  readonly block?: BuildingBlock;
}

/**
 * *Insert Building Block…*: a concept's diagram and trade-off table at the cursor, as a snippet. A key binding can
 * give the concept's id.
 */
export function registerInsertBuildingBlock(services: Services): Disposable {
  return commands.registerCommand(
    'designDocs.insertBuildingBlock',
    async (id?: unknown): Promise<boolean> => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== 'markdown') return false;
      const blocks = services.knowledge(editor.document.uri).then(({ concepts }) => buildingBlocks(concepts));
      const given = id === undefined ? undefined : (await blocks).find((candidate) => candidate.id === id);
      const block = given ?? (await pick(blocks));
      return block ? insert(services, editor, block) : false;
    },
  );
}

async function pick(blocks: Promise<readonly BuildingBlock[]>): Promise<BuildingBlock | undefined> {
  // A promise, so that the list is there at once and nothing typed meanwhile goes into the doc.
  const items: Promise<BlockItem[]> = blocks.then(itemsFor);
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert Building Block'),
    placeHolder: l10n.t('A diagram and a table of trade-offs, to insert at the cursor'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.block;
}

/** The blocks under headings, one for each group. */
function itemsFor(blocks: readonly BuildingBlock[]): BlockItem[] {
  const names = groupNames();
  const known = Object.keys(names);
  const others = blocks.map(({ group }) => group).filter((group) => !known.includes(group));
  return [...new Set([...known, ...others])].flatMap((group) => {
    const items: BlockItem[] = blocks
      .filter((block) => block.group === group)
      .map((block) => ({
        label: block.title,
        description: block.aliases.slice(0, 3).join(', '),
        detail: block.summary,
        block,
      }));
    const heading: BlockItem = { label: names[group] ?? group, kind: QuickPickItemKind.Separator };
    return items.length === 0 ? [] : [heading, ...items];
  });
}

/** What the groups of concepts are called, in the order in which they are shown. */
function groupNames(): Readonly<Record<string, string>> {
  return {
    scaling: l10n.t('Scaling'),
    networking: l10n.t('Networking'),
    caching: l10n.t('Caching'),
    storage: l10n.t('Storage'),
    'distributed-data': l10n.t('Distributed data'),
    messaging: l10n.t('Messaging'),
    apis: l10n.t('APIs'),
    security: l10n.t('Security'),
    operations: l10n.t('Operations'),
    estimation: l10n.t('Estimation'),
    practice: l10n.t('Practice'),
  };
}

/** Inserts in place of the selection, on lines of its own, one level below the heading that it comes to stand under. */
function insert(services: Services, editor: TextEditor, block: BuildingBlock): Thenable<boolean> {
  const { document, selection } = editor;
  const offset = document.offsetAt(selection.start);
  const around = services.docs.get(document).sections.findLast((section) => section.start <= offset);
  const before = document.lineAt(selection.start.line).text.slice(0, selection.start.character);
  const after = document.lineAt(selection.end.line).text.slice(selection.end.character);
  const lineAbove = selection.start.line > 0 ? document.lineAt(selection.start.line - 1).text : '';
  const gapBefore = before.trim() !== '' ? '\n\n' : lineAbove.trim() !== '' ? '\n' : '';
  const depth = Math.min(6, Math.max(2, (around?.depth ?? 1) + 1));
  const markdown = blockMarkdown(block, depth);
  const text = gapBefore + (after.trim() === '' ? markdown.trimEnd() + '\n' : markdown);
  return editor.insertSnippet(new SnippetString(toSnippet(text)), selection, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
