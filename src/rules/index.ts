import type { Rule } from './define-rule';
import { availabilityArithmetic } from './availability-arithmetic';
import { contradictingConsistency } from './contradicting-consistency';
import { duplicateSection } from './duplicate-section';
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
import { oneSidedOption } from './one-sided-option';
import { rateArithmetic } from './rate-arithmetic';
import { requirementWithoutInterface } from './requirement-without-interface';
import { sectionOrder } from './section-order';
import { staleDate } from './stale-date';
import { undefinedAcronym } from './undefined-acronym';
import { undecidedOptions } from './undecided-options';
import { unknownStatus } from './unknown-status';
import { unownedQuestion } from './unowned-question';
import { unquantifiedClaim } from './unquantified-claim';
import { unreasonedDecision } from './unreasoned-decision';
import { unknownSystem } from './unknown-system';
import { unusedEntity } from './unused-entity';
import { vagueConcern } from './vague-concern';
import { weakWording } from './weak-wording';

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
  unquantifiedClaim,
  availabilityArithmetic,
  rateArithmetic,
  duplicateSection,
  unknownStatus,
  undecidedOptions,
  unownedQuestion,
  weakWording,
  undefinedAcronym,
  staleDate,
  sectionOrder,
  unreasonedDecision,
  oneSidedOption,
  contradictingConsistency,
  requirementWithoutInterface,
  unusedEntity,
];
