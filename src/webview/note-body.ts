import { DiagramCard, type CardStyle } from './diagram-card';
import { post } from './host';

/** The text of the open note: its links work, its Mermaid fences are drawn. */
export class NoteBody {
  private cards: DiagramCard[] = [];
  private html = '';
  private readonly near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      this.cards.find(({ element }) => element === target)?.setNear(isIntersecting);
    }
  });
  private openNote: (id: string) => void = () => undefined;

  constructor(
    private readonly article: HTMLElement,
    private readonly style: () => CardStyle,
  ) {
    article.addEventListener('click', (event) => {
      this.follow(event);
    });
  }

  /** @param html sanitised by the host */
  show(head: HTMLElement, html: string, openNote: (id: string) => void): void {
    this.openNote = openNote;
    // A note that was only sent again keeps its drawn diagrams.
    if (html === this.html && this.article.childElementCount === 2) {
      this.article.firstElementChild?.replaceWith(head);
      return;
    }
    this.html = html;
    this.near.disconnect();
    for (const card of this.cards) card.dispose();
    const body = document.createElement('div');
    body.className = 'note-body';
    body.innerHTML = html;
    this.cards = [...body.querySelectorAll('code.language-mermaid')].map((code, i) => {
      const title = `${head.querySelector('h2')?.textContent ?? ''} ${String(i + 1)}`;
      const card = new DiagramCard({ source: code.textContent, title }, this.style(), {});
      (code.closest('pre') ?? code).replaceWith(card.element);
      return card;
    });
    for (const table of body.querySelectorAll('table')) makeScrollable(table);
    this.article.replaceChildren(head, body);
    for (const { element } of this.cards) this.near.observe(element);
  }

  restyle(): void {
    for (const card of this.cards) card.restyle(this.style());
  }

  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const href = link?.getAttribute('href');
    if (!link || href === null || href === undefined) return;
    event.preventDefault();
    if (href.startsWith('#note:')) this.openNote(decodeURIComponent(href.slice('#note:'.length)));
    else if (href.startsWith('#')) document.getElementById(href.slice(1))?.scrollIntoView();
    else post({ type: 'open-link', href });
  }
}

/** A wide table scrolls by itself, also by keyboard. */
function makeScrollable(table: HTMLTableElement): void {
  const frame = document.createElement('div');
  frame.className = 'table-frame';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', table.rows[0]?.textContent.trim().replace(/\s+/g, ', ') ?? '');
  table.replaceWith(frame);
  frame.append(table);
}
