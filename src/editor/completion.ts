import {
  CompletionItem,
  CompletionItemKind,
  CompletionTriggerKind,
  MarkdownString,
  Range,
  SnippetString,
  l10n,
  languages,
  type CancellationToken,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Reading } from '../knowledge/reading';
import { readDoc } from '../knowledge/read-doc';
import type { Concern, Knowledge } from '../knowledge/types';
import { oneLine } from '../rules/text-edits';
import { buildingBlocks } from '../templates/building-blocks';
import { toSnippet } from '../templates/snippet';
import { completionPlace, type CompletionPlace } from './completion-place';
import { templateItems } from './new-document-templates';
import type { Services } from './services';

/**
 * Completes in design docs: values in the front matter, building blocks in a diagram that is not begun, and in the
 * requirements the concerns that the doc does not answer yet.
 */
export function registerCompletion(services: Services): Disposable {
  return languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems: (document, position, token, { triggerKind }) => {
        // After a space only what follows a key of the front matter: nobody wants a list at every word.
        const typed = triggerKind === CompletionTriggerKind.TriggerCharacter;
        return typed && !isInFrontMatter(services, document, position)
          ? []
          : complete(services, document, position, token);
      },
    },
    ' ',
  );
}

function isInFrontMatter(services: Services, document: TextDocument, position: Position): boolean {
  const { frontMatter } = services.docs.get(document);
  return frontMatter !== undefined && document.offsetAt(position) < frontMatter.end;
}

async function complete(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  if (!(await services.files.has(document))) return [];
  const knowledge = await services.knowledge(document.uri);
  if (token.isCancellationRequested) return [];
  const doc = services.docs.get(document);
  let read: Reading | undefined;
  const reading = (): Reading => (read ??= readDoc(doc, knowledge));
  const place = completionPlace(doc, document.offsetAt(position), reading);
  switch (place?.kind) {
    case 'value':
      return valueItems(services, knowledge, place.key, rangeOf(document, place.start, place.end));
    case 'diagram':
      return diagramItems(knowledge, place.header);
    case 'requirement':
      return requirementItems(
        reading(),
        place,
        rangeOf(document, place.lineStart, document.offsetAt(position)),
      );
    case undefined:
      return [];
  }
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

async function valueItems(
  services: Services,
  knowledge: Knowledge,
  key: string,
  range: Range,
): Promise<CompletionItem[]> {
  const values =
    key === 'status' ? statuses() : key === 'system' ? systems(knowledge) : await templates(services);
  return values.map(({ value, title, about }, i) => {
    const item = new CompletionItem({ label: value, description: title }, CompletionItemKind.EnumMember);
    item.range = range;
    if (about !== undefined) item.documentation = about;
    item.sortText = String(i).padStart(3, '0');
    return item;
  });
}

interface Value {
  readonly value: string;
  readonly title: string;
  readonly about?: string;
}

function statuses(): Value[] {
  return [
    { value: 'draft', title: l10n.t('Being written') },
    { value: 'proposed', title: l10n.t('Complete, and put forward') },
    { value: 'in review', title: l10n.t('Being read by others') },
    { value: 'accepted', title: l10n.t('Decided, to be built') },
    { value: 'implemented', title: l10n.t('Built') },
    { value: 'rejected', title: l10n.t('Decided against') },
    { value: 'deprecated', title: l10n.t('No longer to be followed') },
    { value: 'superseded', title: l10n.t('Another doc has taken its place') },
  ];
}

function systems({ systems: known }: Knowledge): Value[] {
  return known.map(({ id, title, summary }) => ({ value: id, title, about: summary }));
}

async function templates(services: Services): Promise<Value[]> {
  return (await templateItems(services)).flatMap(({ template }) =>
    template ? [{ value: template.id, title: template.name, about: template.description }] : [],
  );
}

/** @param header the diagram's first line, when it is there already; only blocks of that kind then fit */
function diagramItems(knowledge: Knowledge, header: string): CompletionItem[] {
  const kind = (/^\S*/.exec(header)?.[0] ?? '').replace(/^graph$/, 'flowchart');
  return buildingBlocks(knowledge.concepts).flatMap(({ id, title, summary, diagram }) => {
    const [first = '', ...rest] = diagram.split('\n');
    if (header !== '' && !first.startsWith(kind)) return [];
    const item = new CompletionItem({ label: title, description: first }, CompletionItemKind.Snippet);
    item.filterText = `${title} ${id}`;
    item.insertText = header === '' ? diagram : rest.map((line) => line.replace(/^ {2}/, '')).join('\n');
    item.documentation = new MarkdownString().appendText(`${summary}\n`).appendCodeblock(diagram, 'mermaid');
    return [item];
  });
}

function requirementItems(
  reading: Reading,
  { form }: Extract<CompletionPlace, { kind: 'requirement' }>,
  line: Range,
): CompletionItem[] {
  const { concerns } = reading.knowledge;
  const open = concerns.filter(({ id }) => reading.concern(id).answer !== 'answered');
  return open.map((concern, i) => {
    const { id, title, question } = concern;
    const label = { label: title, description: l10n.t('not answered yet') };
    const item = new CompletionItem(label, CompletionItemKind.Property);
    item.filterText = form === 'row' ? `| ${title} ${id}` : `${title} ${id}`;
    item.insertText = new SnippetString(toSnippet(textFor(concern, form)).replace(/\$0$/, ''));
    if (form === 'row') item.range = line;
    item.documentation = question;
    item.sortText = String(i).padStart(3, '0');
    return item;
  });
}

function textFor({ title, stub }: Concern, form: 'item' | 'rest-of-item' | 'row'): string {
  const text = oneLine(stub);
  if (form === 'row') return `| ${title} | ${text.replaceAll('|', '\\|')} |`;
  return `${form === 'item' ? '- ' : ''}**${title}**: ${text}`;
}
