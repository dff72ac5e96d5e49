import { describe, expect, it } from 'vitest';
import {
  allowedDowntime,
  downtimesIn,
  periodIn,
  readableDuration,
  sharesIn,
} from '../../../src/knowledge/downtime';
import { equatedRates, readableRate } from '../../../src/knowledge/rates';

describe('downtime', () => {
  const read = (text: string) =>
    downtimesIn(text).map(({ seconds, period, start, end }) => [
      text.slice(start, end),
      seconds,
      period.name,
    ]);

  it('is a duration with the period it is for, behind or in front', () => {
    expect(read('52.6 minutes of downtime per year')).toEqual([['52.6 minutes', 3156, 'year']]);
    expect(read('a monthly downtime of 43 min')).toEqual([['43 min', 2580, 'month']]);
    expect(read('8.76 h/year or 43.8 min a month')).toEqual([
      ['8.76 h', 31_536, 'year'],
      ['43.8 min', 2628, 'month'],
    ]);
  });

  it('may be said in two units', () => {
    expect(read('8 h 45 min a year, 1 minute and 30 seconds a week')).toEqual([
      ['8 h 45 min', 31_500, 'year'],
      ['1 minute and 30 seconds', 90, 'week'],
    ]);
  });

  it('has a window of days for its period', () => {
    expect(read('over 30 days it may be down for 43 minutes')).toEqual([['43 minutes', 2580, '30 days']]);
  });

  it('is no time of service, and nothing without a period', () => {
    expect(read('24 hours a day, 7 days a week')).toEqual([]);
    expect(read('down for 5 minutes')).toEqual([]);
  });

  it('follows from a share of time', () => {
    const [share] = sharesIn('we promise 99.9 % and a cache hit rate of 80 %');
    expect(readableDuration(allowedDowntime(share!, periodIn('per month')!))).toBe('43.2 minutes');
    expect(readableDuration(allowedDowntime(share!, periodIn('annually')!))).toBe('8.76 hours');
    expect([0.5, 1, 60, 200_000].map(readableDuration)).toEqual([
      '0.5 seconds',
      '1 second',
      '1 minute',
      '2.31 days',
    ]);
  });
});

describe('rates', () => {
  const linking = new Set(['is', 'about', 'which']);
  const pairs = (text: string) =>
    equatedRates(text, linking).map(({ first, second }) =>
      [first, second].map(({ start, end }) => text.slice(start, end)),
    );

  it('are compared when nothing but words for “is about”, signs and divisors stands between them', () => {
    expect(pairs('1 million requests a day, which is about 12 a second')).toEqual([
      ['1 million requests a day', '12 a second'],
    ]);
    expect(pairs('86,400 events/day / 86,400 ≈ 1 event/s')).toHaveLength(1);
    expect(pairs('100 GB/day (1.2 MB/s)')).toHaveLength(1);
  });

  it('are not compared otherwise', () => {
    expect(pairs('1 million requests a day, 12 a second')).toEqual([]);
    expect(pairs('100 requests/s × 3 = 300 requests/s')).toEqual([]);
    expect(pairs('1 million users a day is about 120 requests a second')).toEqual([]);
    expect(pairs('100 GB/day is about 120 requests a second')).toEqual([]);
    expect(pairs('100 GB/day is about 9.3 Mb/s')).toEqual([]);
  });

  it('are written as they read best', () => {
    expect(readableRate(11.574, 'requests/second')).toBe('11.6 a second');
    expect(readableRate(11.574, '/day')).toBe('1,000,000 a day');
    expect(readableRate(1_157_000, 'MB/s')).toBe('1.16 MB a second');
  });
});
