import { quantitiesOf } from './quantities';

/** A span of time that a text states. Offsets are into the text. */
export interface Duration {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

/** What a share or a downtime is counted in. */
export interface Period {
  /** As a sentence says it: `a month`, `30 days`. */
  readonly name: string;
  readonly seconds: number;
}

const DAY = 86_400;

const PERIODS: Readonly<Record<string, Period>> = {
  day: { name: 'a day', seconds: DAY },
  week: { name: 'a week', seconds: 7 * DAY },
  month: { name: 'a month', seconds: 30 * DAY },
  quarter: { name: 'a quarter', seconds: 91.25 * DAY },
  year: { name: 'a year', seconds: 365 * DAY },
};

const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  annually: 'year',
  yearly: 'year',
  yr: 'year',
  mo: 'month',
  wk: 'week',
};

const PERIOD =
  /(?:\b(?:per|a|an|each|every|any|one|the)\s(?:calendar\s|full\s)?|\/\s?)(day|week|month|quarter|year|yr|mo|wk)\b|\b(daily|weekly|monthly|quarterly|annual|annually|yearly)\b/gi;

/** A period at its place in a text. */
export interface PlacedPeriod extends Period {
  readonly start: number;
  readonly end: number;
}

/** The periods a text speaks of, in order: `per month`, `annually`, `/year`, windows of 7, 28, 30, 90, 365 days. */
export function periodsIn(text: string): PlacedPeriod[] {
  const named = [...text.matchAll(PERIOD)].flatMap((match) => {
    const name = (match[1] ?? match[2] ?? '').toLowerCase();
    const period = PERIODS[name] ?? PERIODS[ADVERBS[name] ?? ''];
    return period ? [{ ...period, start: match.index, end: match.index + match[0].length }] : [];
  });
  const windows = quantitiesOf(text).flatMap(({ kind, value, start, end }) =>
    kind === 'duration' && isWindow(value)
      ? [{ name: `${String(value / DAY)} days`, seconds: value, start, end }]
      : [],
  );
  return [...named, ...windows].sort((a, b) => a.start - b.start);
}

// What follows a number and a dash or a small word is the end of a range.
const DURATION =
  /(?<![\w.]|\d ?[-–—]|\d (?:to|or|and) )(\d{1,9}(?:\.\d{1,9})?)[ \u00a0-]?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)\b/gi;

const LENGTHS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: DAY };

/** Durations, those that stand side by side as one ("8 h 45 min"), windows of measuring and ranges left out. */
export function durationsIn(text: string): Duration[] {
  const joined: (Duration & { last: number })[] = [];
  for (const match of text.matchAll(DURATION)) {
    const length = LENGTHS[match[2]?.charAt(0).toLowerCase() ?? ''] ?? 1;
    const seconds = Number(match[1]) * length;
    const [start, end] = [match.index, match.index + match[0].length];
    const before = joined[joined.length - 1];
    if (isWindow(seconds)) continue;
    if (before && length < before.last && /^(?:,? and|,)? ?$/.test(text.slice(before.end, start))) {
      joined[joined.length - 1] = {
        seconds: before.seconds + seconds,
        start: before.start,
        end,
        last: length,
      };
    } else {
      joined.push({ seconds, start, end, last: length });
    }
  }
  return joined;
}

/** A window of days in which availability is measured. */
function isWindow(seconds: number): boolean {
  return [7, 28, 30, 31, 90, 365].some((days) => seconds === days * DAY);
}

/** A duration in the unit in which it reads best, with three digits: `43.2 minutes`. */
export function readableDuration(seconds: number): string {
  const units: readonly [string, number][] = [
    ['days', DAY],
    ['hours', 3600],
    ['minutes', 60],
    ['seconds', 1],
  ];
  const [name, size] = units.find(([unit, length]) => seconds >= length * (unit === 'days' ? 2 : 1)) ?? [
    'seconds',
    1,
  ];
  const figure = Number((seconds / size).toPrecision(3));
  return `${String(figure)} ${figure === 1 ? name.slice(0, -1) : name}`;
}
