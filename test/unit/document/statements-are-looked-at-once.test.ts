import { describe, expect, it } from 'vitest';
import { statementsThat, statementsWith } from '../../../src/document/by-piece';
import { parseDesignDoc } from '../../../src/document/parse';

const TEXT =
  '# Cache\n\nReads are fast.\n\n## Goals\n\nWrites are fast. Deletes are slow.\n\n## Risks\n\nNone is fast.\n';

describe('a reading of single statements', () => {
  it('finds the statements at their places in the doc, in order', () => {
    const fast = statementsThat(({ text }) => text.endsWith('fast.'));
    const doc = parseDesignDoc(TEXT);
    const found = fast(doc);
    expect(found.map(({ statement }) => statement.text)).toEqual([
      'Reads are fast.',
      'Writes are fast.',
      'None is fast.',
    ]);
    for (const { statement, index } of found) {
      expect(doc.statements[index]).toEqual(statement);
      expect(doc.statementAt(index)).toEqual(statement);
    }
    expect(doc.statementAt(doc.statements.length)).toBeUndefined();
    expect(doc.statementAt(-1)).toBeUndefined();
    expect(found.map(({ statement: { start, end } }) => TEXT.slice(start, end))).toEqual(
      found.map(({ statement }) => statement.text),
    );
  });

  it('gives what it found, and reads only the sections asked for', () => {
    const asked: string[] = [];
    const first = statementsWith(({ text, kind }) => {
      asked.push(text);
      return kind === 'heading' ? undefined : text.split(' ')[0];
    });
    const doc = parseDesignDoc(TEXT);
    expect(first(doc, (section) => section === 2).map(({ found }) => found)).toEqual(['Writes', 'Deletes']);
    expect(asked).not.toContain('None is fast.');
    expect(first(doc).map(({ found }) => found)).toEqual(['Reads', 'Writes', 'Deletes', 'None']);
  });

  it('reads after an edit only the section that was edited', () => {
    const asked: string[] = [];
    const fast = statementsThat(({ text }) => {
      asked.push(text);
      return text.endsWith('fast.');
    });
    const before = parseDesignDoc(TEXT);
    fast(before);
    asked.length = 0;
    const after = parseDesignDoc(TEXT.replace('Deletes are slow', 'Deletes are fast'), before);
    expect(fast(after).map(({ statement }) => statement.text)).toContain('Deletes are fast.');
    expect(asked).toEqual(['Goals', 'Writes are fast.', 'Deletes are fast.']);
  });
});
