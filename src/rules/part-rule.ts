import { defineRule, type Rule, type RuleMeta } from './define-rule';
import { insertPart } from './insertion';
import { partSpan } from './places';

/** Makes the rule that reports when a doc does not hold a part. `partId` is the id of a file in `knowledge/parts`. */
export function partRule(meta: RuleMeta, partId: string): Rule {
  return defineRule(meta, ({ reading, report }) => {
    const part = reading.knowledge.parts.find((candidate) => candidate.id === partId);
    if (!part || reading.part(partId).answer === 'answered') return;
    const hasSection = reading.sectionOf(partId) >= 0;
    report({
      message: `${part.question}`,
      at: partSpan(reading, partId),
      subject: partId,
      fixes: hasSection ? [] : [insertPart(reading, part)],
    });
  });
}
