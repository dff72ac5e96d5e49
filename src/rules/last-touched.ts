import { datesIn } from '../document/dates';
import { placeOfWords } from '../document/locate';
import { titleSection } from '../document/structure';
import type { Span } from '../document/types';
import type { Reading } from '../knowledge/reading';
import { datedStatements } from './dated-words';

/** The day on which the doc was touched last, and where it says so: a key of the front matter or a line below the title. */
export function lastTouched({ doc, knowledge }: Reading): { day: string; at: Span } | undefined {
  const dates = knowledge.vocabularies.find(({ id }) => id === 'dates')?.entries ?? [];
  const names = new Set(dates.find(({ id }) => id === 'touched')?.signals);
  const stated = (doc.frontMatter?.entries ?? []).flatMap(({ key, value, valueSpan: at }) => {
    const [date] = names.has(plain(key)) ? datesIn(String(value)) : [];
    return date ? [{ day: date.lastDay, at }] : [];
  });
  const top = titleSection(doc)?.index ?? 0;
  const written = datedStatements(doc, (section) => section === 0 || section === top).flatMap(
    ({ statement }) =>
      datesIn(statement.text).flatMap(({ lastDay: day, start, end }) => {
        const at = placeOfWords(doc, statement, start, end);
        const line =
          doc.text
            .slice(Math.max(0, at.start - LONGEST_LABEL), at.start)
            .split('\n')
            .pop() ?? '';
        return names.has(plain(line)) ? [{ day, at }] : [];
      }),
  );
  return [...stated, ...written].sort((a, b) => (a.day < b.day ? 1 : -1))[0];
}

const LONGEST_LABEL = 40;

/** The words of a key or of a label with its marks, in lower case. */
function plain(name: string): string {
  const parted = name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return parted
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
