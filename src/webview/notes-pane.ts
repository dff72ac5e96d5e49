import type { Insertable, NoteLink, ShownNote } from '../preview/protocol';
import type { StringKey } from '../preview/string-keys';
import type { CardStyle } from './diagram-card';
import { iconButton, make, setPressed, textButton } from './dom';
import { post, remember, remembered } from './host';
import { NoteBody } from './note-body';
import { NoteHistory } from './note-history';
import { say } from './strings';

const INSERT: Readonly<Record<Insertable, StringKey>> = {
  diagram: 'insertDiagram',
  'trade-offs': 'insertTradeOffs',
  stub: 'insertStub',
};

/** The notes: which fit the place of the cursor, the one that is open, and the search through all. */
export class NotesPane {
  private readonly search = make('input', { type: 'search', class: 'filter' });
  private readonly listTitle = make('h2', { class: 'list-title' });
  private readonly list = make('ul', { class: 'note-list' });
  private readonly article = make('article', { class: 'note', tabindex: '-1' });
  private readonly history = new NoteHistory();
  private readonly back: HTMLButtonElement;
  private readonly forward: HTMLButtonElement;
  private readonly browse: HTMLButtonElement;
  private readonly pin: HTMLButtonElement;
  private readonly body: NoteBody;
  /** The notes for the place of the cursor; undefined until the first come. */
  private near: readonly NoteLink[] | undefined;
  /** Whether the open note was asked for, so that it stays until the cursor goes elsewhere. */
  private asked = false;
  private shown = '';
  private wanted = '';
  /** Whether the list shows search results or all notes instead of those near the cursor. */
  private searching = false;

  constructor(root: HTMLElement, style: () => CardStyle) {
    this.body = new NoteBody(this.article, style);
    this.search.placeholder = say('searchNotes');
    this.search.setAttribute('aria-label', say('searchNotes'));
    this.search.addEventListener('input', () => {
      this.find(this.search.value, false);
    });
    this.search.addEventListener('keydown', (event) => {
      this.searchKey(event);
    });
    this.back = iconButton('arrow-left', say('back'), () => {
      this.open(this.history.back());
    });
    this.forward = iconButton('arrow-right', say('forward'), () => {
      this.open(this.history.forward());
    });
    this.pin = iconButton('pin', say('pin'), () => {
      this.togglePin();
    });
    this.browse = iconButton('library', say('browse'), () => {
      this.search.value = '';
      this.find('', !this.searching);
    });
    this.showButtons();
    const bar = make('div', { class: 'bar' }, this.back, this.forward, this.search, this.browse, this.pin);
    const scroller = make('div', { class: 'note-scroll' }, this.listTitle, this.list, this.article);
    scroller.addEventListener(
      'scroll',
      () => {
        remember({ noteScroll: Math.round(scroller.scrollTop) });
      },
      { passive: true },
    );
    root.append(bar, scroller);
    const { note, pinned } = remembered();
    if (pinned !== '' || note !== '') this.visit(pinned === '' ? note : pinned);
  }

  /** Lists the notes for the place of the cursor and opens the first, unless another is pinned, asked for or searched for. */
  setNear(notes: readonly NoteLink[]): void {
    const moved = this.near !== undefined && !sameNotes(this.near, notes);
    this.near = notes;
    if (this.searching) return;
    if (moved) this.asked = false;
    this.showNear(notes);
  }

  private showNear(notes: readonly NoteLink[]): void {
    this.showList(say('nearCursor'), notes);
    const first = notes[0];
    if (!first || this.asked || remembered().pinned !== '') return;
    if (!notes.some(({ id }) => id === this.wanted)) this.follow(first.id);
  }

  setFound(query: string, notes: readonly NoteLink[]): void {
    if (!this.searching || query !== this.search.value) return;
    this.showList(query === '' ? say('allNotes', notes.length) : say('searchResults', notes.length), notes);
  }

  setNote(note: ShownNote): void {
    if (note.id !== this.wanted) return;
    const again = note.id === this.shown;
    this.shown = note.id;
    const actions = make('div', { class: 'actions' });
    for (const what of note.insertable) {
      actions.append(
        textButton(
          say(INSERT[what]),
          () => {
            post({ type: 'insert', note: note.id, what });
          },
          'action',
        ),
      );
    }
    actions.append(
      iconButton('copy', say('copyNote'), () => {
        post({ type: 'copy-note', id: note.id });
      }),
      iconButton('go-to-file', say('openFile'), () => {
        post({ type: 'open-note-file', id: note.id });
      }),
    );
    const head = make(
      'header',
      {},
      make('h2', {}, note.title),
      make('p', { class: 'summary' }, note.summary),
      actions,
    );
    this.body.show(head, note.html, (id) => {
      this.visit(id);
    });
    if (!again) this.article.parentElement?.scrollTo(0, this.history.isFirst ? remembered().noteScroll : 0);
    remember({ note: note.id });
    this.markOpen();
  }

  restyle(): void {
    this.body.restyle();
  }

  /** Opens a note that was asked for. */
  visit(id: string): void {
    this.asked = true;
    this.follow(id);
  }

  private follow(id: string): void {
    this.history.visit(id);
    this.open(id);
  }

  private open(id: string | undefined): void {
    if (id === undefined) return;
    this.wanted = id;
    if (remembered().pinned !== '') remember({ pinned: id });
    post({ type: 'open-note', id });
    this.showButtons();
  }

  private togglePin(): void {
    remember({ pinned: remembered().pinned === '' ? this.shown : '' });
    this.showButtons();
    if (remembered().pinned !== '' || this.searching) return;
    this.asked = false;
    this.showNear(this.near ?? []);
  }

  private showButtons(): void {
    setPressed(this.pin, remembered().pinned !== '');
    setPressed(this.browse, this.searching && this.search.value === '');
    this.back.disabled = !this.history.canGoBack;
    this.forward.disabled = !this.history.canGoForward;
  }

  private find(query: string, all: boolean): void {
    this.searching = query.trim() !== '' || all;
    this.showButtons();
    if (this.searching) post({ type: 'search', query });
    else this.showNear(this.near ?? []);
  }

  private searchKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.search.value = '';
      this.find('', false);
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.list.querySelector('button')?.focus();
    }
  }

  private showList(title: string, notes: readonly NoteLink[]): void {
    this.listTitle.textContent = title;
    const focused = this.list.contains(document.activeElement);
    this.list.replaceChildren(
      ...notes.map(({ id, title: name, reason, summary }) => {
        const button = make('button', { type: 'button', class: 'note-link', 'data-id': id, title: summary });
        button.append(make('span', { class: 'name' }, name));
        const why = reason === '' ? summary : reason;
        if (why !== '') button.append(make('span', { class: 'why' }, why));
        button.addEventListener('click', () => {
          this.visit(id);
        });
        return make('li', {}, button);
      }),
    );
    if (notes.length === 0)
      this.list.append(make('li', { class: 'nothing' }, say(this.searching ? 'nothingFound' : 'noNotes')));
    if (focused) this.list.querySelector('button')?.focus();
    this.markOpen();
  }

  private markOpen(): void {
    for (const button of this.list.querySelectorAll('button')) {
      if (button.dataset['id'] === this.shown) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }
}

function sameNotes(some: readonly NoteLink[], others: readonly NoteLink[]): boolean {
  return some.length === others.length && some.every(({ id }, i) => id === others[i]?.id);
}
