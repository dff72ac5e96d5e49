import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from 'vscode';
import type { Answer } from '../knowledge/reading';
import type { Review, ReviewPoint } from '../lint/review';

/** A heading of the view with the points below it, or one point. */
export type ReviewNode = ReviewGroup | ReviewPoint;

/** Points of one kind under a heading. */
export interface ReviewGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly title: string;
  readonly points: readonly ReviewPoint[];
}

/** The headings of the view, without those that have nothing below them. */
export function reviewGroups({ concerns, parts, questions }: Review): ReviewGroup[] {
  const group = (id: string, title: string, points: readonly ReviewPoint[]): ReviewGroup => {
    return { kind: 'group', id, title, points };
  };
  return [
    group('concerns', l10n.t('Quality attributes'), concerns),
    group('parts', l10n.t('Structure'), parts),
    group('questions', l10n.t('Review questions'), questions),
  ].filter(({ points }) => points.length > 0);
}

/** A node as the tree shows it: the state is in the icon, in words beside it, and in what a screen reader says. */
export function toTreeItem(node: ReviewNode): TreeItem {
  return node.kind === 'group' ? groupItem(node) : pointItem(node);
}

function groupItem({ id, title, points }: ReviewGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  const answered = points.filter(({ answer }) => answer === 'answered').length;
  item.id = id;
  item.description = l10n.t('{0} of {1} answered', answered, points.length);
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  return item;
}

function pointItem(point: ReviewPoint): TreeItem {
  const item = new TreeItem(point.title, TreeItemCollapsibleState.None);
  const state = stateOf(point.answer);
  item.id = `${point.kind}/${point.id}`;
  item.description = point.answer === 'answered' ? '' : state;
  item.tooltip = `${point.question}\n${state}`;
  item.iconPath = ICONS[point.answer];
  item.contextValue = `${point.kind}.${point.answer}`;
  item.accessibilityInformation = { label: l10n.t('{0}: {1}. {2}', point.title, state, point.question) };
  item.command = { command: 'designDocs.review.show', title: l10n.t('Show'), arguments: [point] };
  return item;
}

const ICONS: Readonly<Record<Answer, ThemeIcon>> = {
  answered: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  thin: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  missing: new ThemeIcon('circle-large-outline', new ThemeColor('problemsErrorIcon.foreground')),
};

function stateOf(answer: Answer): string {
  if (answer === 'answered') return l10n.t('answered');
  return answer === 'thin' ? l10n.t('thin') : l10n.t('missing');
}
