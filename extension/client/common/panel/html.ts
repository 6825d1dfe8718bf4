import { env, Uri, type Webview } from 'vscode';
import { displayLanguage } from '../settings';

/** The page of both surfaces. Nothing is fetched but the two files of ours and their fonts. */
export function panelHtml(webview: Webview, extensionUri: Uri): string {
  const dist = (file: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', file)).toString();
  const nonce = createNonce();
  // The words first: the panel takes them when it begins.
  const scripts = [...(displayLanguage() === 'fr' ? ['words.fr.js'] : []), 'webview.js'];
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${dist('webview.css')}">
<title>Nabla</title>
</head>
<body>
<div id="root"></div>
${scripts.map((file) => `<script nonce="${nonce}" src="${dist(file)}"></script>`).join('\n')}
</body>
</html>`;
}

/** What the panel's page may load. */
export function panelRoots(extensionUri: Uri): readonly Uri[] {
  return [Uri.joinPath(extensionUri, 'dist'), Uri.joinPath(extensionUri, 'media')];
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
