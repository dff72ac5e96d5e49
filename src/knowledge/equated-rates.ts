import { byKnowledge } from './by-knowledge';
import { isBits, isBytes, numbersIn, ratesIn, type Rate } from './rates';
import type { Knowledge } from './types';
import { says, stemsOf, wordingOf } from './wording';
import { wordsOf } from './words';

/** Two rates that a text says are the same. */
export interface RatePair {
  readonly first: Rate;
  readonly second: Rate;
}

/** Whoever takes a day for 100,000 seconds is 16 % off and honest. */
const TOLERANCE = 1.4;

/** No slip of the pen is larger than the seconds of an hour: what is further off was multiplied by something unsaid. */
const LARGEST_SLIP = 5000;

/** Characters in front of a rate and behind it that may still speak of it. */
const LONGEST_FRONT = 60;
const LONGEST_CLAUSE = 200;

/** Characters between two rates that may still say that they are the same. */
const LONGEST_LINK = 60;

/** Seconds of a minute, an hour, a day, rounded or not: by these one divides to come from one period to another. */
const DIVISORS = new Set([60, 24, 3600, 1440, 86_400, 100_000, 30, 365]);

/** Pairs of neighbouring rates of the same thing for different periods that a text equates, and that differ. */
export function differingRates(knowledge: Knowledge, text: string): RatePair[] {
  const rates = ratesIn(text);
  return rates.flatMap((second, i) => {
    const first = rates[i - 1];
    if (!first || !isSlip(first, second)) return [];
    if (!isSameThing(knowledge, first.thing, second.thing)) return [];
    if (!isEquated(knowledge, first, second, text.slice(first.end, second.start))) return [];
    const front = text.slice(rates[i - 2]?.end ?? 0, first.start);
    const behind = clauseOf(text.slice(second.end, rates[i + 1]?.start));
    if (isMultiplied(knowledge, front, behind, first, second)) return [];
    const clause = text.slice(Math.max(0, first.start - LONGEST_FRONT), second.end) + behind;
    return says(knowledge, 'rates', 'peak', clause) ? [] : [{ first, second }];
  });
}

/** "1 to 2 million", "1–2 million", "10 nodes at 500": what follows is one end of a range, or a factor. */
const NUMBER_IN_FRONT = /\d[^\s,;:]*(?:\s[a-z]+)?(?:\s[a-z]{1,3}\s|\s?[-–—]\s?)$/i;

function isSlip(first: Rate, second: Rate): boolean {
  const ratio = first.perSecond / second.perSecond;
  const { seconds } = second.period;
  // "About one a minute" may be 0.7.
  const isRounded = Math.round(first.perSecond * seconds) === second.perSecond * seconds;
  return !isRounded && !isAlike(ratio) && ratio < LARGEST_SLIP && ratio > 1 / LARGEST_SLIP;
}

function isAlike(ratio: number): boolean {
  return ratio < TOLERANCE && ratio > 1 / TOLERANCE;
}

function clauseOf(behind: string): string {
  const near = behind.slice(0, LONGEST_CLAUSE);
  return near.slice(0, /[,;.)](?:\s|$)/.exec(near)?.index);
}

/** Whether what stands between two rates says that one is the other, in another period. */
function isEquated(knowledge: Knowledge, first: Rate, second: Rate, between: string): boolean {
  // Nobody works out a day from a day: these are of one and of all, or of before and after.
  if (first.period.seconds === second.period.seconds) return false;
  if (between.length > LONGEST_LINK || /[×*x+]\s?\d/.test(between)) return false;
  const same = wordingOf(knowledge, 'rates', between, 'same');
  const isPartOfSame = (at: number): boolean => same.some(({ start, end }) => at >= start && at < end);
  const links = linkingStems(knowledge);
  const words = wordsOf(between);
  const isLinked = words.every(({ text, stem, start }) =>
    /^\d/.test(text) ? isPartOfDivisor(between, text) : links.has(stem) || isPartOfSame(start),
  );
  if (!isLinked) return false;
  if (same.length > 0 || /[=≈~→]/.test(between)) return true;
  const isLonger = first.period.seconds > second.period.seconds;
  const isBracket = between.includes('(');
  if (isLonger && (isBracket || says(knowledge, 'rates', 'about', between))) return true;
  // A limit of a shorter period is always higher, or it would be none.
  const [short, long] = isLonger ? [second, first] : [first, second];
  return (isBracket || words.length > 0) && short.perSecond < long.perSecond;
}

const linkingStems = byKnowledge(
  (knowledge) => new Set(['same', 'about', 'linking'].flatMap((id) => [...stemsOf(knowledge, 'rates', id)])),
);

function isPartOfDivisor(between: string, digits: string): boolean {
  return (between.match(/\d+(?:,\d{3})*/g) ?? []).some(
    (number) => number.includes(digits) && DIVISORS.has(Number(number.replaceAll(',', ''))),
  );
}

/** Whether the first rate is that of one of many, and the second that of all; or the second that of one of them. */
function isMultiplied(
  knowledge: Knowledge,
  before: string,
  behind: string,
  first: Rate,
  second: Rate,
): boolean {
  const front = before.slice(before.lastIndexOf(';') + 1);
  if (/[×*·%]|\sx\s/.test(front) || NUMBER_IN_FRONT.test(front.slice(-LONGEST_FRONT))) return true;
  if (says(knowledge, 'rates', 'each', front) || says(knowledge, 'rates', 'each', behind)) return true;
  const factors = numbersIn(front);
  // A hundred million users make more requests than a hundred million, or they are asked for each.
  if (factors.some((factor) => factor > first.perSecond * first.period.seconds)) return true;
  const ratio = second.perSecond / first.perSecond;
  return [...factors, factors.reduce((product, factor) => product * factor, 1)].some((factor) =>
    isAlike(ratio / factor),
  );
}

function isSameThing(knowledge: Knowledge, a: string, b: string): boolean {
  if (isBytes(a) !== isBytes(b)) return false;
  if (isBytes(a)) return !isBits(a) && !isBits(b);
  const [first, second] = [namesIn(knowledge, a), namesIn(knowledge, b)];
  const scales = stemsOf(knowledge, 'rates', 'scales');
  if ([...first, ...second].some((name) => scales.has(name))) return false;
  return first.every((name) => second.includes(name)) || second.every((name) => first.includes(name));
}

/** The stems of a thing's words; of names that are used for one thing always the same. */
function namesIn(knowledge: Knowledge, thing: string): string[] {
  return wordsOf(thing).map(({ stem }) => sameNames(knowledge).get(stem) ?? stem);
}

const sameNames = byKnowledge(({ vocabularies }) => {
  const signals = vocabularies
    .find(({ id }) => id === 'rates')
    ?.entries.filter(({ id }) => id === 'names')
    .flatMap((entry) => entry.signals);
  const names = new Map<string, string>();
  for (const signal of signals ?? []) {
    const stems = wordsOf(signal).map(({ stem }) => stem);
    for (const stem of stems) names.set(stem, names.get(stem) ?? stems[0] ?? stem);
  }
  return names;
});
