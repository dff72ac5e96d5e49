import { QuickPickItemKind, ThemeIcon, Uri, l10n, workspace, type QuickPickItem } from 'vscode';
import type { FileSource } from '../knowledge/file-source';
import { OWN_FOLDER } from '../lint/config-schema';
import { parseTemplate, type BrokenTemplate, type Template } from '../templates/parse-template';
import { folderFiles } from './extension-files';
import type { Services } from './services';

const OWN_TEMPLATES = `${OWN_FOLDER}/templates`;

/** A template in the list, or a heading between templates. */
export interface TemplateItem extends QuickPickItem {
  readonly template?: Template;
  /** Whether it comes from the workspace. */
  readonly own?: boolean;
  /** The file of a template that cannot be used. */
  readonly broken?: Uri;
}

/**
 * All templates: those shipped first, then those of each workspace folder, which a workspace that is not trusted does
 * not contribute.
 */
export async function templateItems(services: Services): Promise<TemplateItem[]> {
  const shipped = await readTemplates(await services.shippedTemplates(), 'templates');
  const items = shipped.map((template) => itemFor(template, undefined));
  if (!workspace.isTrusted) return items;
  for (const { name, uri } of workspace.workspaceFolders ?? []) {
    const { parts } = await services.knowledge(Uri.joinPath(uri, OWN_FOLDER));
    const partIds = parts.map((part) => part.id);
    const own = await readTemplates(folderFiles(uri), OWN_TEMPLATES, partIds);
    if (own.length === 0) continue;
    items.push({ label: l10n.t('Templates of {0}', name), kind: QuickPickItemKind.Separator });
    items.push(...own.map((template) => itemFor(template, uri)));
  }
  return items;
}

async function readTemplates(
  files: FileSource,
  folder: string,
  partIds?: readonly string[],
): Promise<(Template | BrokenTemplate)[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.md'));
  const templates = await Promise.all(
    names.map(async (name) => {
      const id = name.slice(0, -'.md'.length);
      try {
        return parseTemplate(id, await files.read(`${folder}/${name}`), partIds);
      } catch (error) {
        return { id, reason: 'unreadable', about: String(error) } as const;
      }
    }),
  );
  return templates.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf(template: Template | BrokenTemplate): number {
  return 'reason' in template ? Number.MAX_VALUE : Math.min(template.order, Number.MAX_SAFE_INTEGER);
}

/** @param from the workspace folder it comes from; undefined for one that is shipped */
function itemFor(template: Template | BrokenTemplate, from: Uri | undefined): TemplateItem {
  if (!('reason' in template)) {
    const { name, description } = template;
    return {
      label: name,
      detail: description,
      iconPath: new ThemeIcon('file-text'),
      template,
      own: from !== undefined,
    };
  }
  const name = `${template.id}.md`;
  return {
    label: l10n.t('Broken: {0}', name),
    detail: wordsFor(template),
    iconPath: new ThemeIcon('warning'),
    ...(from ? { broken: Uri.joinPath(from, OWN_TEMPLATES, name) } : {}),
  };
}

function wordsFor({ reason, about }: BrokenTemplate): string {
  switch (reason) {
    case 'unreadable':
      return l10n.t('It cannot be read: {0}', about);
    case 'no-front-matter':
      return l10n.t('It needs front matter: a line ---, at least a name, a line ---.');
    case 'front-matter-unreadable':
      return l10n.t('Its front matter is no valid YAML: {0}', about);
    case 'no-name':
      return l10n.t('Its front matter needs a name.');
    case 'description-not-text':
      return l10n.t('The description in its front matter must be text.');
    case 'order-not-a-number':
      return l10n.t('The order in its front matter must be a number.');
    case 'no-title-heading':
      return l10n.t('It needs a first-level heading, such as # {title}.');
    case 'unknown-part':
      return l10n.t('“{0}” is not a part of a doc.', about);
  }
}
