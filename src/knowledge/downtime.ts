import { quantitiesOf } from './quantities';

/** Downtime that a text states for a period. Offsets are into the text. */
export interface Downtime {
  readonly seconds: number;
  readonly period: Period;
  readonly start: number;
  readonly end: number;
}

export interface Period {
  /** As a sentence says it: `month`, `30 days`. */
  readonly name: string;
  readonly seconds: number;
}

/** A share of time that a text promises, in per cent. */
export interface Share {
  readonly percent: number;
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400;

const PERIODS: Readonly<Record<string, Period>> = {
  day: { name: 'day', seconds: DAY },
  week: { name: 'week', seconds: 7 * DAY },
  month: { name: 'month', seconds: 30 * DAY },
  quarter: { name: 'quarter', seconds: 91.25 * DAY },
  year: { name: 'year', seconds: 365 * DAY },
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
  /(?:\b(?:per|a|an|each|every|any|one|the)\s(?:calendar\s|full\s)?|\/\s?)(day|week|month|quarter|year|yr|mo|wk)\b|\b(daily|weekly|monthly|quarterly|annual|annually|yearly)\b/i;

/** The shares of time from 90 % up to, but not, 100 %. */
export function sharesIn(text: string): Share[] {
  return quantitiesOf(text)
    .filter(({ kind, value }) => kind === 'percent' && value >= 90 && value < 100)
    .map(({ value, start, end }) => ({ percent: value, start, end }));
}

/** The period a text speaks of, if it is one only: `per month`, `annually`, `/year`, a window of 7, 28, 30, 90, 365 days. */
export function periodIn(text: string): Period | undefined {
  const match = PERIOD.exec(text);
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (name !== undefined) return PERIODS[name] ?? PERIODS[ADVERBS[name] ?? ''];
  const window = quantitiesOf(text).find(({ kind, value }) => kind === 'duration' && isWindow(value));
  return window && { name: text.slice(window.start, window.end), seconds: window.value };
}

/** Durations that are said for a period, behind or in front of them; `hint` is the period where they name none. */
export function downtimesIn(text: string, hint?: Period): Downtime[] {
  const durations = durationsIn(text);
  return durations.flatMap(({ seconds, start, end }, i) => {
    const behind = periodIn(text.slice(end, durations[i + 1]?.start));
    const period = behind ?? periodIn(text.slice(durations[i - 1]?.end ?? 0, start)) ?? hint;
    // "24 hours a day" is no downtime.
    return period && seconds < period.seconds / 2 ? [{ seconds, period, start, end }] : [];
  });
}

interface Duration {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

const DURATION =
  /(?<![\w.])(\d{1,9}(?:\.\d{1,9})?)[ \u00a0-]?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)\b/gi;

const LENGTHS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: DAY };

/** Durations, those that stand side by side as one ("8 h 45 min"), windows of measuring left out. */
function durationsIn(text: string): Duration[] {
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

/** Seconds of a period in which a service that keeps a share of time may be down. */
export function allowedDowntime({ percent }: Share, period: Period): number {
  return (1 - percent / 100) * period.seconds;
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
