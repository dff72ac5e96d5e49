import { ASKED, draw } from './drawing';
import { say } from './strings';
import type { Theme } from './theme';
import { post } from './host';
import type { MenuItem } from './menu';
import { announce } from './announce';

/** A diagram to be written to a file or the clipboard. */
export interface Exported {
  readonly source: string;
  /** For the file's name. */
  readonly title: string;
}

type Styling = { readonly theme: Theme; readonly maxTextSize: number };

const TIMES = [1, 2, 3, 4] as const;

/** What can be done with one diagram's picture. */
export function exportMenu(diagram: Exported, styling: Styling): MenuItem[] {
  const guarded = (work: () => Promise<void>) => () => {
    work().catch((error: unknown) => {
      announce(say('cannotCopy', error instanceof Error ? error.message : String(error)));
    });
  };
  return [
    { label: say('saveSvg'), run: guarded(() => saveAll([diagram], styling, 'svg')) },
    ...TIMES.map((times) => ({
      label: times === 1 ? say('savePng') : say('savePngTimes', times),
      run: guarded(() => saveAll([diagram], styling, 'png', times)),
    })),
    {
      label: say('copySvg'),
      run: guarded(async () => {
        copyText(await svgFile(diagram, styling));
      }),
    },
    { label: say('copyPng'), run: guarded(() => copyPicture(diagram, styling)) },
    {
      label: say('copySource'),
      run: () => {
        copyText(diagram.source);
      },
    },
  ];
}

/** Sends diagrams to the host, which asks where to save them. One that cannot be drawn is left out and told of. */
export async function saveAll(
  diagrams: readonly Exported[],
  styling: Styling,
  kind: 'svg' | 'png',
  times = 1,
): Promise<void> {
  const files = [];
  const leftOut: string[] = [];
  for (const diagram of diagrams) {
    try {
      const svg = await svgFile(diagram, styling);
      const content = kind === 'svg' ? svg : await base64(await rasterise(svg, styling, times));
      files.push({ name: fileName(diagram.title), kind, content });
    } catch {
      leftOut.push(diagram.title);
    }
  }
  if (leftOut.length > 0) announce(say('cannotSave', leftOut.join(', ')));
  if (files.length > 0) post({ type: 'save', files });
}

/** An SVG that needs nothing else: text as SVG text, fonts by name, sizes in numbers. */
async function svgFile({ source }: Exported, { theme, maxTextSize }: Styling): Promise<string> {
  const style = { theme, maxTextSize, htmlLabels: false };
  const { svg } = await draw(source, style, ASKED, new AbortController().signal);
  const element = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const { width, height } = sizeOf(element);
  element.setAttribute('width', String(width));
  element.setAttribute('height', String(height));
  element.setAttribute('style', `background-color: ${theme.background};`);
  return new XMLSerializer().serializeToString(element);
}

function sizeOf(svg: Element): { width: number; height: number } {
  const [, , width = 800, height = 600] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  return { width: Math.ceil(width), height: Math.ceil(height) };
}

/** Browsers refuse pictures beyond this many pixels on a side. */
const LARGEST_SIDE = 16_384;

async function rasterise(svg: string, { theme }: Styling, times: number): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const scale = Math.min(times, LARGEST_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = theme.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('no picture'));
    }, 'image/png');
  });
}

async function copyPicture(diagram: Exported, styling: Styling): Promise<void> {
  // The clipboard takes the promise, so that the click still counts as its reason when the picture is ready.
  const picture = svgFile(diagram, styling).then((svg) => rasterise(svg, styling, 2));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  announce(say('copied'));
}

function copyText(text: string): void {
  post({ type: 'copy-text', text });
  announce(say('copied'));
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(parts.join(''));
}

function fileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return name === '' ? 'diagram' : name.slice(0, 60);
}
