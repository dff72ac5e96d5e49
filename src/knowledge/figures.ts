import { anyStatementThat } from '../document/by-piece';
import type { DesignDoc } from '../document/types';
import { quantitiesOf } from './quantities';

/** Whether the doc states a figure with a unit in its own words: headings, quotations and code do not count. */
export const hasFigure: (doc: DesignDoc) => boolean = anyStatementThat(
  ({ kind, quoted, text }) => kind !== 'heading' && !quoted && quantitiesOf(text).length > 0,
);
