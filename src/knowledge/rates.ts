import { quantitiesOf, type Quantity } from './quantities';
import { stemOf } from './stems';
import { wordsOf } from './words';

/** Two rates that a text says are the same. Offsets are into the text. */
export interface RatePair {
  readonly first: Quantity;
  readonly second: Quantity;
  /** Where the clause of the second rate ends. */
  readonly clauseEnd: number;
}

/** Characters behind a rate that may still speak of it. */
const LONGEST_CLAUSE = 200;

/** Seconds of a minute, an hour, a day, rounded or not: by these one divides to come from one period to another. */
const DIVISORS = new Set([60, 24, 3600, 1440, 86_400, 100_000, 30, 365]);

/** Pairs of neighbouring rates of the same thing with nothing between them but `linking` stems, signs and divisors. */
export function equatedRates(text: string, linking: ReadonlySet<string>): RatePair[] {
  const rates = quantitiesOf(text).filter(({ kind, value }) => kind === 'rate' && value > 0);
  return rates.flatMap((second, i) => {
    const first = rates[i - 1];
    if (!first || !isSameThing(first.unit, second.unit)) return [];
    if (!isEquation(text.slice(first.end, second.start), linking)) return [];
    const behind = text.slice(second.end, second.end + LONGEST_CLAUSE);
    const clause = /[,;.)](?:\s|$)/.exec(behind);
    return [{ first, second, clauseEnd: second.end + (clause?.index ?? behind.length) }];
  });
}

/** A rate per second in words: `11.6 a second`, `1.16 MB a second`. */
export function readableRate(perSecond: number, unit: string): string {
  const period = periodOf(unit);
  const amount = perSecond * period.seconds;
  return `${isBytes(unit) ? readableBytes(amount) : readableNumber(amount)} a ${period.name}`;
}

function isEquation(between: string, linking: ReadonlySet<string>): boolean {
  if (between.length > 60 || /[×*x+]\s?\d/.test(between)) return false;
  const words = wordsOf(between);
  const isLinked = words.every(({ text, stem }) =>
    /^\d/.test(text) ? isPartOfDivisor(between, text) : linking.has(stem),
  );
  return isLinked && (/[=≈~(→]/.test(between) || words.length > 0);
}

function isPartOfDivisor(between: string, digits: string): boolean {
  return (between.match(/\d+(?:,\d{3})*/g) ?? []).some(
    (number) => number.includes(digits) && DIVISORS.has(Number(number.replaceAll(',', ''))),
  );
}

/** Names for a call of a service that are used for each other. */
const CALLS = new Set([
  '',
  'request',
  'req',
  'queri',
  'call',
  'qp',
  'rp',
  'tp',
  'qps',
  'rps',
  'tps',
  'transact',
  'oper',
]);

function isSameThing(a: string, b: string): boolean {
  if (isBytes(a) !== isBytes(b)) return false;
  if (isBytes(a)) return !isBits(a) && !isBits(b);
  const [first, second] = [stemOf(thingOf(a)), stemOf(thingOf(b))];
  return first === second || first === '' || second === '' || (CALLS.has(first) && CALLS.has(second));
}

function thingOf(unit: string): string {
  return unit.split('/')[0] ?? '';
}

function isBytes(unit: string): boolean {
  return /^(?:[kmgtp]?i?b|bytes?|[kmgt](?:ilo|ega|iga|era)bytes?|[kmgt]?bps)(?:\/|$)/i.test(unit);
}

/** `Mb` may mean either. */
function isBits(unit: string): boolean {
  return /^[kmgtKMGT]?b(?:ps|\/)/.test(unit);
}

function periodOf(unit: string): { name: string; seconds: number } {
  const name = unit.split('/')[1] ?? 's';
  if (/^(?:m|min)/.test(name) && !/^mo/.test(name)) return { name: 'minute', seconds: 60 };
  if (name.startsWith('h')) return { name: 'hour', seconds: 3600 };
  if (name.startsWith('d')) return { name: 'day', seconds: 86_400 };
  if (name.startsWith('w')) return { name: 'week', seconds: 604_800 };
  if (name.startsWith('mo')) return { name: 'month', seconds: 2_592_000 };
  if (name.startsWith('y')) return { name: 'year', seconds: 31_536_000 };
  return { name: 'second', seconds: 1 };
}

function readableNumber(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

function readableBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'];
  const power = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  return `${readableNumber(bytes / 1000 ** power)} ${units[power] ?? ''}`;
}
