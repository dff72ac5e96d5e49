import { describe, expect, test } from 'vitest';
import { fileName } from '../../../src/templates/file-name';
import { folderInWorkspace } from '../../../src/templates/folder';
import { slug } from '../../../src/templates/slug';

describe('a title in a file name', () => {
  test.each([
    ['Payment service', 'payment-service'],
    ['  What’s next? (v2)  ', 'whats-next-v2'],
    ['Überweisung für Café №5', 'uberweisung-fur-cafe-no5'],
    ['ﬁle ①', 'file-1'],
    ['支払いシステム', '支払いシステム'],
    ['Платёжный сервис', 'платёжный-сервис'],
    ['भुगतान सेवा', 'भुगतान-सेवा'],
    ['TCP/IP & UDP', 'tcp-ip-udp'],
    ['../../etc/passwd', 'etc-passwd'],
    ['!?', ''],
  ])('%s becomes %s', (title, expected) => expect(slug(title)).toBe(expected));

  test('is cut between words when it is long', () => {
    expect(slug('a sentence that goes on and on until nobody would want it as a file name')).toBe(
      'a-sentence-that-goes-on-and-on-until-nobody-would-want',
    );
    expect([...slug('長'.repeat(300))]).toHaveLength(56);
  });
});

const name = (title: string, taken: string[] = [], pattern = '{number}-{title}.md') =>
  fileName({ pattern, title, date: '2026-03-09', taken });

describe('the number', () => {
  test('starts at 0001 and counts on from the highest in the folder', () => {
    expect(name('Cache')).toEqual({ name: '0001-cache.md' });
    expect(name('Cache', ['0001-a.md', '0007-b.md', '0003-c.md'])).toEqual({ name: '0008-cache.md' });
  });

  test('keeps the width that the folder uses', () => {
    expect(name('Cache', ['001-a.md', '002-b.md'])).toEqual({ name: '003-cache.md' });
    expect(name('Cache', ['9-a.md'])).toEqual({ name: '10-cache.md' });
  });

  test('counts folders and other separators too, but neither dates nor long digits', () => {
    expect(name('Cache', ['0004_old', '2024-05-06-notes.md', '20240506123456-x.md'])).toEqual({
      name: '0005-cache.md',
    });
  });

  test('is found where the pattern has it', () => {
    expect(name('Cache', ['ADR-012-a.md', '0099-b.md'], 'adr-{number}-{title}.md')).toEqual({
      name: 'adr-013-cache.md',
    });
    expect(name('Cache', ['two-2-things-07.md'], '{title}-{number}.md')).toEqual({ name: 'cache-08.md' });
  });
});

describe('a pattern', () => {
  test('can hold the date', () => {
    expect(name('Cache', [], '{date}-{title}.md')).toEqual({ name: '2026-03-09-cache.md' });
  });

  test.each([
    ['../{title}.md', 'pattern-leaves-folder'],
    ['sub/{title}.md', 'pattern-leaves-folder'],
    ['..\\{title}.md', 'pattern-leaves-folder'],
    ['{titel}.md', 'pattern-unknown-field'],
    ['{title}.txt', 'pattern-not-markdown'],
    ['.md', 'pattern-not-markdown'],
    ['{title}?.md', 'pattern-has-forbidden-characters'],
  ])('%s is refused: %s', (pattern, problem) =>
    expect(name('Cache', [], pattern)).toMatchObject({ problem }),
  );
});

describe('a name', () => {
  test('that is taken is refused, whatever its case or composition', () => {
    expect(name('Cache', ['CACHE.md'], '{title}.md')).toEqual({ problem: 'taken', about: 'CACHE.md' });
    const decomposed = 'Платёж.md'.normalize('NFD');
    expect(name('Платёж', [decomposed], '{title}.md')).toEqual({ problem: 'taken', about: decomposed });
  });

  test('that has nothing but a number is refused', () => {
    expect(name('!!!')).toEqual({ problem: 'no-letters', about: '!!!' });
  });

  test('that Windows keeps for itself is refused', () => {
    expect(name('Con', [], '{title}.md')).toEqual({ problem: 'reserved', about: 'con.md' });
  });

  test('says when another number has the same title', () => {
    expect(name('Cache', ['0003-cache.md'])).toEqual({ name: '0004-cache.md', like: '0003-cache.md' });
  });
});

describe('the folder setting', () => {
  test.each([
    ['docs/design', 'docs/design'],
    [' ./docs//rfcs/ ', 'docs/rfcs'],
    ['docs\\adr', 'docs/adr'],
    ['docs/../design', 'design'],
    ['', ''],
  ])('%j is %j', (setting, expected) => expect(folderInWorkspace(setting)).toBe(expected));

  test.each(['../elsewhere', 'docs/../../x', '/etc', 'C:\\docs', '~/docs', 'file:///etc'])(
    '%s leads out of the workspace',
    (setting) => expect(folderInWorkspace(setting)).toBeUndefined(),
  );
});
