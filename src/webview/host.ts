import { readState, readToPage, type PageState, type ToHost, type ToPage } from '../preview/protocol';

interface VsCode {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
let state = readState(vscode.getState());

/** Sends a message to the extension. */
export function post(message: ToHost): void {
  vscode.postMessage(message);
}

/** Calls back with every message of the extension that is well formed. */
export function onMessage(listener: (message: ToPage) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readToPage(event.data);
    if (message) listener(message);
  });
}

/** What the page remembers over a reload and a hidden tab. */
export function remembered(): PageState {
  return state;
}

/** Changes a part of what the page remembers. */
export function remember(change: Partial<PageState>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}
