import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../../src/knowledge/quantities';

/** Kind and value of each quantity in a text. */
function read(text: string): [kind: string, value: number][] {
  return quantitiesOf(text).map(({ kind, value }) => [kind, Number(value.toPrecision(6))]);
}

describe('a number with a unit', () => {
  it.each([
    ['200 ms', 'duration', 0.2],
    ['5-minute', 'duration', 300],
    ['2h', 'duration', 7200],
    ['30 days', 'duration', 2_592_000],
    ['500 req/s', 'rate', 500],
    ['1,200 requests per minute', 'rate', 20],
    ['10k QPS', 'rate', 10_000],
    ['100 MB/s', 'rate', 100e6],
    ['8 Gbps', 'rate', 1e9],
    ['3 a day', 'rate', 3 / 86_400],
    ['4 GB', 'size', 4e9],
    ['512MiB', 'size', 536_870_912],
    ['1.5 TB', 'size', 1.5e12],
    ['99.9 %', 'percent', 99.9],
    ['20 per cent', 'percent', 20],
    ['10 million users', 'count', 10_000_000],
    ['3 replicas', 'count', 3],
    ['2,000 entries', 'count', 2000],
    ['$20', 'money', 20],
    ['€1.5k', 'money', 1500],
    ['30 dollars', 'money', 30],
  ])('%s', (text, kind, value) => {
    expect(read(`about ${text} in all`)).toEqual([[kind, Number(value.toPrecision(6))]]);
  });

  it('is found as often as it occurs, with its place', () => {
    const text = 'p99 below 300 ms at 2,500 requests a second';
    expect(read(text)).toEqual([
      ['duration', 0.3],
      ['rate', 2500],
    ]);
    expect(quantitiesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '300 ms',
      '2,500 requests a second',
    ]);
  });

  it.each([
    ['a date', 'on 2024-05-01 and 01/02/2024'],
    ['a clock time', 'at 10:30 h'],
    ['a version', 'Kubernetes 1.27.3, v2 API, OAuth 2.0 tokens'],
    ['a name', 's3, EC2, p99, sha-256, #12 pages, 0072-users'],
    ['a bare number', 'rule 7 of 12'],
    ['an HTTP status', 'many 404s come back'],
    ['a following article', 'with 0 as a default'],
  ])('is not seen in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
