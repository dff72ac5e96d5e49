import { byText } from '../document/by-text';

/** What a quantity measures. */
export type QuantityKind = 'duration' | 'rate' | 'size' | 'percent' | 'count' | 'money';

export const QUANTITY_KINDS: readonly QuantityKind[] = [
  'duration',
  'rate',
  'size',
  'percent',
  'count',
  'money',
];

/** A number with its unit. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** In the base unit: seconds, per second, bytes, per cent, things, units of the currency. */
  readonly value: number;
  /** The unit as written, folded to lower case where case means nothing (`ms`, `req/s`, `users`, `$`). */
  readonly unit: string;
  /** Half-open range of offsets into the text: number and unit; of a count only the number. */
  readonly start: number;
  readonly end: number;
}

const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  nanosecond: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  microsecond: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  millisecond: 1e-3,
  milli: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
  yr: 31_536_000,
};

const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  pb: 1e15,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  pib: 2 ** 50,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
  ti: 2 ** 40,
  kilobyte: 1e3,
  megabyte: 1e6,
  gigabyte: 1e9,
  terabyte: 1e12,
  petabyte: 1e15,
  kibibyte: 2 ** 10,
  mebibyte: 2 ** 20,
  gibibyte: 2 ** 30,
  meg: 1e6,
  gig: 1e9,
};

/** Bits count for speeds only; as a plain size (`128-bit keys`) they say nothing of load. */
const BITS_PER_SECOND: Readonly<Record<string, number>> = {
  bps: 1 / 8,
  kbps: 125,
  mbps: 125e3,
  gbps: 125e6,
  tbps: 125e9,
};

const PER_SECOND: Readonly<Record<string, number>> = {
  qps: 1,
  rps: 1,
  tps: 1,
  iops: 1,
  hz: 1,
  khz: 1e3,
  rpm: 1 / 60,
};

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  m: 1e6,
  B: 1e9,
  bn: 1e9,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Things whose number says how much a system must bear. */
const COUNTED = new Set(
  (
    'user customer client account tenant visitor subscriber people person seat member session connection request call ' +
    'query transaction operation message event record row document file object item entry job task order payment ' +
    'post photo video image page node pod instance server machine host cluster shard partition replica core cpu vcpu ' +
    'container device sensor region zone topic queue consumer producer worker thread process retry attempt byte ' +
    'key token metric series span sample log line character char column table index write read hop step batch ' +
    'impression click view download upload deployment namespace repository nine time connection label level bit ' +
    'entity block segment chunk vote peer link member installation release month'
  ).split(' '),
);

const NUMBER = /(?:(?:US|A|C)?[$€£¥])?\s?\d+(?:[,_]\d{3})*(?:\.\d+)?/g;
const UNIT = /[ \t\u00a0-]?([A-Za-zµμ%]+|°)/y;
const PER = /\s?(?:\/\s?|(?:per|a|an|each|every)\s)([A-Za-z]+)/y;

const NONE: readonly Quantity[] = [];

/** Finds the numbers with units in a text, in order. Dates, versions, names and bare numbers are none. */
export function quantitiesOf(text: string): readonly Quantity[] {
  return /\d/.test(text) ? rememberedQuantities(text) : NONE;
}

const rememberedQuantities = byText(readQuantities);

function readQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const quantity = readQuantity(text, match.index, match[0]);
    if (!quantity) continue;
    found.push(quantity);
    NUMBER.lastIndex = Math.max(NUMBER.lastIndex, quantity.end);
  }
  return found;
}

function readQuantity(text: string, at: number, matched: string): Quantity | undefined {
  const currency = /[$€£¥]/.exec(matched)?.[0];
  const start = at + (matched.length - matched.trimStart().length);
  if (isPartOfName(text, start, at + matched.length)) return undefined;
  let value = Number(matched.replace(/[^\d.]/g, ''));
  let end = at + matched.length;
  let unit = unitAt(text, end);
  const multiplier = unit ? MULTIPLIERS[unit.text] : undefined;
  let multiplied = false;
  if (unit && multiplier !== undefined && (unit.attached || unit.text.length > 1)) {
    const next = unitAt(text, unit.end);
    if (unit.text !== 'm' || next !== undefined || currency) {
      value *= multiplier;
      multiplied = true;
      end = unit.end;
      unit = next;
    }
  }
  if (text[end] === '+') end++;
  const made = (kind: QuantityKind, factor: number, name: string, until: number): Quantity => ({
    kind,
    value: value * factor,
    unit: name,
    start,
    end: until,
  });
  if (currency) return made('money', 1, currency, end);
  if (!unit) return multiplied ? made('count', 1, '', end) : undefined;
  return withUnit(text, unit, end, multiplied, made);
}

