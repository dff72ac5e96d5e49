import { CONCERN_IDS } from '../knowledge/types';
import { configJsonSchema } from './config-schema';
import { RULE_METAS } from './rule-metas';

/** The JSON schema of a configuration file for the rules and concerns there are; the build writes it into `dist`. */
export function shippedSchema(): object {
  return configJsonSchema(RULE_METAS, CONCERN_IDS);
}
