import { statementsThat } from '../document/by-piece';
import type { DesignDoc } from '../document/types';
import { quantitiesOf } from './quantities';

/** Whether the doc states a figure with a unit in its own words: headings, quotations and code do not count. */
export function hasFigure(doc: DesignDoc): boolean {
  return statementsWithFigure(doc).length > 0;
}

const statementsWithFigure = statementsThat(
  ({ kind, quoted, text }) => kind !== 'heading' && !quoted && quantitiesOf(text).length > 0,
);
