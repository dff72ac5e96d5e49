import {
  ThemeIcon,
  Uri,
  commands,
  l10n,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type WorkspaceFolder,
} from 'vscode';
import type { Knowledge, System } from '../knowledge/types';
import { fillTemplate } from '../templates/fill-template';
import { gitAuthors } from './new-document-authors';
import { createFile, createUntitled } from './new-document-create';
import { PlaceError, folderOf, namesIn, placeIn, type DocPlace } from './new-document-place';
import {
  BACK,
  askForText,
  askInOrder,
  askToPick,
  type Answer,
  type Place,
  type Question,
} from './new-document-steps';
import { judgeTitle, type TitleVerdict } from './new-document-title';
import { templateItems, type TemplateItem } from './new-document-templates';
import type { Services } from './services';
import { today } from './today';

const COMMAND = 'designDocs.newDocument';

/** What a key binding can give the command, so that it asks less. */
interface Given {
  /** A template's id. */
  readonly template?: unknown;
  /** A system's id; empty for none. */
  readonly system?: unknown;
  readonly title?: unknown;
  /** The folder to create it in. */
  readonly folder?: unknown;
}

interface SystemItem extends QuickPickItem {
  readonly system: System | undefined;
}

/** *New Design Doc…*: in the palette, under *File › New File…* and on folders of the explorer. */
export function registerNewDocument(services: Services): Disposable {
  return commands.registerCommand(COMMAND, async (first?: unknown): Promise<Uri | undefined> => {
    // The explorer hands over the folder it is called on.
    const given: Given =
      first instanceof Uri ? { folder: first } : typeof first === 'object' ? (first ?? {}) : {};
    const folder = given.folder instanceof Uri ? given.folder : undefined;
    try {
      return await new NewDocument(services, given).run(folder);
    } catch (error) {
      report(services, error);
      return undefined;
    }
  });
}

/** One run of the command: nothing is written before the last question has been answered. */
class NewDocument {
  private item: TemplateItem | undefined;
  private system: SystemItem | undefined;
  private place: DocPlace | undefined;
  private title: string;
  private name = '';
  private taken: readonly string[] | undefined;

  constructor(
    private readonly services: Services,
    private readonly given: Given,
  ) {
    this.title = typeof given.title === 'string' ? given.title : '';
  }

  /** @param chosen the folder it was called on, in the workspace */
  async run(chosen: Uri | undefined): Promise<Uri | undefined> {
    const folders = workspace.workspaceFolders ?? [];
    const [only, another] = folders;
    const questions: Question[] = [];
    if (chosen) {
      const workspaceFolder = workspace.getWorkspaceFolder(chosen);
      if (!workspaceFolder) throw new PlaceError(l10n.t('“{0}” is not in the workspace.', chosen.path));
      this.place = placeIn(workspaceFolder, await folderOf(chosen));
    } else if (another) {
      questions.push((place) => this.askFolder(place, folders));
    } else if (only) {
      this.place = placeIn(only);
    }
    if (!(await this.takeGivenTemplate())) questions.push((place) => this.askTemplate(place));
    if (!(await this.takeGivenSystem())) questions.push((place) => this.askSystem(place));
    // Whether a title will do is known once its place is.
    const isPlaced = this.place !== undefined || !another;
    if (!isPlaced || !(await this.judge(true)).acceptable) questions.push((place) => this.askTitle(place));
    if (!(await askInOrder(l10n.t('New Design Doc'), questions))) return undefined;
    return this.create();
  }

  private async takeGivenTemplate(): Promise<boolean> {
    const { template } = this.given;
    if (typeof template === 'string') {
      this.item = (await templateItems(this.services)).find((item) => item.template?.id === template);
    }
    return this.item !== undefined;
  }

  private async takeGivenSystem(): Promise<boolean> {
    const { system } = this.given;
    if (typeof system === 'string') {
      this.system = (await this.systemItems()).find((item) => (item.system?.id ?? '') === system);
    }
    return this.system !== undefined;
  }

