import type { Rule } from './define-rule';
import { emptySection } from './empty-section';
import { leftoverPlaceholder } from './leftover-placeholder';
import { mermaidSyntax } from './mermaid-syntax';
import { missingAlternatives } from './missing-alternatives';
import { missingChecklistItem } from './missing-checklist-item';
import { missingConcern } from './missing-concern';
import { missingDiagram } from './missing-diagram';
import { missingGoals } from './missing-goals';
import { missingNonGoals } from './missing-non-goals';
import { missingNumbers } from './missing-numbers';
import { missingOpenQuestions } from './missing-open-questions';
import { missingRollout } from './missing-rollout';
import { missingTesting } from './missing-testing';
import { missingTradeoffs } from './missing-tradeoffs';
import { unknownSystem } from './unknown-system';
import { vagueConcern } from './vague-concern';

/** Every rule, in the order in which a reader meets them in the documentation. */
export const RULES: readonly Rule[] = [
  missingConcern,
  vagueConcern,
  missingGoals,
  missingNonGoals,
  missingAlternatives,
  missingTradeoffs,
  missingTesting,
  missingRollout,
  missingOpenQuestions,
  missingNumbers,
  missingDiagram,
  missingChecklistItem,
  unknownSystem,
  emptySection,
  leftoverPlaceholder,
  mermaidSyntax,
];
