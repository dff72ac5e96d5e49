import * as z from 'zod';
import type { RuleMeta } from '../rules/define-rule';
import { LEVELS } from './config';

/** The names a configuration file can have, the first going before the others in one folder. */
export const CONFIG_NAMES = ['.design-docs.yaml', '.design-docs.yml', '.design-docs.json'] as const;

/** The folder with a project's own knowledge and templates. */
export const OWN_FOLDER = '.design-docs';

const level = z.enum(LEVELS, 'must be off, info, warning or error');

const patterns = z.array(
  z.string('must be a glob pattern').min(1, 'must not be empty'),
  'must be a list of glob patterns',
);

/** What a configuration file may hold, for the rules there are. Whether a concern exists, only the knowledge knows. */
export function configSchema(rules: readonly RuleMeta[]) {
  return z
    .strictObject(
      {
        $schema: z.string().optional(),
        rules: z
          .strictObject(
            Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule).optional()])),
            'must be a map from rule ids to levels',
          )
          .describe(
            'Level of each rule, or a map with its level and options. A rule that is not named keeps its default.',
          )
          .optional(),
        concerns: z
          .record(z.string(), level, 'must be a map from concerns to levels')
          .describe(
            'Level of each quality attribute in missing-concern, and its highest level in vague-concern and missing-checklist-item.',
          )
          .optional(),
        include: patterns
          .describe(
            'Markdown files that are design docs, as glob patterns relative to the folder of this file. `!` in front takes out again what others match.',
          )
          .optional(),
        exclude: patterns
          .describe(
            'Markdown files that are no design docs although include matches them, besides READMEs, templates and the like; `!` in front takes one back in.',
          )
          .optional(),
      },
      'must be a map with the keys rules, concerns, include and exclude',
    )
    .describe('What the Design Docs linter is told to do in this folder and below.');
}

/** A configuration file as read: only what is right. */
export type ConfigFile = z.infer<ReturnType<typeof configSchema>>;

/** A level alone, or a map with the level and the rule's options. */
function ruleSchema({ summary, options }: RuleMeta) {
  const named = (options ?? z.strictObject({})).strict().extend({ level: level.optional() });
  return z.union([level, named.partial()]).describe(summary);
}

/** The JSON schema of a configuration file, for completion and checks in an editor. */
export function configJsonSchema(rules: readonly RuleMeta[], concerns: readonly string[]): object {
  const schema = z.toJSONSchema(configSchema(rules), { target: 'draft-7', io: 'input' });
  const known = schema.properties?.['concerns'];
  if (typeof known === 'object') {
    known.properties = Object.fromEntries(concerns.map((id) => [id, known.additionalProperties ?? {}]));
  }
  return schema;
}
