/** The icons in use; their glyphs are in the codicon font, their code points in style.css. */
export type Icon =
  | 'zoom-in'
  | 'zoom-out'
  | 'screen-full'
  | 'fit'
  | 'export'
  | 'follow'
  | 'search'
  | 'arrow-left'
  | 'arrow-right'
  | 'library'
  | 'pin'
  | 'copy'
  | 'go-to-file'
  | 'error'
  | 'warning'
  | 'info';

/** An icon that a screen reader passes over. */
export function codicon(icon: Icon): HTMLElement {
  const element = document.createElement('span');
  element.className = `codicon codicon-${icon}`;
  element.setAttribute('aria-hidden', 'true');
  return element;
}