function withUnit(
  text: string,
  unit: UnitAt,
  end: number,
  multiplied: boolean,
  made: (kind: QuantityKind, factor: number, name: string, until: number) => Quantity,
): Quantity | undefined {
  const name = unit.text.toLowerCase();
  const single = name.length > 2 && name.endsWith('s') ? name.slice(0, -1) : name;
  if (name === '%' || name === 'percent' || name === 'pct') return made('percent', 1, '%', unit.end);
  if (name === 'per' && /^\s?cent\b/i.test(text.slice(unit.end, unit.end + 6)))
    return made('percent', 1, '%', unit.end + 5);
  if (
    name === 'usd' ||
    name === 'eur' ||
    name === 'gbp' ||
    single === 'dollar' ||
    single === 'euro' ||
    single === 'cent'
  ) {
    return made('money', single === 'cent' ? 0.01 : 1, name, unit.end);
  }
  const speed = BITS_PER_SECOND[name] ?? PER_SECOND[name];
  if (speed !== undefined) return made('rate', speed, name, unit.end);
  const per = perAt(text, unit.end);
  const bytes = isByteUnit(unit.text) ? (BYTES[name] ?? BYTES[single]) : undefined;
  if (bytes !== undefined) {
    return per
      ? made('rate', bytes / per.seconds, `${unit.text}/${per.text}`, per.end)
      : made('size', bytes, unit.text, unit.end);
  }
  const seconds = SECONDS[name] ?? SECONDS[single];
  if (
    seconds !== undefined &&
    !isStatusPlural(text, unit) &&
    (name.length > 1 || unit.attached || name === 's')
  )
    return made('duration', seconds, name, unit.end);
  if (name === 'req' || COUNTED.has(single) || COUNTED.has(ySingular(name))) {
    if (per) return made('rate', 1 / per.seconds, `${name}/${per.text}`, per.end);
    // What comes in fractions is no count: "OAuth 2.0 token".
    const whole = multiplied || !/\.\d+$/.test(text.slice(0, end));
    return whole ? made('count', 1, name, end) : undefined;
  }
  const bare = perAt(text, end);
  if (bare) return made('rate', 1 / bare.seconds, `/${bare.text}`, bare.end);
  return multiplied ? made('count', 1, '', end) : undefined;
}

interface UnitAt {
  readonly text: string;
  readonly end: number;
  /** Nothing stands between number and unit. */
  readonly attached: boolean;
}

function unitAt(text: string, at: number): UnitAt | undefined {
  UNIT.lastIndex = at;
  const match = UNIT.exec(text);
  if (!match?.[1]) return undefined;
  return { text: match[1], end: at + match[0].length, attached: match[0].length === match[1].length };
}

/** The period for which a text counts at an offset: ` per day`, `/s`, ` an hour`, with its seconds. */
export function perAt(text: string, at: number): { text: string; seconds: number; end: number } | undefined {
  PER.lastIndex = at;
  const match = PER.exec(text);
  const name = match?.[1]?.toLowerCase();
  if (!match || !name) return undefined;
  const seconds = SECONDS[name] ?? SECONDS[name.replace(/s$/, '')];
  if (seconds === undefined) return undefined;
  return { text: name, seconds, end: at + match[0].length };
}

function ySingular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name;
}

/** `404s` are answers of a server, not seconds. */
function isStatusPlural(text: string, unit: UnitAt): boolean {
  return (
    unit.text === 's' &&
    unit.attached &&
    /(?:^|\D)[1-5]\d\ds$/.test(text.slice(Math.max(0, unit.end - 5), unit.end))
  );
}

/** `MB` and `Mb` are written for bytes alike; a lone `b` or `B` only directly means bytes when it is `B`. */
function isByteUnit(unit: string): boolean {
  return unit !== 'b';
}

/** A digit that belongs to a name, a version, a date or a clock time (`v1.2`, `2024-05-01`, `s3`, `10:30`). */
export function isPartOfName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (/[\p{L}\p{N}_.]/u.test(before)) return true;
  if (before === '-' && /[\p{L}\p{N}]/u.test(text[start - 2] ?? ' ') && !/\d/.test(text[start - 2] ?? ' '))
    return true;
  if (before === '#') return true;
  // Numbers of records and identifiers are padded: `0072`.
  if (/^0\d/.test(text.slice(start, end))) return true;
  const after = text[end] ?? ' ';
  const next = text[end + 1] ?? ' ';
  if (after === '.' && /\d/.test(next)) return true;
  if ((after === ':' || after === '-' || after === '/') && /\d/.test(next))
    return isDateOrClock(text, start, end);
  return false;
}

function isDateOrClock(text: string, start: number, end: number): boolean {
  return /^\d{1,4}(?:-\d\d-\d\d|:\d\d|\/\d{1,2}\/\d{2,4})/.test(
    text.slice(start, Math.max(end + 8, start + 12)),
  );
}
