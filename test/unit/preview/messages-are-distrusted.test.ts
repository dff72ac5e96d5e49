import { describe, expect, it } from 'vitest';
import { readState, readToHost, readToPage } from '../../../src/preview/protocol';

describe('a message', () => {
  it('that is well formed is taken', () => {
    expect(readToHost({ type: 'go-to', at: { line: 3, column: 1 } })).toEqual({
      type: 'go-to',
      at: { line: 3, column: 1 },
    });
    expect(readToPage({ type: 'cursor', line: 7 })).toEqual({ type: 'cursor', line: 7 });
  });

  it.each([
    undefined,
    null,
    'ready',
    {},
    { type: 'unknown' },
    { type: 'go-to' },
    { type: 'go-to', at: { line: '3', column: 1 } },
    { type: 'go-to', at: { line: 1.5, column: 1 } },
    { type: 'insert', note: 'latency', what: 'virus' },
    { type: 'save', files: [{ name: 'x', kind: 'exe', content: '' }] },
  ])('that is not is dropped: %j', (message) => {
    expect(readToHost(message)).toBeUndefined();
    expect(readToPage(message)).toBeUndefined();
  });
});

describe('remembered state', () => {
  it('has defaults for what is missing', () => {
    expect(readState(undefined)).toMatchObject({ uri: '', tab: 'diagrams', pinned: '', views: {} });
  });

  it('keeps the parts that fit and forgets those that do not', () => {
    expect(readState({ uri: 'file:///a.md', split: 'wide', tab: 'secrets', scroll: 12 })).toMatchObject({
      uri: 'file:///a.md',
      split: 0.58,
      tab: 'diagrams',
      scroll: 12,
    });
  });
});