  private async askFolder(place: Place, folders: readonly WorkspaceFolder[]): Promise<Answer<true>> {
    const items = folders.map((folder) => ({ label: folder.name, description: folder.uri.path, folder }));
    const isActive = ({ folder }: { folder: WorkspaceFolder }): boolean =>
      this.place?.folder.toString().startsWith(folder.uri.toString()) ?? false;
    const placeholder = l10n.t('Which folder of the workspace is the doc for?');
    const picked = await askToPick(place, placeholder, Promise.resolve(items), isActive);
    if (picked === undefined || picked === BACK) return picked;
    this.place = placeIn(picked.folder);
    this.taken = undefined;
    return true;
  }

  private async askTemplate(place: Place): Promise<Answer<true>> {
    const placeholder = l10n.t('Which template does the doc start from?');
    const isActive = (item: TemplateItem): boolean => item.label === this.item?.label;
    const picked = await askToPick(place, placeholder, templateItems(this.services), isActive);
    if (picked === undefined || picked === BACK) return picked;
    if (!picked.template) {
      if (picked.broken) await window.showTextDocument(picked.broken);
      return undefined;
    }
    this.item = picked;
    return true;
  }

  private async askSystem(place: Place): Promise<Answer<true>> {
    const placeholder = l10n.t('Which kind of system is the doc about?');
    const isActive = (item: SystemItem): boolean => item.system?.id === this.system?.system?.id;
    const picked = await askToPick(place, placeholder, this.systemItems(), isActive);
    if (picked === undefined || picked === BACK) return picked;
    this.system = picked;
    return true;
  }

  private async systemItems(): Promise<SystemItem[]> {
    const { systems } = await this.knowledge();
    const none: SystemItem = {
      label: l10n.t('None of these'),
      detail: l10n.t('The template as it is.'),
      iconPath: new ThemeIcon('circle-slash'),
      system: undefined,
    };
    const items = systems.map((system) => ({
      label: system.title,
      description: system.aliases.slice(0, 3).join(', '),
      detail: system.summary,
      iconPath: new ThemeIcon('server'),
      system,
    }));
    return [none, ...items];
  }

  /** What is known where the doc will lie. */
  private knowledge(): Promise<Knowledge> {
    const { place, services } = this;
    return services.knowledge(place && Uri.joinPath(place.folder, 'new.md'));
  }

  private async askTitle(place: Place): Promise<Answer<true>> {
    const answer = await askForText(place, l10n.t('Title of the doc'), this.title, (text, accepting) => {
      this.title = text;
      return this.judge(accepting);
    });
    return answer === undefined || answer === BACK ? answer : true;
  }

  private async judge(accepting: boolean): Promise<TitleVerdict> {
    // Somebody else may create files meanwhile: what counts is what is there in the end.
    if (this.place && (accepting || !this.taken)) this.taken = await namesIn(this.place.folder);
    const verdict = judgeTitle(this.title, this.place, this.taken ?? [], accepting);
    this.name = verdict.fileName ?? '';
    return verdict;
  }

  private async create(): Promise<Uri | undefined> {
    const template = this.item?.template;
    if (!template) return undefined;
    const { place } = this;
    const details = {
      title: this.title.trim(),
      date: today(),
      authors: await gitAuthors(place?.folder),
      // An own template is known to the linter only in its own project: the doc says what it is wherever it lies.
      ...(this.item?.own ? { frontMatter: { type: 'design-doc' } } : {}),
    };
    const doc = fillTemplate(template, details, this.system?.system, (await this.knowledge()).parts);
    if (!place) return createUntitled(doc);
    return createFile(Uri.joinPath(place.folder, this.name), `${place.shown}${this.name}`, doc);
  }
}

/** What stands in the way is told to whoever asked for the doc; the log has what a developer needs. */
function report(services: Services, error: unknown): void {
  services.output.error(error instanceof Error ? error : String(error));
  const setting = error instanceof PlaceError ? error.setting : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  const buttons = setting === undefined ? [] : [l10n.t('Open Setting')];
  void window
    .showErrorMessage(l10n.t('No design doc was created. {0}', reason), ...buttons)
    .then((chosen) => {
      if (chosen !== undefined) void commands.executeCommand('workbench.action.openSettings', setting);
    });
}
