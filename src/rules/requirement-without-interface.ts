import { stemsOf, wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { isInAny, ownSections, stemsIn, stemsOfSections } from './interface-words';
import { requirementsIn } from './requirements';

export const requirementWithoutInterface = defineRule(
  {
    id: 'requirement-without-interface',
    level: 'off',
    summary: 'What users can do is found again in the API, the data model or a diagram.',
  },
  ({ doc, reading, report }) => {
    const interfaces = ownSections(reading, ['api', 'data-model']);
    if (interfaces.length === 0) return;
    const shown = new Set([...interfaces, ...doc.diagrams.map(({ section }) => section)]);
    const named = stemsOfSections(doc, (section) => shown.has(section) || isInAny(doc, section, interfaces));
    const general = stemsOf(reading.knowledge, 'entities', 'general');
    for (const { statement } of requirementsIn(reading, ['functional-requirements'])) {
      const [ability] = wordingOf(reading.knowledge, 'entities', statement.text, 'ability');
      if (!ability) continue;
      // The first word behind "can" is what is done, the others name what it is done to.
      const objects = stemsIn(statement.text.slice(ability.end).split(/[,;.(]|\bso that\b/)[0] ?? '')
        .slice(1)
        .filter((stem) => !general.has(stem) && stem.length > 2);
      if (objects.length === 0 || objects.some(named)) continue;
      report({
        message:
          'Nothing of this is found in the API, the data model or a diagram: show the call and the data behind it.',
        at: statement,
      });
    }
  },
);
