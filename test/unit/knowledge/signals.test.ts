import { describe, expect, it } from 'vitest';
import { compileSignal, tokensOf } from '../../../src/knowledge/signal';
import { SignalMatcher } from '../../../src/knowledge/signal-matcher';

/** Whether a signal matches a statement. */
function matches(signal: string, statement: string): boolean {
  return new SignalMatcher([compileSignal(signal)]).match(tokensOf(statement)).length === 1;
}

describe('a signal', () => {
  it('is compared by stem and without case', () => {
    expect(matches('idempotency key', 'Clients choose Idempotent Keys.')).toBe(true);
    expect(matches('authorise', 'The gateway does the authorization.')).toBe(true);
  });

  it('keeps field words apart from everyday words with the same beginning', () => {
    expect(matches('authorise', 'The authors are listed below.')).toBe(false);
    expect(matches('operator', 'The operation takes long.')).toBe(false);
    expect(matches('consistent', 'The table consists of rows.')).toBe(false);
  });

  it('wants its words side by side and in order', () => {
    expect(matches('dead letter', 'It ends in the dead-letter queue.')).toBe(true);
    expect(matches('dead letter', 'The letter is dead.')).toBe(false);
    expect(matches('dead letter', 'A dead and gone letter.')).toBe(false);
  });

  it('lets up to five words stand where it has a gap', () => {
    expect(matches('retry … backoff', 'We retry each call three times with backoff.')).toBe(true);
    expect(matches('retry … backoff', 'We retry with one two three four five backoff.')).toBe(false);
    expect(matches('retry … backoff', 'Backoff comes before the retry.')).toBe(false);
  });

  it('takes any of several words in one place', () => {
    const signal = 'leader|primary crash|fail';
    expect(matches(signal, 'When the primary fails, a replica is promoted.')).toBe(true);
    expect(matches(signal, 'When the leader talks, followers listen.')).toBe(false);
  });

  it('takes parts in any order and at any distance', () => {
    const statement = 'A dead letter is what a message becomes, once its last retry was in vain.';
    expect(matches('retry & dead letter', statement)).toBe(true);
    expect(matches('retry & poison', statement)).toBe(false);
  });

  it('can name what must not occur', () => {
    expect(matches('load & !load balancer', 'The load doubles each year.')).toBe(true);
    expect(matches('load & !load balancer', 'The load balancer drops load.')).toBe(false);
  });

  it('takes a word exactly where it is asked to', () => {
    expect(matches('=TTL', 'The TTL is short.')).toBe(true);
    expect(matches('=TTL', 'The ttl is short.')).toBe(false);
    expect(matches('status|=503', 'It returns 503 then.')).toBe(true);
  });

  it.each([
    ['<duration>', 'within 200 ms'],
    ['<rate>', 'at 500 req/s'],
    ['<size>', 'needs 4 GB'],
    ['<percent>', 'in 99.9 % of cases'],
    ['<count>', 'for 10 million users'],
    ['<money>', 'about $20 a day'],
    ['<number>', 'see rule 7'],
  ])('takes %s for a number', (signal, statement) => {
    expect(matches(signal, statement)).toBe(true);
    expect(matches(signal, 'no number at all')).toBe(false);
  });

  it('finds a number inside a phrase', () => {
    expect(matches('within|under <duration>', 'Pages open within 300 ms for all.')).toBe(true);
    expect(matches('<count> users', 'It carries 2,000 users.')).toBe(true);
  });

  it('is reported once however often it occurs', () => {
    const matcher = new SignalMatcher([compileSignal('retry'), compileSignal('queue')]);
    expect(matcher.match(tokensOf('Retry, then retry again.'))).toEqual([0]);
    expect(matcher.match(tokensOf('Nothing here.'))).toEqual([]);
    expect(matcher.match(tokensOf('A queue.'))).toEqual([1]);
  });

  it.each([
    ['', 'has no word'],
    ['… backoff', 'has a gap "…" with no word before it'],
    ['retry …', 'ends with a gap'],
    ['<speed>', 'is no quantity; use one of <duration>'],
    ['!test', 'only says what must not occur'],
    ['fail over|takeover-now', 'alternatives stand for one word each'],
  ])('says what is wrong with "%s"', (signal, message) => {
    expect(() => compileSignal(signal)).toThrow(message);
  });
});
