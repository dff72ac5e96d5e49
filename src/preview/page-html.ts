import { Uri, env, type Webview } from 'vscode';

/**
 * The page's HTML. It holds no data: the page asks for all of it by message.
 *
 * @param first files of the page's folder that it will ask for at once
 */
export function pageHtml(webview: Webview, folder: Uri, title: string, first: readonly string[]): string {
  const nonce = randomNonce();
  const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' ${webview.cspSource}`,
    // Mermaid writes a <style> element and style attributes into each SVG it draws.
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    // A diagram becomes a PNG by way of a data: address.
    `img-src data:`,
  ].join('; ');
  const preloads = first.map((name) => `<link rel="modulepreload" href="${address(name)}">`);
  return `<!DOCTYPE html>
<html lang="${escape(env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${address('main.css')}">
${preloads.join('\n')}
</head>
<body>
<main>
<h1 class="unseen">${escape(title)}</h1>
<div id="tabs" role="tablist"></div>
<div id="panes">
<section id="diagrams" class="pane"></section>
<div id="divider" role="separator" aria-orientation="vertical" tabindex="0"></div>
<section id="notes" class="pane"></section>
</div>
</main>
<div id="live" role="status"></div>
<script type="module" nonce="${nonce}" src="${address('main.js')}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
