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
      const blocks = buildingBlocks((await services.knowledge()).concepts);
      const block = blocks.find((candidate) => candidate.id === id) ?? (await pick(blocks));
      return block ? insert(services, editor, block) : false;
    },
  );
}

async function pick(blocks: readonly BuildingBlock[]): Promise<BuildingBlock | undefined> {
  const picked = await window.showQuickPick(itemsFor(blocks), {
    title: l10n.t('Insert Building Block'),
    placeHolder: l10n.t('A diagram and a table of trade-offs, to insert at the cursor'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.block;
}

/** The blocks under headings, one for each group. */
function itemsFor(blocks: readonly BuildingBlock[]): BlockItem[] {
  const groups = new Map<string, BlockItem[]>();
  for (const block of blocks) {
    const items = groups.get(block.group) ?? [
      { label: nameOfGroup(block.group), kind: QuickPickItemKind.Separator },
    ];
    const { title, aliases, summary } = block;
    items.push({ label: title, description: aliases.slice(0, 3).join(', '), detail: summary, block });
    groups.set(block.group, items);
  }
  return [...groups.values()].flat();
}

function nameOfGroup(group: string): string {
  switch (group) {
    case 'scaling':
      return l10n.t('Scaling');
    case 'networking':
      return l10n.t('Networking');
    case 'caching':
      return l10n.t('Caching');
    case 'storage':
      return l10n.t('Storage');
    case 'distributed-data':
      return l10n.t('Distributed data');
    case 'messaging':
      return l10n.t('Messaging');
    case 'apis':
      return l10n.t('APIs');
    case 'security':
      return l10n.t('Security');
    case 'operations':
      return l10n.t('Operations');
    case 'estimation':
      return l10n.t('Estimation');
    case 'practice':
      return l10n.t('Practice');
    default:
      return group;
  }
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
