import type { MermaidConfig } from 'mermaid';
import type { PageSettings } from '../preview/protocol';

/** The part of Mermaid's configuration that depends on VS Code's theme. Equal themes are equal as JSON. */
export interface Theme {
  readonly config: Pick<MermaidConfig, 'theme' | 'themeVariables' | 'fontFamily'>;
  /** The editor's background, `#rrggbb`. */
  readonly background: string;
}

/** Mermaid's names for colours, each with the VS Code colours it is taken from: the first that the theme has. */
const COLOURS: Readonly<Record<string, readonly string[]>> = {
  background: ['editor-background'],
  textColor: ['editor-foreground', 'foreground'],
  titleColor: ['editor-foreground', 'foreground'],
  lineColor: ['charts-lines', 'editor-foreground'],
  primaryColor: ['editorWidget-background', 'editor-background'],
  primaryTextColor: ['editorWidget-foreground', 'editor-foreground'],
  primaryBorderColor: ['contrastBorder', 'editorWidget-border', 'focusBorder'],
  mainBkg: ['editorWidget-background', 'editor-background'],
  nodeBorder: ['contrastBorder', 'charts-blue', 'focusBorder'],
  actorBorder: ['contrastBorder', 'charts-blue', 'focusBorder'],
  actorLineColor: ['charts-lines', 'editor-foreground'],
  secondaryColor: ['input-background', 'editorWidget-background'],
  secondaryTextColor: ['input-foreground', 'editor-foreground'],
  secondaryBorderColor: ['contrastBorder', 'input-border', 'editorWidget-border'],
  tertiaryColor: ['textBlockQuote-background', 'editor-background'],
  tertiaryTextColor: ['editor-foreground'],
  tertiaryBorderColor: ['contrastBorder', 'textBlockQuote-border', 'editorWidget-border'],
  clusterBkg: ['textBlockQuote-background', 'editor-background'],
  clusterBorder: ['contrastBorder', 'textBlockQuote-border', 'editorWidget-border'],
  archGroupBorderColor: ['contrastBorder', 'charts-lines', 'editor-foreground'],
  noteBkgColor: ['textBlockQuote-background', 'editorWidget-background'],
  noteTextColor: ['editor-foreground'],
  noteBorderColor: ['contrastBorder', 'textBlockQuote-border', 'editorWidget-border'],
  edgeLabelBackground: ['editor-background'],
  errorBkgColor: ['inputValidation-errorBackground'],
  errorTextColor: ['inputValidation-errorForeground', 'errorForeground'],
  activationBkgColor: ['input-background', 'editorWidget-background'],
  activationBorderColor: ['contrastBorder', 'charts-lines', 'editor-foreground'],
  loopTextColor: ['editor-foreground'],
};

const SERIES = [
  'charts-blue',
  'charts-green',
  'charts-orange',
  'charts-purple',
  'charts-red',
  'charts-yellow',
];

/** Mermaid's theme for the colours VS Code shows now. */
export function currentTheme(settings: PageSettings): Theme {
  const light = document.body.matches('.vscode-light, .vscode-high-contrast-light');
  const contrast = document.body.matches('.vscode-high-contrast, .vscode-high-contrast-light');
  const chosen = light ? settings.lightTheme : settings.darkTheme;
  const style = getComputedStyle(document.documentElement);
  const fontFamily = style.getPropertyValue('--vscode-font-family').trim() || 'sans-serif';
  // A fixed theme would undo high contrast.
  const background = overBackground('transparent', style) ?? '#ffffff';
  if (chosen !== 'vscode' && !contrast) return { config: { theme: chosen, fontFamily }, background };
  const colours: Record<string, string> = {};
  const set = (name: string, candidates: readonly string[]): void => {
    const colour = candidates
      .map((it) => style.getPropertyValue(`--vscode-${it}`).trim())
      .find((it) => it !== '');
    const opaque = colour === undefined ? undefined : overBackground(colour, style);
    if (opaque !== undefined) colours[name] = opaque;
  };
  for (const [name, candidates] of Object.entries(COLOURS)) set(name, candidates);
  SERIES.forEach((colour, i) => {
    set(`pie${String(i + 1)}`, [colour]);
    set(`cScale${String(i)}`, [colour]);
    const shown = colours[`cScale${String(i)}`];
    if (shown !== undefined) colours[`cScaleLabel${String(i)}`] = readableOn(shown);
  });
  const series = SERIES.map((_, i) => colours[`cScale${String(i)}`]).filter((it) => it !== undefined);
  const xyChart = { plotColorPalette: series.join(', ') };
  const themeVariables = { ...colours, xyChart, darkMode: !light, fontFamily, fontSize: '14px' };
  return { config: { theme: 'base', themeVariables, fontFamily }, background };
}

/** Black or white, whichever is easier to read on a colour (#rrggbb). */
function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#000000' : '#ffffff';
}

/** Calls back when VS Code's theme may have changed. */
export function onThemeChange(listener: () => void): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}

/** Mermaid reckons with colours and knows no transparency: mixes a colour with the editor's background. */
function overBackground(colour: string, style: CSSStyleDeclaration): string | undefined {
  const top = channels(colour);
  if (!top) return undefined;
  const base = channels(style.getPropertyValue('--vscode-editor-background').trim()) ?? [0, 0, 0, 1];
  const mixed = top.slice(0, 3).map((value, i) => Math.round(value * top[3] + (base[i] ?? 0) * (1 - top[3])));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

let pixel: CanvasRenderingContext2D | null | undefined;

/** Red, green, blue (0 to 255) and alpha (0 to 1) of any CSS colour; undefined when it is none. */
function channels(colour: string): [number, number, number, number] | undefined {
  if (colour === '' || !CSS.supports('color', colour)) return undefined;
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) return undefined;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
