import type { PageDiagram, PageSettings } from '../preview/protocol';
import { DiagramCard, type CardStyle } from './diagram-card';
import { byId, iconButton, make, setPressed, textButton } from './dom';
import { saveAll } from './exporting';
import { post, remember, remembered } from './host';
import { hashOf, matchDiagrams } from './match-diagrams';
import { openMenu } from './menu';
import type { View } from './pan-zoom';
import { say } from './strings';
import { currentTheme, onThemeChange } from './theme';

interface Shown {
  readonly card: DiagramCard;
  diagram: PageDiagram;
}

/** All diagrams of the document under their sections' headings. */
export class DiagramsPane {
  private shown: Shown[] = [];
  private readonly list = make('div', { class: 'diagram-list' });
  private readonly filter = make('input', { type: 'search', class: 'filter' });
  private readonly nothing = make('p', { class: 'nothing', hidden: true });
  private readonly follow: HTMLButtonElement;
  private readonly back: HTMLButtonElement;
  private readonly near: IntersectionObserver;
  private full: DiagramCard | undefined;
  private style: CardStyle;
  private line = 0;

  constructor(
    private readonly root: HTMLElement,
    private settings: PageSettings,
  ) {
    this.style = this.styleNow();
    this.filter.placeholder = say('filterDiagrams');
    this.filter.setAttribute('aria-label', say('filterDiagrams'));
    this.filter.addEventListener('input', () => {
      this.applyFilter();
    });
    this.follow = iconButton('follow', say('follow'), () => {
      post({ type: 'follow', on: !this.settings.follow });
    });
    setPressed(this.follow, settings.follow);
    this.back = textButton(
      say('endFullPanel'),
      () => {
        this.showFull(undefined);
      },
      'end-full',
    );
    this.back.hidden = true;
    const exportAll = iconButton('export', say('exportAll'), (button) => {
      this.exportAll(button);
    });
    exportAll.setAttribute('aria-haspopup', 'menu');
    exportAll.setAttribute('aria-expanded', 'false');
    root.replaceChildren(
      make('div', { class: 'bar' }, this.back, this.filter, this.follow, exportAll),
      this.nothing,
      this.list,
    );
    this.near = new IntersectionObserver(
      (entries) => {
        this.seen(entries);
      },
      { root: this.list, rootMargin: '400px' },
    );
    this.list.addEventListener(
      'scroll',
      () => {
        remember({ scroll: Math.round(this.list.scrollTop) });
      },
      { passive: true },
    );
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.full) this.showFull(undefined);
    });
    onThemeChange(() => {
      this.restyle();
    });
  }

  /** Shows these diagrams; those that stay keep their picture, zoom and place. */
  show(diagrams: readonly PageDiagram[]): void {
    const before = this.shown;
    const matched = matchDiagrams(
      before.map(({ card }) => card.source),
      diagrams.map(({ source }) => source),
    );
    this.shown = diagrams.map((diagram, i) => {
      const old = before[matched[i] ?? -1];
      if (!old) return this.add(diagram, titleOf(diagram, diagrams));
      old.diagram = diagram;
      old.card.update({ source: diagram.source, title: titleOf(diagram, diagrams) });
      return old;
    });
    for (const { card } of before.filter((it) => !this.shown.includes(it))) {
      if (this.full === card) this.showFull(undefined);
      this.near.unobserve(card.element);
      card.dispose();
    }
    this.arrange();
    this.applyFilter();
    this.markCursor(false);
  }

  setSettings(settings: PageSettings): void {
    this.settings = settings;
    setPressed(this.follow, settings.follow);
    this.restyle();
  }

  /** Scrolls to where the page was before it was reloaded. */
  restoreScroll(): void {
    this.list.scrollTop = remembered().scroll;
  }

  /** Marks the diagram that the cursor's line (1-based) is in. */
  setCursor(line: number): void {
    this.line = line;
    this.markCursor(this.settings.follow);
  }

  private markCursor(scroll: boolean): void {
    for (const { card, diagram } of this.shown) {
      const inside = this.line - diagram.line;
      // The fences above and below belong to it.
      const here = inside >= -1 && inside <= diagram.source.split('\n').length;
      const was = card.element.classList.contains('current');
      card.mark(here ? inside + 1 : undefined);
      if (here && !was && scroll && !this.full)
        card.element.scrollIntoView({ block: 'nearest', behavior: motion() });
    }
  }

  private add(diagram: PageDiagram, title: string): Shown {
    const card: DiagramCard = new DiagramCard({ source: diagram.source, title }, this.style, {
      goTo: (line, column) => {
        const { diagram: now } = this.shown.find((it) => it.card === card) ?? { diagram };
        post({ type: 'go-to', at: { line: now.line + line - 1, column: column + now.indent } });
      },
      moved: (view) => {
        keepView(card.source, view);
      },
      fullPanel: () => {
        this.showFull(this.full === card ? undefined : card);
      },
    });
    const view = remembered().views[hashOf(diagram.source)];
    if (view) card.setView(view);
    this.near.observe(card.element);
    return { card, diagram };
  }

  /** Puts headings and cards in order, moving only what is not at its place: a moved element would lose its scroll. */
  private arrange(): void {
    const wanted: HTMLElement[] = [];
    const headings = [...this.list.querySelectorAll('h2')];
    let section = -1;
    for (const { card, diagram } of this.shown) {
      if (diagram.section !== section) wanted.push(headingFor(diagram, headings.shift()));
      section = diagram.section;
      wanted.push(card.element);
    }
    for (const heading of headings) heading.remove();
    wanted.forEach((element, i) => {
      if (this.list.children[i] !== element) this.list.insertBefore(element, this.list.children[i] ?? null);
    });
  }

  private applyFilter(): void {
    const words = this.filter.value.trim().toLowerCase();
    let any = false;
    let heading: HTMLElement | undefined;
    for (const child of this.list.children) {
      if (child.tagName === 'H2') {
        heading = child as HTMLElement;
        heading.hidden = true;
        continue;
      }
      const shown = this.shown.find(({ card }) => card.element === child);
      const fits =
        words === '' ||
        `${shown?.diagram.heading ?? ''}\n${shown?.diagram.source ?? ''}`.toLowerCase().includes(words);
      (child as HTMLElement).hidden = !fits;
      any ||= fits;
      if (fits && heading) heading.hidden = false;
    }
    this.nothing.hidden = any;
    this.nothing.textContent = this.shown.length === 0 ? say('noDiagrams') : say('noMatch');
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      this.shown.find(({ card }) => card.element === target)?.card.setNear(isIntersecting);
    }
  }

  private showFull(card: DiagramCard | undefined): void {
    const before = this.full;
    this.full = card;
    before?.element.classList.remove('full');
    card?.element.classList.add('full');
    byId('panes').classList.toggle('full', card !== undefined);
    this.back.hidden = card === undefined;
    before?.setAlone(false);
    card?.setAlone(true);
    (card ? this.back : before?.element.querySelector<HTMLElement>('.full-panel'))?.focus();
    if (before && !card) before.element.scrollIntoView({ block: 'nearest' });
  }

  private exportAll(anchor: HTMLElement): void {
    const all = this.shown.map(({ card }) => ({ source: card.source, title: card.title }));
    openMenu(anchor, [
      { label: say('saveSvg'), run: () => void saveAll(all, this.style, 'svg') },
      { label: say('savePng'), run: () => void saveAll(all, this.style, 'png') },
      { label: say('savePngTimes', 2), run: () => void saveAll(all, this.style, 'png', 2) },
    ]);
  }

  private styleNow(): CardStyle {
    const { maxTextSize, mouse } = this.settings;
    return { theme: currentTheme(this.settings), maxTextSize, mouse };
  }

  private restyle(): void {
    const style = this.styleNow();
    if (JSON.stringify(style) === JSON.stringify(this.style)) return;
    this.style = style;
    for (const { card } of this.shown) card.restyle(style);
  }
}

