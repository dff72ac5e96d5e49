import type { RuleMeta } from '../rules/define-rule';
import { RULES } from '../rules/index';
import { SUPPRESSION_RULES } from './suppression-rules';

/** Every rule that a configuration or a comment can name, in the order of the documentation. */
export const RULE_METAS: readonly RuleMeta[] = [...RULES.map(({ meta }) => meta), ...SUPPRESSION_RULES];
