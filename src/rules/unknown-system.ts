import { closest } from '../knowledge/closest';
import { NO_SYSTEM, statedSystem, systemOfTitle } from '../knowledge/recognise-system';
import type { Knowledge } from '../knowledge/types';
import { defineRule } from './define-rule';

export const unknownSystem = defineRule(
  {
    id: 'unknown-system',
    level: 'warning',
    summary: 'The kind of system that the front matter names is one that Design Docs knows.',
  },
  ({ doc, reading: { knowledge }, report }) => {
    const stated = statedSystem(doc);
    if (!stated || knowledge.systems.length === 0) return;
    const at = stated.valueSpan;
    const written = doc.text.slice(at.start, at.end).trim();
    const value = typeof stated.value === 'string' ? stated.value : written;
    if (value === NO_SYSTEM || knowledge.systems.some(({ id }) => id === stated.value)) return;
    const meant = meantBy(value, knowledge);
    const asks = meant === undefined ? '' : ` Did you mean “${meant}”?`;
    report({
      message: `“${value}” is no kind of system that Design Docs knows, so no checklist is asked for.${asks}`,
      at,
      fixes: [...(meant === undefined ? [] : [meant]), NO_SYSTEM].map((id) => ({
        title: `Write “system: ${id}”`,
        edits: [{ ...at, text: id }],
      })),
    });
  },
);

/** The system that goes by the name, or whose id is spelt nearly so or is the only one to hold its words. */
function meantBy(value: string, knowledge: Knowledge): string | undefined {
  const slug = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const ids = knowledge.systems.map(({ id }) => id);
  const holding = ids.filter((id) => slug !== '' && `-${id}-`.includes(`-${slug}-`));
  return (
    systemOfTitle(value, knowledge) ?? closest(slug, ids) ?? (holding.length === 1 ? holding[0] : undefined)
  );
}
