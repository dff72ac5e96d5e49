/** Where a picture stands in its stage: moved by x and y CSS pixels, then scaled by k. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export type MouseMode = 'always' | 'alt' | 'never';

const SMALLEST = 0.1;
const LARGEST = 15;
const STEP = 1.25;

/**
 * Moves and scales a picture in its stage with the habits of VS Code's preview: Alt (or always, or never) with the
 * wheel zooms and with a drag moves, pinching always zooms. Arrow keys, `+`, `-` and `0` do the same by keyboard.
 */
export class PanZoom {
  private view: View = { x: 0, y: 0, k: 1 };
  private size = { width: 0, height: 0 };
  /** Whether the picture is fitted, and stays so when the stage changes. */
  private fitted = true;
  mouse: MouseMode = 'alt';
  /** In the full panel nothing else scrolls, so the wheel and a plain drag belong to the picture. */
  alone = false;

  constructor(
    private readonly stage: HTMLElement,
    private readonly picture: HTMLElement,
    private readonly onChange: (view: View | undefined) => void,
  ) {
    stage.addEventListener(
      'wheel',
      (event) => {
        this.wheel(event);
      },
      { passive: false },
    );
    stage.addEventListener('pointerdown', (event) => {
      this.drag(event);
    });
    stage.addEventListener('keydown', (event) => {
      this.key(event);
    });
    new ResizeObserver(() => {
      if (this.fitted) this.fit();
    }).observe(stage);
  }

  /** Takes the picture's natural size in CSS pixels; keeps the view unless it is fitted. */
  setSize(width: number, height: number): void {
    this.size = { width, height };
    if (this.fitted) this.fit();
    else this.apply(this.view);
  }

  restore(view: View): void {
    this.fitted = false;
    this.apply(view);
  }

  /** Shows the whole picture, centred; larger than it is only in the full panel. */
  fit(): void {
    const { width, height } = this.size;
    const { clientWidth, clientHeight } = this.stage;
    if (width === 0 || clientWidth === 0) return;
    const k = Math.min(this.alone ? 3 : 1, clientWidth / width, clientHeight / height);
    this.fitted = true;
    this.apply({ x: (clientWidth - width * k) / 2, y: Math.max(0, (clientHeight - height * k) / 2), k });
    this.onChange(undefined);
  }

  /** Scales by a factor around a point of the stage (its middle when left out). */
  zoom(factor: number, at = { x: this.stage.clientWidth / 2, y: this.stage.clientHeight / 2 }): void {
    const k = Math.min(LARGEST, Math.max(SMALLEST, this.view.k * factor));
    const real = k / this.view.k;
    this.change({ x: at.x - (at.x - this.view.x) * real, y: at.y - (at.y - this.view.y) * real, k });
  }

  zoomIn(): void {
    this.zoom(STEP);
  }

  zoomOut(): void {
    this.zoom(1 / STEP);
  }

  /** Moves an element of the picture into the middle when it is not to be seen. */
  show(element: Element): void {
    const at = element.getBoundingClientRect();
    const stage = this.stage.getBoundingClientRect();
    const inside =
      at.left >= stage.left && at.right <= stage.right && at.top >= stage.top && at.bottom <= stage.bottom;
    if (inside) return;
    this.move(
      stage.left + stage.width / 2 - (at.left + at.width / 2),
      stage.top + stage.height / 2 - (at.top + at.height / 2),
    );
  }

  private move(x: number, y: number): void {
    this.change({ ...this.view, x: this.view.x + x, y: this.view.y + y });
  }

  private change(view: View): void {
    this.fitted = false;
    this.apply(view);
    this.onChange(view);
  }

  private apply(view: View): void {
    this.view = view;
    this.picture.style.transform = `translate(${String(view.x)}px, ${String(view.y)}px) scale(${String(view.k)})`;
  }

  private allows(event: MouseEvent): boolean {
    return this.mouse !== 'never' && (this.alone || this.mouse === 'always' || event.altKey);
  }

  private wheel(event: WheelEvent): void {
    // Browsers report a pinch as a wheel with Ctrl.
    if (!event.ctrlKey && !event.altKey && !this.alone) return;
    if (!event.ctrlKey && this.mouse === 'never') return;
    event.preventDefault();
    const stage = this.stage.getBoundingClientRect();
    const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
    this.zoom(factor, { x: event.clientX - stage.left, y: event.clientY - stage.top });
  }

  private drag(start: PointerEvent): void {
    if (start.button !== 0 || !this.allows(start)) return;
    const from = this.view;
    let moved = false;
    const listening = new AbortController();
    const { signal } = listening;
    this.stage.addEventListener(
      'pointermove',
      (event) => {
        const x = event.clientX - start.clientX;
        const y = event.clientY - start.clientY;
        if (!moved && Math.hypot(x, y) < 4) return;
        if (!moved) this.stage.setPointerCapture(start.pointerId);
        moved = true;
        this.stage.classList.add('grabbing');
        this.change({ ...from, x: from.x + x, y: from.y + y });
      },
      { signal },
    );
    const end = (): void => {
      this.stage.classList.remove('grabbing');
      listening.abort();
      if (moved) this.ignoreClick();
    };
    this.stage.addEventListener('pointerup', end, { signal });
    this.stage.addEventListener('pointercancel', end, { signal });
  }

  /** The click that follows a drag is none on the node below. */
  private ignoreClick(): void {
    const listening = new AbortController();
    const stop = (click: Event): void => {
      click.stopPropagation();
    };
    this.stage.addEventListener('click', stop, { capture: true, signal: listening.signal });
    setTimeout(() => {
      listening.abort();
    });
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = this.actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  private readonly actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => {
      this.move(40, 0);
    },
    ArrowRight: () => {
      this.move(-40, 0);
    },
    ArrowUp: () => {
      this.move(0, 40);
    },
    ArrowDown: () => {
      this.move(0, -40);
    },
    '+': () => {
      this.zoomIn();
    },
    '=': () => {
      this.zoomIn();
    },
    '-': () => {
      this.zoomOut();
    },
    '0': () => {
      this.fit();
    },
  };
}
