import {
  EventEmitter,
  Range,
  Selection,
  StatusBarAlignment,
  TextEditorRevealType,
  commands,
  l10n,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type TextDocument,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import { readDoc } from '../knowledge/read-doc';
import { openPoints, reviewOf, type Review, type ReviewPoint } from '../lint/review';
import { fixesFor, placeOf } from '../lint/review-fixes';
import type { Fix } from '../rules/finding';
import { DisposableStore } from './disposable';
import { toWorkspaceEdit } from './quick-fixes';
import { reviewGroups, toTreeItem, type ReviewNode } from './review-tree';
import type { Services } from './services';
import { columnOf } from './show-document';

const VIEW = 'designDocs.review';

/** Shows what a reviewer would ask of the active design doc, and in the status bar how much of it is open. */
export function registerReview(services: Services): Disposable {
  return new ReviewView(services);
}

class ReviewView extends DisposableStore implements TreeDataProvider<ReviewNode> {
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly status = this.register(window.createStatusBarItem(VIEW, StatusBarAlignment.Right, 90));
  private readonly view = this.register(window.createTreeView<ReviewNode>(VIEW, { treeDataProvider: this }));
  private document: TextDocument | undefined;
  private review: Review | undefined;

  constructor(private readonly services: Services) {
    super();
    this.status.name = l10n.t('Design Review');
    this.status.command = `${VIEW}.focus`;
    this.register(window.onDidChangeActiveTextEditor(() => void this.update()));
    this.register(
      services.linter.onDidChange((document) => {
        if (document === window.activeTextEditor?.document || document === this.document) void this.update();
      }),
    );
    this.register(
      commands.registerCommand('designDocs.review.show', (point: ReviewPoint) => this.show(point)),
    );
    void this.update();
  }

  getTreeItem(node: ReviewNode): TreeItem {
    return toTreeItem(node);
  }

  getChildren(node?: ReviewNode): ReviewNode[] {
    if (node) return node.kind === 'group' ? [...node.points] : [];
    return this.review ? reviewGroups(this.review) : [];
  }

  /** While the doc is being edited the last review stays, so that the view does not flicker. */
  private async update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    // The focus may have gone to a view, an output or a settings page: the doc is still in sight.
    if (!document && this.document && !this.document.isClosed) return;
    const found = document && this.services.linter.get(document);
    if (found) {
      const questions = found.reading.knowledge.concepts.flatMap((concept) => concept.questions ?? []);
      this.set(document, reviewOf(found.reading, found.config, questions, found.findings));
    } else if (!document || !(await this.services.files.has(document))) {
      this.set(undefined, undefined);
    }
  }

  private set(document: TextDocument | undefined, review: Review | undefined): void {
    if ((review !== undefined) !== (this.review !== undefined)) {
      void commands.executeCommand('setContext', 'designDocs.hasReview', review !== undefined);
    }
    this.document = document;
    this.review = review;
    const name = document?.uri.path.split('/').at(-1);
    if (name === undefined) delete this.view.description;
    else this.view.description = name;
    this.showStatus(review);
    this.changed.fire();
  }

  private showStatus(review: Review | undefined): void {
    if (!review) {
      this.status.hide();
      return;
    }
    const open = openPoints(review);
    this.status.text = `$(checklist) ${l10n.t('{0} open', open.length)}`;
    const titles = open.map(({ title }) => title).join(', ');
    this.status.tooltip =
      open.length === 0
        ? l10n.t('Design Review: nothing is open')
        : l10n.t('Design Review, open: {0}', titles);
    this.status.accessibilityInformation = { label: l10n.t('Design Review: {0} open points', open.length) };
    this.status.show();
  }

  /** Goes to where the doc answers a point, or should, and offers what mends one that it does not fully answer. */
  private async show(point: ReviewPoint): Promise<void> {
    const document = this.document && (await workspace.openTextDocument(this.document.uri));
    if (!document) return;
    const found = this.services.linter.get(document);
    const reading =
      found?.reading ??
      readDoc(this.services.docs.get(document), await this.services.knowledge(document.uri));
    const { start, end } = placeOf(reading, point);
    const range = new Range(document.positionAt(start), document.positionAt(end));
    const fixes = fixesFor(reading, point, found?.findings ?? []);
    const version = document.version;
    const editor = await window.showTextDocument(document, columnOf(document));
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    if (point.answer === 'answered') return;
    const chosen = await pickFix(point, fixes);
    if (chosen?.fix && document.version === version) {
      await workspace.applyEdit(toWorkspaceEdit(document, chosen.fix));
    } else if (chosen && !chosen.fix) {
      await commands.executeCommand('designDocs.openNote', point.notes[0]);
    }
  }
}

interface FixItem extends QuickPickItem {
  /** Undefined for the item that opens the note. */
  readonly fix: Fix | undefined;
}

function pickFix(point: ReviewPoint, fixes: readonly Fix[]): Thenable<FixItem | undefined> {
  const items: FixItem[] = fixes.map((fix) => ({ label: fix.title, fix }));
  items.push({ label: l10n.t('Read the note'), fix: undefined });
  return window.showQuickPick(items, { title: point.title, placeHolder: point.question });
}