function headingFor(diagram: PageDiagram, old: HTMLHeadingElement | undefined): HTMLHeadingElement {
  const heading = old ?? make('h2');
  const text = diagram.heading === '' ? say('untitled') : diagram.heading;
  if (heading.textContent !== text || heading.dataset['line'] !== String(diagram.headingLine)) {
    heading.dataset['line'] = String(diagram.headingLine);
    heading.replaceChildren(
      textButton(
        text,
        () => {
          post({ type: 'go-to', at: { line: diagram.headingLine, column: 1 } });
        },
        'heading',
      ),
    );
  }
  return heading;
}

/** The section's title, numbered where the section has several diagrams. */
function titleOf(diagram: PageDiagram, all: readonly PageDiagram[]): string {
  const title = diagram.heading === '' ? say('untitled') : diagram.heading;
  const siblings = all.filter(({ section }) => section === diagram.section);
  return siblings.length < 2 ? title : say('numbered', title, siblings.indexOf(diagram) + 1);
}

/** Most views that are remembered. */
const MOST_VIEWS = 100;

function keepView(source: string, view: View | undefined): void {
  const key = hashOf(source);
  const kept = Object.entries(remembered().views)
    .filter(([other]) => other !== key)
    .slice(-MOST_VIEWS);
  if (view) kept.push([key, view]);
  remember({ views: Object.fromEntries(kept) });
}

function motion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
