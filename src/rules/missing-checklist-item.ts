import { isWritten } from '../document/structure';
import { readChecklist } from '../knowledge/read-checklist';
import { NO_SYSTEM, recogniseSystem } from '../knowledge/recognise-system';
import type { DesignDoc } from '../document/types';
import type { System } from '../knowledge/types';
import { defineRule } from './define-rule';
import type { Fix } from './finding';
import { setFrontMatter } from './front-matter-edits';
import { inSentence, insertChecklistItem } from './insertion';
import { partSpan } from './places';

export const missingChecklistItem = defineRule(
  {
    id: 'missing-checklist-item',
    level: 'warning',
    summary: 'A doc about a known kind of system answers what such a system must not forget.',
  },
  ({ doc, reading, report }) => {
    if (!isWritten(doc)) return;
    const recognised = recogniseSystem(doc, reading.knowledge);
    const system = reading.knowledge.systems.find(({ id }) => id === recognised?.id);
    if (!system) return;
    const isGuess = recognised?.by === 'title';
    const wayOut = isGuess ? denial(doc, system) : undefined;
    for (const { item, answer } of readChecklist(doc, system, reading.knowledge)) {
      if (answer !== 'missing') continue;
      const fixes = [insertChecklistItem(reading, item), wayOut].filter((fix) => fix !== undefined);
      report({
        message: `${system.title}: ${item.question}`,
        at: partSpan(reading, item.part),
        subject: item.id,
        concern: item.concern,
        fixes,
        ...(isGuess ? { level: 'info' } : {}),
      });
    }
  },
);

function denial(doc: DesignDoc, system: System): Fix | undefined {
  const edit = setFrontMatter(doc, 'system', NO_SYSTEM);
  return (
    edit && { title: `This is no ${inSentence(system.title)}: say so in the front matter`, edits: [edit] }
  );
}
