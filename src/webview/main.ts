import type { PageSettings, ToPage } from '../preview/protocol';
import { announce } from './announce';
import { DiagramsPane } from './diagrams-pane';
import { byId } from './dom';
import { loadMermaid } from './drawing';
import { FindingsList } from './findings-list';
import { onMessage, post, remember, remembered } from './host';
import { setUpLayout } from './layout';
import { NotesPane } from './notes-pane';
import { say, setStrings } from './strings';
import { currentTheme, onThemeChange } from './theme';
import './style.css';

/** The page after the host has sent its texts and settings. */
class Page {
  private readonly diagrams: DiagramsPane;
  private readonly findings: FindingsList;
  private readonly notes: NotesPane;
  private readonly showTab: ReturnType<typeof setUpLayout>;
  private uri = '';

  constructor(private settings: PageSettings) {
    this.showTab = setUpLayout();
    const notes = byId('notes');
    byId('diagrams').setAttribute('aria-label', say('diagrams'));
    notes.setAttribute('aria-label', say('notes'));
    this.diagrams = new DiagramsPane(byId('diagrams'), settings);
    this.findings = new FindingsList(notes);
    this.notes = new NotesPane(notes, () => {
      const { maxTextSize, mouse } = this.settings;
      return { theme: currentTheme(this.settings), maxTextSize, mouse };
    });
    onThemeChange(() => {
      this.notes.restyle();
    });
  }

  take(message: ToPage): void {
    switch (message.type) {
      case 'doc': {
        const first = this.uri === '';
        const again = remembered().uri === message.uri;
        this.uri = message.uri;
        if (!again) remember({ uri: message.uri, scroll: 0 });
        this.diagrams.show(message.diagrams);
        if (first && again) this.diagrams.restoreScroll();
        break;
      }
      case 'settings':
        this.settings = message.settings;
        this.diagrams.setSettings(message.settings);
        this.notes.restyle();
        break;
      case 'findings':
        this.findings.show(message.findings);
        break;
      case 'cursor':
        this.diagrams.setCursor(message.line);
        break;
      case 'near':
        this.notes.setNear(message.notes);
        break;
      case 'found':
        this.notes.setFound(message.query, message.notes);
        break;
      case 'note':
        this.notes.setNote(message.note);
        break;
      case 'show-note':
        this.showTab('notes');
        this.notes.visit(message.id);
        break;
      case 'said':
        announce(message.message);
        break;
      case 'set-up':
        break;
    }
  }
}

let page: Page | undefined;
onMessage((message) => {
  if (message.type === 'set-up' && !page) {
    setStrings(message.strings);
    page = new Page(message.settings);
  } else {
    page?.take(message);
  }
});

const failed = (reason: unknown): void => {
  post({
    type: 'failed',
    message: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
  });
};
window.addEventListener('error', ({ error, message }) => {
  failed(error ?? message);
});
window.addEventListener('unhandledrejection', ({ reason }) => {
  failed(reason);
});
post({ type: 'ready' });
// Most documents that are opened here have diagrams: Mermaid comes while the host answers. Its kinds come when used.
void loadMermaid();
