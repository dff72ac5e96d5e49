import { describe, expect, it } from 'vitest';
import { acronymsIn, definedAcronyms } from '../../../src/document/acronyms';
import { datesIn, monthsBetween } from '../../../src/document/dates';
import { labelOf } from '../../../src/document/labels';
import { placeOfWords } from '../../../src/document/locate';
import { questionsIn } from '../../../src/document/open-questions';
import { optionsOf, sayingSections } from '../../../src/document/options';
import { parseDesignDoc } from '../../../src/document/parse';
import { hasCheckMark } from '../../../src/document/settled';
import { statusOf } from '../../../src/document/status';
import { mainDepth, titleSection } from '../../../src/document/structure';

const lines = (...text: string[]) => text.join('\n');
const titled = ['---', 'title: T', '---', ''];

describe('the title', () => {
  it.each([
    ['a first heading that stands alone above all others', ['# T', '', '## A', '', '## B'], 'T', 2],
    ['a first heading of the first level among others', ['# T', '', '# A', '', '# B'], 'T', 1],
    [
      'no heading, where the front matter has the title and all are alike',
      [...titled, '## A', '', '## B'],
      undefined,
      2,
    ],
    [
      'no heading, where the front matter has the title and one section is there',
      [...titled, '## A', '', 'a'],
      undefined,
      2,
    ],
    [
      'the one first-level heading, though the front matter has it too',
      [...titled, '# T', '', '## A'],
      'T',
      2,
    ],
    ['no heading in a doc without', ['Words.'], undefined, 2],
    ['the only heading, whatever its level', ['### T', '', 'Words.'], 'T', 4],
  ])('is %s', (_name, text, title, depth) => {
    const doc = parseDesignDoc(lines(...text));
    expect(titleSection(doc)?.title).toBe(title);
    expect(mainDepth(doc)).toBe(depth);
  });
});

describe('the place of words', () => {
  const placed = (text: string, words: string, nth = 0) => {
    const doc = parseDesignDoc(text);
    const statement = doc.statements[0]!;
    let start = statement.text.indexOf(words);
    for (let i = 0; i < nth; i++) start = statement.text.indexOf(words, start + 1);
    const { start: from, end } = placeOfWords(doc, statement, start, start + words.length);
    return [from, text.slice(from, end)];
  };

  it('is where they stand in the source, between marks and the right one of several', () => {
    expect(placed('Be **fast** or be `fast`.', 'fast')).toEqual([5, 'fast']);
    expect(placed('Be **fast** or be `fast`.', 'fast', 1)).toEqual([19, 'fast']);
  });

  it('is the whole statement where marks interrupt them', () => {
    expect(placed('At most 43 **min** a month.', '43 min')).toEqual([0, 'At most 43 **min** a month.']);
  });
});

describe('the status', () => {
  it.each([
    ['the front matter', ['---', 'Status: In review', '---', '', '# T'], 'In review', true],
    ['a section', ['# T', '', '## Status', '', 'Accepted on Monday.'], 'Accepted on Monday.', false],
    ['a line', ['# T', '', '**Status**: draft', '', 'Words.'], 'draft', false],
    ['nowhere', ['# T', '', 'The status of an order: open.'], undefined, undefined],
  ])('is read from %s', (_name, text, status, isValue) => {
    const found = statusOf(parseDesignDoc(lines(...text)));
    expect([found?.text, found?.isValue]).toEqual([status, isValue]);
  });
});

describe('dates', () => {
  it('are days, months and quarters with a year, each by its last day', () => {
    const text = 'By 2025-03-01, 5 June 2025, June 7th, 2025, Aug. 2025 or Q3 2025; not 2025 or v1.2025.';
    expect(datesIn(text).map(({ lastDay, start, end }) => [text.slice(start, end), lastDay])).toEqual([
      ['2025-03-01', '2025-03-01'],
      ['5 June 2025', '2025-06-05'],
      ['June 7th, 2025', '2025-06-07'],
      ['Aug. 2025', '2025-08-31'],
      ['Q3 2025', '2025-09-31'],
    ]);
  });

  it('are apart by whole months', () => {
    expect(monthsBetween('2025-01-31', '2025-02-28')).toBe(0);
    expect(monthsBetween('2024-11-15', '2025-02-15')).toBe(3);
  });
});

