import { graphKind, type DiagramGraph, type GraphKind } from '../diagrams/graph';
import { iconButton, make, textButton } from './dom';
import { ASKED, CannotDraw, NEAR, draw, graphOf, type Picture, type Priority, type Style } from './drawing';
import { exportMenu } from './exporting';
import { FindInPicture } from './find-in-picture';
import { openMenu } from './menu';
import { PanZoom, type MouseMode, type View } from './pan-zoom';
import { elementsOn, lineOf } from './picture-lines';
import { say } from './strings';
import type { Theme } from './theme';
import { inWords, kindInWords } from './words';

/** What a card shows. */
export interface CardContent {
  readonly source: string;
  /** What the diagram is called in names of buttons and files. */
  readonly title: string;
}

/** What a card tells to its surroundings. */
export interface CardEvents {
  /** Somebody chose a line (1-based) and column of the source; absent where there is nowhere to go. */
  readonly goTo?: (line: number, column: number) => void;
  /** The view was moved; undefined when it is fitted again. */
  readonly moved?: (view: View | undefined) => void;
  readonly fullPanel?: () => void;
}

/** How all cards draw. */
export interface CardStyle {
  readonly theme: Theme;
  readonly maxTextSize: number;
  readonly mouse: MouseMode;
}

/** One diagram: its picture with controls, its error if it has one, and what it shows in words. */
export class DiagramCard {
  readonly element = make('article', { class: 'diagram' });
  private readonly stage = make('div', { class: 'stage', tabindex: '0', role: 'group' });
  private readonly picture = make('div', { class: 'picture' });
  private readonly problem = make('div', { class: 'problem', role: 'alert', hidden: true });
  private readonly words = make('details', { class: 'words' });
  private readonly caption = make('span', { class: 'caption' });
  private readonly panZoom: PanZoom;
  private readonly find: FindInPicture;
  private drawing = new AbortController();
  private drawn = '';
  private graph: DiagramGraph | undefined;
  private marked = 0;
  private near = false;

  constructor(
    private content: CardContent,
    private style: CardStyle,
    private readonly events: CardEvents,
  ) {
    this.panZoom = new PanZoom(this.stage, this.picture, (view) => events.moved?.(view));
    this.panZoom.mouse = style.mouse;
    this.find = new FindInPicture(
      this.picture,
      (element) => {
        this.panZoom.show(element);
      },
      (element) => {
        this.choose(element);
      },
    );
    this.stage.append(this.picture);
    this.stage.addEventListener('click', (event) => {
      this.choose(event.target as Element);
    });
    this.element.append(this.header(), this.problem, this.stage, this.words);
    this.describe('other');
  }

  get source(): string {
    return this.content.source;
  }

  get title(): string {
    return this.content.title;
  }

  /** Takes new content; a picture that is there stays until the next one is ready. */
  update(content: CardContent): void {
    const changed = content.source !== this.content.source;
    this.content = content;
    this.describe(this.graph?.kind ?? 'other');
    if (changed) this.redraw(ASKED);
  }

  restyle(style: CardStyle): void {
    this.style = style;
    this.panZoom.mouse = style.mouse;
    this.redraw(NEAR);
  }

  /** Says that the card is, or is not, on or near the screen: only then it is drawn. */
  setNear(near: boolean): void {
    this.near = near;
    if (near) this.redraw(NEAR);
  }

  setView(view: View): void {
    this.panZoom.restore(view);
  }

  setAlone(alone: boolean): void {
    this.panZoom.alone = alone;
    this.panZoom.fit();
  }

  /** Marks the diagram, and in it what the line (1-based, of the source; 0 for none) speaks of. */
  mark(line: number | undefined): void {
    this.element.classList.toggle('current', line !== undefined);
    this.marked = line ?? 0;
    this.markElements();
  }

  dispose(): void {
    this.drawing.abort();
    this.element.remove();
  }

  private get key(): string {
    return JSON.stringify([this.content.source, this.style.theme, this.style.maxTextSize]);
  }

  private redraw(priority: Priority): void {
    if (!this.near || this.drawn === this.key) return;
    this.drawing.abort();
    this.drawing = new AbortController();
    const { signal } = this.drawing;
    const key = this.key;
    const { source } = this.content;
    if (source.length > this.style.maxTextSize) {
      this.drawn = key;
      this.showProblem(say('tooLarge', source.length, this.style.maxTextSize));
      return;
    }
    const style: Style = { theme: this.style.theme, maxTextSize: this.style.maxTextSize, htmlLabels: true };
    this.element.setAttribute('aria-busy', 'true');
    draw(source, style, priority, signal).then(
      (picture) => {
        if (!signal.aborted) this.show(picture, key, signal);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        this.drawn = key;
        const place = error instanceof CannotDraw ? error.problem : undefined;
        this.showProblem(error instanceof Error ? error.message : String(error), place);
      },
    );
  }

