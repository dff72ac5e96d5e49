/** A day, month or quarter named in a text. Offsets are into the text. */
export interface NamedDate {
  /** Its last day, as `YYYY-MM-DD`. */
  readonly lastDay: string;
  readonly start: number;
  readonly end: number;
}

/** How the names of the months begin, in order. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
const YEAR = '((?:19|20)\\d\\d)';

const FORMS: readonly { pattern: RegExp; lastDay: (groups: readonly string[]) => string }[] = [
  {
    pattern: new RegExp(`\\b${YEAR}-(\\d\\d)-(\\d\\d)\\b`, 'gi'),
    lastDay: ([y = '', m = '', d = '']) => `${y}-${m}-${d}`,
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ${YEAR}\\b`, 'gi'),
    lastDay: ([d = '', m = '', y = '']) => day(y, m, d),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'gi'),
    lastDay: ([m = '', d = '', y = '']) => day(y, m, d),
  },
  { pattern: new RegExp(`\\b${MONTH} ${YEAR}\\b`, 'gi'), lastDay: ([m = '', y = '']) => day(y, m, '31') },
  {
    pattern: new RegExp(`\\bQ([1-4])[ /]?${YEAR}\\b`, 'gi'),
    lastDay: ([q = '', y = '']) => `${y}-${two(Number(q) * 3)}-31`,
  },
];

/** The days, months and quarters with a year in a text, in order. Days are not checked against the calendar. */
export function datesIn(text: string): NamedDate[] {
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const found: NamedDate[] = [];
  for (const { pattern, lastDay } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ lastDay: lastDay(match.slice(1)), start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whole months from one day to a later one, both `YYYY-MM-DD`. */
export function monthsBetween(from: string, to: string): number {
  const parts = (date: string): number[] => date.split('-').map(Number);
  const [y1 = 0, m1 = 0, d1 = 0] = parts(from);
  const [y2 = 0, m2 = 0, d2 = 0] = parts(to);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

function day(year: string, month: string, date: string): string {
  return `${year}-${two(MONTHS.indexOf(month.toLowerCase()) + 1)}-${two(Number(date))}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