describe('acronyms', () => {
  const doc = parseDesignDoc(
    lines(
      '# WHY NOT',
      '',
      'The OMS and the OMSs, `XYZ`, [a](http://h/QRS), a B, KEP-12, a_BC, S3.',
      '',
      '> QUO',
      '',
      'The OMS.',
    ),
  );

  it('are words of capitals in the doc’s own words, with the place of the first', () => {
    const found = acronymsIn(doc);
    expect(found.map(({ text, uses }) => [text, uses])).toEqual([['OMS', 3]]);
    expect(doc.text.slice(found[0]!.start, found[0]!.end)).toBe('OMS');
  });

  it.each([
    'The order management system (OMS) is old.',
    'OMS (order management) is old.',
    'OMS: the old system.',
    'The order management system is old; the OMS is slow.',
  ])('are explained by %j', (text) => {
    const explained = parseDesignDoc(text);
    expect([...definedAcronyms(explained, acronymsIn(explained))]).toEqual(['OMS']);
  });
});

describe('options', () => {
  it('are subsections, else items, else rows', () => {
    const text = [
      '# T',
      '',
      '## A',
      '',
      '### 1',
      '',
      '### 2',
      '',
      '- x',
      '',
      '## B',
      '',
      '- x',
      '- y',
      '- z',
      '',
      '## C',
      '',
      '| o |',
      '| - |',
      '| p |',
    ];
    const doc = parseDesignDoc(lines(...text));
    const options = optionsOf(doc).map((all) => all.map(({ text }) => text));
    expect(
      ['A', 'B', 'C'].map((title) => options[doc.sections.findIndex((it) => it.title === title)]),
    ).toEqual([['1', '2'], ['x', 'y', 'z'], ['p']]);
  });

  it.each(['### SQS ✅', '| SQS | ✔️ |', '- [x] SQS', ' 2. [X] SQS', 'SQS :white_check_mark:'])(
    'are checked in %j',
    (text) => {
      expect(hasCheckMark(text)).toBe(true);
    },
  );

  it.each(['- [ ] SQS', '- [x](#sqs)', 'queues[x] = 1', '❌ SQS'])('are not checked in %j', (text) => {
    expect(hasCheckMark(text)).toBe(false);
  });

  it('say something when a subsection does', () => {
    const doc = parseDesignDoc(
      lines('# T', '', '## A', '', '### 1', '', 'Words.', '', '## B', '', '{which words}'),
    );
    expect(sayingSections(doc)).toEqual([true, true, true, true, false]);
  });
});

describe('labels', () => {
  it.each([
    ['Pros:', 'Pros'],
    ['Good, because it is there', 'Good'],
    ['Advantages', 'Advantages'],
    ['Advantages are many and drawbacks few.', undefined],
    ['The most important thing about this is: it works', undefined],
  ])('%j is labelled %j', (text, label) => {
    expect(labelOf(parseDesignDoc(text).statements[0]!)).toBe(label);
  });
});

describe('questions', () => {
  it('end with a question mark; what their item goes on to say belongs to them', () => {
    const text = lines('- Why? Ana asks.', '- How?', '  - By hand.', '', 'When?', '', 'Later words.');
    const found = questionsIn(parseDesignDoc(text), () => true);
    expect(found.map(({ statement, rest }) => [statement.text, rest])).toEqual([
      ['Why?', 'Ana asks.'],
      ['How?', '- By hand.'],
      ['When?', ''],
    ]);
  });
});
