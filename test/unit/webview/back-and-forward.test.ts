import { expect, it } from 'vitest';
import { NoteHistory } from '../../../src/webview/note-history';

it('going back and forward walks through the notes that were opened', () => {
  const history = new NoteHistory();
  for (const id of ['a', 'b', 'c']) history.visit(id);
  expect([history.back(), history.back(), history.back()]).toEqual(['b', 'a', undefined]);
  expect([history.forward(), history.forward(), history.forward()]).toEqual(['b', 'c', undefined]);
});

it('opening a note after going back forgets what was ahead', () => {
  const history = new NoteHistory();
  for (const id of ['a', 'b']) history.visit(id);
  history.back();
  history.visit('c');
  expect(history.canGoForward).toBe(false);
  expect(history.back()).toBe('a');
});

it('opening the open note again is no step', () => {
  const history = new NoteHistory();
  history.visit('a');
  history.visit('a');
  expect(history.canGoBack).toBe(false);
});
