import { describe, expect, it } from 'vitest';
import {
  allowedDowntime,
  downtimesIn,
  periodIn,
  readableDuration,
  sharesIn,
} from '../../../src/knowledge/downtime';
import { differingRates } from '../../../src/knowledge/equated-rates';
import { ratesIn, readableRate } from '../../../src/knowledge/rates';
import { KNOWLEDGE } from './shipped';

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
  const read = (text: string) =>
    ratesIn(text).map(({ perSecond, thing, period, start, end }) => [
      text.slice(start, end),
      Number(perSecond.toPrecision(3)),
      thing,
      period.name,
    ]);

  it('are numbers of whatever happens, with a period', () => {
    expect(read('100 million URLs per month, 1,200 page views a second and 12/min')).toEqual([
      ['100 million URLs per month', 38.6, 'URLs', 'month'],
      ['1,200 page views a second', 1200, 'page views', 'second'],
      ['12/min', 0.2, '', 'minute'],
    ]);
    expect(read('5.5 msg/s, 100 GB/day, 2k qps, 600 rpm, 1 call an hour')).toEqual([
      ['5.5 msg/s', 5.5, 'msg', 'second'],
      ['100 GB/day', 1_160_000, 'GB', 'day'],
      ['2k qps', 2000, 'qps', 'second'],
      ['600 rpm', 10, 'rpm', 'minute'],
      ['1 call an hour', 0.000278, 'call', 'hour'],
    ]);
  });

  it('are no prices, shares, names, and nothing of each', () => {
    expect(read('$5 a day, 99 % a month, v2 a day, 10 requests per user per day, 0 a day')).toEqual([]);
  });

  const pairs = (text: string) =>
    differingRates(KNOWLEDGE, text).map(({ first, second }) =>
      [first, second].map(({ start, end }) => text.slice(start, end)),
    );

  it('are compared when nothing but words for “is about”, signs and divisors stands between them', () => {
    expect(pairs('1 million requests a day, which is about 120 a second')).toEqual([
      ['1 million requests a day', '120 a second'],
    ]);
    expect(pairs('86,400 events/day / 86,400 ≈ 10 events/s')).toHaveLength(1);
    expect(pairs('100 GB/day (12 MB/s)')).toHaveLength(1);
    expect(pairs('10 events/s (8 million events/day)')).toHaveLength(1);
  });

  it('are not compared otherwise', () => {
    expect(pairs('1 million requests a day, 120 a second')).toEqual([]);
    expect(pairs('100 requests/min × 3 = 300 requests/s')).toEqual([]);
    expect(pairs('1 million users a day is about 120 requests a second')).toEqual([]);
    expect(pairs('100 GB/day is about 120 requests a second')).toEqual([]);
    expect(pairs('100 GB/day is about 93 Mb/s')).toEqual([]);
  });

  it('are written as they read best', () => {
    const readable = (perSecond: number, like: string) => readableRate(perSecond, ratesIn(like)[0]!);
    expect(readable(11.574, '1 request a second')).toBe('11.6 a second');
    expect(readable(11.574, '1/day')).toBe('1 million a day');
    expect(readable(11.574, '1 per hour')).toBe('41,700 an hour');
    expect(readable(99_996, '1 per day')).toBe('8.64 billion a day');
    expect(readable(999_999, '1 per second')).toBe('1 million a second');
    expect(readable(0.25, '1 per second')).toBe('0.25 a second');
    expect(readable(1_157_000, '1 MB/s')).toBe('1.16 MB a second');
    expect(readable(12, '1 MB/s')).toBe('12 bytes a second');
    expect(readable(5e18, '1 MB/s')).toBe('5,000 PB a second');
  });
});
