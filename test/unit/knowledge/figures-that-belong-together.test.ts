import { describe, expect, it } from 'vitest';
import { allowedDowntime, claimsIn } from '../../../src/knowledge/downtime';
import { sharesIn } from '../../../src/knowledge/downtime-parts';
import { periodsIn, readableDuration } from '../../../src/knowledge/durations';
import { differingRates } from '../../../src/knowledge/equated-rates';
import { ratesIn, readableRate } from '../../../src/knowledge/rates';
import { KNOWLEDGE } from './shipped';

describe('downtime', () => {
  const read = (text: string, title?: string) => {
    const { pairs, downtimes } = claimsIn(KNOWLEDGE, text, title);
    return [...pairs.map(({ downtime }) => downtime), ...downtimes].map(({ seconds, period, start, end }) => [
      text.slice(start, end),
      seconds,
      period.name,
    ]);
  };

  it('is a duration with the period it is for, behind or in front', () => {
    expect(read('52.6 minutes of downtime per year')).toEqual([['52.6 minutes', 3156, 'a year']]);
    expect(read('a monthly downtime of 43 min')).toEqual([['43 min', 2580, 'a month']]);
    expect(read('We may be down for at most 8.76 h/year or 43.8 min a month')).toEqual([
      ['8.76 h', 31_536, 'a year'],
      ['43.8 min', 2628, 'a month'],
    ]);
  });

  it('is one beside a word of downtime or a share, with nothing of another kind between', () => {
    expect(read('99.9 %, that is 43 minutes a month')).toHaveLength(1);
    expect(read('99.9 % = 0.1 % error budget = 43 minutes a month')).toHaveLength(1);
    expect(read('Error budget at 99.9 %: 43 minutes/month')).toHaveLength(1);
    expect(read('43 minutes a month')).toEqual([]);
    expect(read('The job runs 90 minutes a week, downtime is rare')).toEqual([]);
    expect(read('99.9 % monthly, 60 seconds of downtime')).toEqual([]);
    expect(read('99.9 % monthly; down for 60 seconds')).toEqual([]);
  });

  it('may be said in two units', () => {
    expect(read('8 h 45 min a year, 1 minute and 30 seconds a week', 'Downtime')).toEqual([
      ['8 h 45 min', 31_500, 'a year'],
      ['1 minute and 30 seconds', 90, 'a week'],
    ]);
  });

  it('has a window of days for its period', () => {
    expect(read('over 30 days it may be down for 43 minutes')).toEqual([['43 minutes', 2580, '30 days']]);
    expect(read('43 minutes of downtime per 30-day month')).toEqual([['43 minutes', 2580, '30 days']]);
  });

  it('has the period of its column', () => {
    expect(read('43 min', 'Downtime per month')).toEqual([['43 min', 2580, 'a month']]);
    expect(read('43 min', 'Per month')).toHaveLength(1);
    expect(read('43 min', 'Downtime')).toEqual([]);
    expect(read('43 min per month', 'Time to repair')).toEqual([]);
  });

  it('is no time of service, no range, and nothing without a period', () => {
    expect(read('24 hours a day, 7 days a week', 'Downtime')).toEqual([]);
    expect(read('30–60 minutes or 2 to 3 hours of downtime a month')).toEqual([]);
    expect(read('down for 5 minutes')).toEqual([]);
  });

  it('follows from a share of time', () => {
    const [share] = sharesIn(KNOWLEDGE, 'we promise 99.9 % and a cache hit rate of 80 %');
    const [month] = periodsIn('per month');
    const [year] = periodsIn('annually');
    expect(readableDuration(allowedDowntime(share!, month!))).toBe('43.2 minutes');
    expect(readableDuration(allowedDowntime(share!, year!))).toBe('8.76 hours');
    expect([0.5, 1, 60, 200_000].map(readableDuration)).toEqual([
      '0.5 seconds',
      '1 second',
      '1 minute',
      '2.31 days',
    ]);
  });

  it('follows from a number of nines', () => {
    const shares = (text: string) => sharesIn(KNOWLEDGE, text).map(({ percent }) => percent);
    expect(shares('two nines, three nines, four nines, five nines, six nines')).toEqual([
      99, 99.9, 99.99, 99.999, 99.9999,
    ]);
    expect(shares('2 nines, 3-nines, 4 nines')).toEqual([99, 99.9, 99.99]);
    expect(shares('1 nine, eleven nines, 11 nines')).toEqual([]);
  });

  it('does not follow from a share of something else', () => {
    const shares = (text: string) => sharesIn(KNOWLEDGE, text).length;
    expect(shares('99.9 % of the time')).toBe(1);
    expect(shares('99.9 % of every month')).toBe(1);
    expect(shares('99.9 % of requests')).toBe(0);
    expect(shares('89 % or 100 %')).toBe(0);
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
