import { hasDrawing } from '../document/drawings';
import { insertDiagram } from './insertion';
import { partRule } from './part-rule';

export const missingDiagram = partRule(
  {
    id: 'missing-diagram',
    level: 'info',
    summary: 'The doc has a diagram of the architecture or a flow.',
  },
  {
    part: 'architecture',
    would: 'show the design in a diagram',
    holds: ({ doc }) => hasDrawing(doc),
    fix: insertDiagram,
  },
);
