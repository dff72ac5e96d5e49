import type { ExtensionContext } from 'vscode';
import { registerCompletion } from './editor/completion';
import { registerContextKey } from './editor/context-key';
import { createServices } from './editor/create-services';
import { registerDiagnostics } from './editor/diagnostics';
import { registerHover } from './editor/hover';
import { registerInsertBuildingBlock } from './editor/insert-building-block';
import { registerFindingHover } from './editor/finding-hover';
import { registerNewDocument } from './editor/new-document';
import { registerQuickFixes } from './editor/quick-fixes';
import { registerReview } from './editor/review-view';
import { registerPanel } from './preview/register';

/** Wires the features; the same code runs in the desktop, remote and web hosts. */
export function activate(context: ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(
    registerContextKey(services),
    registerDiagnostics(services),
    registerQuickFixes(services),
    registerReview(services),
    registerPanel(services),
    registerNewDocument(services),
    registerInsertBuildingBlock(services),
    registerCompletion(services),
    registerHover(services),
    registerFindingHover(services),
  );
}