  private show({ svg, kind }: Picture, key: string, signal: AbortSignal): void {
    const template = document.createElement('template');
    template.innerHTML = svg;
    const element = template.content.querySelector('svg');
    if (!element) return;
    const [, , width = 300, height = 150] = (element.getAttribute('viewBox') ?? '')
      .split(/[\s,]+/)
      .map(Number);
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
    element.removeAttribute('style');
    element.setAttribute('role', 'img');
    this.picture.replaceChildren(element);
    this.stage.style.setProperty('--ratio', `${String(Math.max(width, 1))} / ${String(Math.max(height, 1))}`);
    this.stage.style.setProperty('--natural-height', `${String(height)}px`);
    this.drawn = key;
    this.hideProblem();
    this.panZoom.setSize(width, height);
    this.describe(graphKind(kind));
    void graphOf(this.content.source, signal).then((graph) => {
      if (signal.aborted || !graph) return;
      this.graph = graph;
      this.describe(graph.kind);
      this.tellInWords(graph);
      this.markElements();
    });
  }

  private showProblem(message: string, place?: { readonly line: number; readonly column: number }): void {
    this.element.classList.add('broken');
    this.element.removeAttribute('aria-busy');
    const { goTo } = this.events;
    const link =
      place && goTo
        ? textButton(
            say('goToLine', place.line),
            () => {
              goTo(place.line, place.column);
            },
            'link go-to',
          )
        : undefined;
    const kept = this.picture.childElementCount > 0 ? make('p', {}, say('lastGood')) : undefined;
    this.problem.replaceChildren(
      make('p', {}, say('cannotDraw', message), ' ', link),
      ...(kept ? [kept] : []),
    );
    this.problem.hidden = false;
    this.stage.hidden = this.picture.childElementCount === 0;
  }

  private hideProblem(): void {
    this.element.classList.remove('broken');
    this.element.removeAttribute('aria-busy');
    this.problem.hidden = true;
    this.problem.replaceChildren();
    this.stage.hidden = false;
  }

  private header(): HTMLElement {
    const tools = make('div', { class: 'tools' });
    tools.append(
      ...this.find.controls,
      iconButton('zoom-out', say('zoomOut'), () => {
        this.panZoom.zoomOut();
      }),
      iconButton('zoom-in', say('zoomIn'), () => {
        this.panZoom.zoomIn();
      }),
      iconButton('fit', say('fit'), () => {
        this.panZoom.fit();
      }),
    );
    const { fullPanel } = this.events;
    if (fullPanel) {
      const button = iconButton('screen-full', say('fullPanel'), fullPanel);
      button.classList.add('full-panel');
      tools.append(button);
    }
    const menu = iconButton('export', say('exportAs'), (button) => {
      openMenu(button, exportMenu(this.content, this.style));
    });
    menu.setAttribute('aria-haspopup', 'menu');
    menu.setAttribute('aria-expanded', 'false');
    tools.append(menu);
    return make('header', {}, this.caption, tools);
  }

  private describe(kind: GraphKind): void {
    const name = say('diagramOf', this.content.title, kindInWords(kind));
    this.caption.textContent = kindInWords(kind);
    this.element.setAttribute('aria-label', name);
    this.stage.setAttribute('aria-label', say('stage', name));
    this.picture.firstElementChild?.setAttribute('aria-label', name);
  }

  private tellInWords(graph: DiagramGraph): void {
    const { parts, edges } = inWords(graph);
    const { goTo } = this.events;
    const list = make('ul');
    for (const { text, line } of [...parts, ...edges].slice(0, 500)) {
      const told =
        goTo && line > 0
          ? textButton(text, () => {
              goTo(line, 1);
            })
          : text;
      list.append(make('li', {}, told));
    }
    this.words.hidden = list.childElementCount === 0;
    this.words.replaceChildren(make('summary', {}, say('inWords')), list);
    const told = [...parts, ...edges]
      .slice(0, 60)
      .map(({ text }) => text)
      .join('; ');
    if (told !== '')
      this.picture.firstElementChild?.setAttribute(
        'aria-label',
        `${this.element.getAttribute('aria-label') ?? ''}: ${told}`,
      );
  }

  private choose(target: Element): void {
    const svg = this.picture.firstElementChild;
    if (!svg || !this.events.goTo || target === svg || !svg.contains(target)) return;
    const line = lineOf(target, svg, this.content.source, this.graph);
    if (line > 0) this.events.goTo(line, 1);
  }

  private markElements(): void {
    const svg = this.picture.firstElementChild;
    if (!svg) return;
    for (const old of svg.querySelectorAll('.marked')) old.classList.remove('marked');
    if (this.marked === 0 || !this.graph) return;
    for (const element of elementsOn(this.marked, svg, this.graph)) element.classList.add('marked');
  }
}
