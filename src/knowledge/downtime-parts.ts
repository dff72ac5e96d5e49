import { byKnowledge } from './by-knowledge';
import { durationsIn, periodsIn, type Duration, type Period } from './durations';
import { quantitiesOf } from './quantities';
import type { Knowledge } from './types';
import { says, stemsOf, wordingOf } from './wording';
import { wordsOf } from './words';

/** A share of time that a text promises, in per cent. */
export interface Share {
  readonly percent: number;
  readonly start: number;
  readonly end: number;
}

/** Something of which a claim is made, at its place. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly share?: Share;
  readonly period?: Period;
  readonly duration?: Duration;
}

/** Parts with nothing between them that speaks of something else. */
export interface Group {
  readonly parts: Part[];
  /** Whether words of downtime stand between them or beside them. */
  saysDown: boolean;
  /** Whether the text begins with it. */
  readonly isFirst: boolean;
}

/** The shares, durations and periods of a text, in order, those together that the text joins. */
export function groupsIn(knowledge: Knowledge, text: string): Group[] {
  const groups: Group[] = [];
  let end = 0;
  let last: Group | undefined;
  for (const part of partsIn(knowledge, text)) {
    if (part.start < end) continue;
    const link = linkOf(knowledge, text.slice(end, part.start));
    if (last) last.saysDown ||= link.ofFront;
    if (last && link.isWhole) last.parts.push(part);
    else groups.push((last = { parts: [part], saysDown: link.ofBehind, isFirst: !last && link.isWhole }));
    end = part.end;
  }
  if (last) last.saysDown ||= linkOf(knowledge, text.slice(end)).ofFront;
  return groups;
}

function partsIn(knowledge: Knowledge, text: string): Part[] {
  const parts: Part[] = [
    ...sharesIn(knowledge, text).map((share) => ({ start: share.start, end: share.end, share })),
    ...durationsIn(text).map((duration) => ({ start: duration.start, end: duration.end, duration })),
    ...periodsIn(text).map((period) => ({ start: period.start, end: period.end, period })),
    // What the share leaves is not foreign: "99.9 % = 0.1 % error budget = 43 minutes a month".
    ...quantitiesOf(text).flatMap(({ kind, value, start, end }) =>
      kind === 'percent' && value < 90 ? [{ start, end }] : [],
    ),
  ];
  return parts.sort((a, b) => a.start - b.start);
}

/** The shares of time from 90 % up to, but not, 100 %, in figures or in nines. */
export function sharesIn(knowledge: Knowledge, text: string): Share[] {
  const inFigures = quantitiesOf(text).flatMap(({ kind, value, unit, start, end }) => {
    if (kind === 'percent' && value >= 90 && value < 100)
      return isOfTime(knowledge, text.slice(end, end + 60)) ? [{ percent: value, start, end }] : [];
    const isNines = kind === 'count' && unit === 'nines' && value > 1 && value < 7;
    return isNines ? [{ percent: 100 - 10 ** (2 - value), start, end: end + ' nines'.length }] : [];
  });
  const inWords = wordingOf(knowledge, 'downtime', text).flatMap(({ entry, start, end }) =>
    Number(entry.id) > 0 ? [{ percent: Number(entry.id), start, end }] : [],
  );
  return [...inFigures, ...inWords].sort((a, b) => a.start - b.start);
}

/** "99 % of the requests" are not the time. */
function isOfTime(knowledge: Knowledge, behind: string): boolean {
  const of = /^ of(?: [\w-]+){1,3}/.exec(behind);
  return !of || periodsIn(of[0]).length > 0 || says(knowledge, 'downtime', 'of time', of[0]);
}

interface Link {
  /** Whether nothing stands between that speaks of something else. */
  readonly isWhole: boolean;
  /** Whether downtime is said of what stands in front of the words, and of what stands behind them. */
  readonly ofFront: boolean;
  readonly ofBehind: boolean;
}

/** What words between two parts say: of both if they join them, else of each as far as nothing else stands between. */
function linkOf(knowledge: Knowledge, between: string): Link {
  const phrases = wordingOf(knowledge, 'downtime', between, 'down');
  const joining = joiningStems(knowledge);
  const stops = wordsOf(between).filter(
    ({ stem, start }) => !joining.has(stem) && !phrases.some((it) => start >= it.start && start < it.end),
  );
  const isSame = /[=≈~→]/.test(between) || says(knowledge, 'downtime', 'same', between);
  const isWhole = stops.length === 0 && !(isSame ? /;/ : /[,;]/).test(between);
  const [, front = '', behind = ''] = /^([^,;]*)(?:.*[,;])?([^,;]*)$/s.exec(between) ?? [];
  const until = isWhole ? between.length : Math.min(front.length, stops[0]?.start ?? front.length);
  const from = isWhole ? 0 : Math.max(between.length - behind.length, stops[stops.length - 1]?.end ?? 0);
  const isSaid = (words: string): boolean => phrases.length > 0 && says(knowledge, 'downtime', 'down', words);
  return { isWhole, ofFront: isSaid(between.slice(0, until)), ofBehind: isSaid(between.slice(from)) };
}

const joiningStems = byKnowledge(
  (knowledge) => new Set(['down', 'same', 'beside'].flatMap((id) => [...stemsOf(knowledge, 'downtime', id)])),
);
