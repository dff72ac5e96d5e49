import { isPartOfName, perAt, quantitiesOf, type Quantity } from './quantities';

/** How often something happens, or how many bytes flow. Offsets are into the text: the number up to the period. */
export interface Rate {
  /** Things or bytes in a second; above 0. */
  readonly perSecond: number;
  /** What is counted, in the text's words: `page views`, `MB`; empty where it does not say (`12 a second`). */
  readonly thing: string;
  readonly period: RatePeriod;
  readonly start: number;
  readonly end: number;
}

/** What a rate is counted in. */
export interface RatePeriod {
  readonly name: string;
  readonly seconds: number;
}

const SECOND: RatePeriod = { name: 'second', seconds: 1 };
const MINUTE: RatePeriod = { name: 'minute', seconds: 60 };
const PERIODS: readonly RatePeriod[] = [
  SECOND,
  MINUTE,
  { name: 'hour', seconds: 3600 },
  { name: 'day', seconds: 86_400 },
  { name: 'week', seconds: 604_800 },
  { name: 'month', seconds: 2_592_000 },
  { name: 'year', seconds: 31_536_000 },
];

/** The rates of a text, in order, whatever the thing is that happens. Time is linear in the text. */
export function ratesIn(text: string): Rate[] {
  return figuresIn(text).flatMap((figure) => rateOf(figure, text) ?? []);
}

/** The numbers of a text that count things, in order: those of rates, and those without a unit of measure. */
export function numbersIn(text: string): number[] {
  return figuresIn(text).flatMap(({ kind, value }) => (kind === 'count' ? [value] : []));
}

const NUMERAL = /\d+(?:[,_]\d{3})*(?:\.\d+)?/g;

/** Quantities, and numbers that have no unit that `quantitiesOf` knows as counts without one. */
function figuresIn(text: string): Quantity[] {
  const quantities = quantitiesOf(text);
  const figures: Quantity[] = [];
  let next = 0;
  let end = 0;
  for (const match of text.matchAll(NUMERAL)) {
    const start = match.index;
    // What has a sign of a currency begins with that.
    for (let at = quantities[next]; at && at.start <= start; at = quantities[++next]) {
      figures.push(at);
      end = at.end;
    }
    const until = start + match[0].length;
    if (start < end || isPartOfName(text, start, until)) continue;
    const value = Number(match[0].replace(/[,_]/g, ''));
    figures.push({ kind: 'count', value, unit: '', start, end: until });
  }
  return figures;
}

function rateOf({ kind, value, unit, start, end }: Quantity, text: string): Rate | undefined {
  if (value === 0) return undefined;
  if (kind === 'rate') {
    const [thing = '', per] = unit.split('/');
    return { perSecond: value, thing, period: periodOf(per, thing), start, end };
  }
  if (kind !== 'count') return undefined;
  const counted = countedAt(text, end);
  if (!counted) return undefined;
  const { thing, per } = counted;
  return { perSecond: value / per.seconds, thing, period: periodOf(per.text, thing), start, end: per.end };
}

const MOST_WORDS = 3;
const WORD = /[ \u00a0-]?(?!(?:per|an?|each|every)\b)[A-Za-z]+/iy;

/** The few words behind a number that say what it counts, and the period behind them. */
function countedAt(
  text: string,
  start: number,
): { thing: string; per: NonNullable<ReturnType<typeof perAt>> } | undefined {
  let end = start;
  for (let words = 0; words <= MOST_WORDS; words++) {
    const per = perAt(text, end);
    if (per) return { thing: text.slice(start, end).trim(), per };
    WORD.lastIndex = end;
    const word = WORD.exec(text);
    if (!word) return undefined;
    end += word[0].length;
  }
  return undefined;
}

function periodOf(per: string | undefined, thing: string): RatePeriod {
  if (per === undefined) return thing === 'rpm' ? MINUTE : SECOND;
  const seconds = perAt(`/${per}`, 0)?.seconds;
  return PERIODS.find((period) => period.seconds === seconds) ?? SECOND;
}

/** Whether a thing is a unit of data. */
export function isBytes(thing: string): boolean {
  return /^(?:[kmgtp]?i?b|bytes?|[kmgt](?:ilo|ega|iga|era)bytes?|[kmgt]?bps)$/i.test(thing);
}

/** Whether a unit of data may be one of bits: `Mb` may mean either. */
export function isBits(thing: string): boolean {
  return /^[kmgtKMGT]?b(?:ps)?$/.test(thing);
}

/** A number of things or bytes a second, as it is said of a rate like this one: `11.6 a second`, `1.16 MB an hour`. */
export function readableRate(perSecond: number, { thing, period }: Rate): string {
  const amount = perSecond * period.seconds;
  const article = period.name === 'hour' ? 'an' : 'a';
  return `${isBytes(thing) ? readableBytes(amount) : readableCount(amount)} ${article} ${period.name}`;
}

const readableCount = (count: number): string => scaled(count, ['', ' million', ' billion', ' trillion'], 2);

const readableBytes = (bytes: number): string =>
  scaled(bytes, [' bytes', ' KB', ' MB', ' GB', ' TB', ' PB'], 1);

/** @param first the power of 1,000 that the second name stands for; each name behind it stands for one more */
function scaled(value: number, names: readonly string[], first: number): string {
  const power = Math.floor(Math.log10(Number(value.toPrecision(3))) / 3);
  const at = power < first ? 0 : Math.min(power - first + 1, names.length - 1);
  const size = at === 0 ? 1 : 1000 ** (at + first - 1);
  const figure = Number((value / size).toPrecision(3));
  return `${figure.toLocaleString('en', { maximumSignificantDigits: 3 })}${names[at] ?? ''}`;
}
