import {
  CancellationTokenSource,
  commands,
  type Disposable,
  env,
  type TextDocument,
  type TextEditor,
  Uri,
  type Webview,
  window,
  workspace,
} from 'vscode';
import type { HostApi, PanelApi, PanelSource, PanelState } from '../../../protocol/panel';
import type { EvaluateAnswer } from '../../../protocol/requests';
import { createPeer, type Implementation } from '../../../protocol/rpc';
import type { StudyView } from '../../../protocol/studyView';
import { commandNames } from '../commands/names';
import type { Evaluator, Question } from '../connection/evaluate';
import type { Failures } from '../failures';
import {
  decimalComma,
  displayLanguage,
  followsSelection,
  notationName,
  significantDigits,
} from '../settings';
import { evaluateSubject, type Subject, settledSubject, textOf } from '../subject';
import { moved } from '../text/spans';
import { createDelay } from './delay';
import { revealSpan } from './editors';
import { subjectAtCursor } from './follow';
import { panelHtml, panelRoots } from './html';
import type { Remembered } from './memory';
import { type WrittenNumbers, writtenNumbers } from './writtenNumbers';

const followDelay = 150;
const editDelay = 200;

/** The shortest hover that there is: only whether there is one matters. */
const unasked: Question['hover'] = {
  theme: 'light',
  parts: { values: false, gradients: false, picture: false },
};

export interface PanelServices {
  readonly evaluator: Evaluator;
  readonly failures: Failures;
  readonly extensionUri: Uri;
  readonly isMac: boolean;
  copyResult(subject: Subject): Promise<void>;
}

/** What an editor panel and the side panel have in common for the one that drives a webview. */
export interface Surface {
  readonly kind: PanelState['surface'];
  readonly webview: Webview;
  isVisible(): boolean;
}

export interface PanelHost extends Disposable {
  readonly subject: Subject | null;
  /** `gradients`: the drawing begins with the gradients on its edges. */
  show(subject: Subject, answer: EvaluateAnswer, gradients: boolean): void;
  /** The surface came into view or left it. */
  visibilityChanged(): void;
}

/** What is shown, and the numbers in it that stand in the text. */
interface Shown {
  readonly study: StudyView;
  readonly source: PanelSource;
  readonly numbers: WrittenNumbers;
}

/**
 * Ties one webview to the text: shows the study of a subject, keeps it up to date while the text is
 * edited, follows the selection, and leads from the drawing back to the number in the text.
 */
export function createPanelHost(
  services: PanelServices,
  surface: Surface,
  remembered: Remembered,
): PanelHost {
  const { evaluator, failures, extensionUri } = services;
  let subject = remembered.subject;
  let shown: Shown | null = null;
  let lastGood: StudyView | null = null;
  let stale = false;
  let cursor: number | null = null;
  let gradientsAsked = 0;
  let follow = remembered.follow ?? followsSelection();
  let pinned = remembered.pinned;
  let ready = false;
  let running: CancellationTokenSource | undefined;
  const following = createDelay(followDelay);
  const editing = createDelay(editDelay);

  const api: Implementation<HostApi> = {
    async ready() {
      ready = true;
      if (subject !== null && (shown === null || stale)) void refresh();
      else if (subject === null) followNow(window.activeTextEditor);
      return state();
    },
    async reveal(start, end) {
      if (subject?.kind === 'document')
        await revealSpan(subject.document, { offset: start, length: end - start });
      else if (shown !== null)
        await revealSpan(Uri.parse(shown.source.uri), { offset: start, length: end - start });
    },
    async detail(question, call) {
      if (subject === null) return null;
      const source = new CancellationTokenSource();
      call.onCancelled(() => source.cancel());
      try {
        const answer = await evaluateSubject(evaluator, subject, { detail: question }, source.token);
        return answer?.detail ?? null;
      } finally {
        source.dispose();
      }
    },
    async setFollow(value) {
      follow = value;
      send();
      if (follow) followNow(window.activeTextEditor);
    },
    async setPinned(value) {
      pinned = value;
      send();
      if (!pinned) followNow(window.activeTextEditor);
    },
    async copy(text) {
      await env.clipboard.writeText(text);
    },
    async copyResult() {
      if (subject !== null) await services.copyResult(subject);
    },
    async applyDescentStep() {
      if (subject?.kind !== 'document') return;
      const [range] = subject.selections;
      const argument = { uri: subject.document.uri, ...(range === undefined ? {} : { range }), show: true };
      await commands.executeCommand(commandNames.applyDescentStep, argument);
    },
    async tryExample(content) {
      const document = await workspace.openTextDocument({ content, language: 'jsonc' });
      await window.showTextDocument(document, { viewColumn: columnForText(), preserveFocus: true });
      await evaluate({ kind: 'document', document, selections: [], as: 'auto' }, false);
    },
    async openExample() {
      await commands.executeCommand(commandNames.openExample);
    },
    async reportError(message) {
      failures.report(new Error(message));
    },
  };

  surface.webview.options = { enableScripts: true, localResourceRoots: panelRoots(extensionUri) };
  const listeners: Disposable[] = [];
  const peer = createPeer<HostApi, PanelApi>(
    {
      post: (message) => surface.webview.postMessage(message),
      listen: (listener) => listeners.push(surface.webview.onDidReceiveMessage(listener)),
    },
    api,
  );
  surface.webview.html = panelHtml(surface.webview, extensionUri);

  function state(): PanelState {
    return {
      surface: surface.kind,
      study: shown?.study ?? null,
      source: shown?.source ?? null,
      as: subject?.as ?? 'auto',
      stale,
      lastGood: shown?.study.kind === 'error' ? lastGood : null,
      cursor,
      gradientsAsked,
      follow,
      pinned,
      digits: significantDigits(),
      decimalComma: decimalComma(),
      notation: notationName(),
      language: displayLanguage(),
      platform: services.isMac ? 'mac' : 'other',
    };
  }

  /**
   * Nobody waits for the answer: a page that is hidden, moved or reloaded meanwhile gives none, and
   * makes up for it by calling `ready` when it is there again.
   */
  function send(): void {
    if (ready && surface.isVisible()) peer.remote.setState(state()).catch(() => undefined);
  }

  function accept(asked: Subject, answer: EvaluateAnswer): void {
    if (answer.view === undefined) return;
    const text = textOf(asked);
    const uri = text.uri.toString();
    if (shown?.source.uri !== uri) lastGood = null;
    if (answer.view.kind !== 'error') lastGood = answer.view;
    subject = settledSubject(asked, answer);
    shown = {
      study: answer.view,
      source: { uri, name: nameOf(text.uri), ...cellOf(uri), version: text.version },
      numbers: writtenNumbers(answer.view),
    };
    stale = false;
    cursor = cursorIn(window.activeTextEditor);
  }

  /** Takes over what was asked, unless nobody asked for it by a command and nothing is there. */
  async function evaluate(asked: Subject, onlyAround: boolean): Promise<void> {
    running?.cancel();
    const source = new CancellationTokenSource();
    running = source;
    try {
      const before = textOf(asked).version;
      const answer = await evaluateSubject(
        evaluator,
        asked,
        onlyAround ? { view: true, onlyAround, hover: unasked } : { view: true },
        source.token,
      );
      if (source.token.isCancellationRequested) return;
      // What a hover would be silent about is nothing to show unasked either.
      if (answer === null || (onlyAround && (answer.hover === null || isFragment(asked, answer)))) {
        moveCursor(window.activeTextEditor);
        return;
      }
      // Newer text has its own evaluation under way.
      if (textOf(asked).version !== before) return;
      accept(asked, answer);
      send();
    } catch (reason) {
      if (!source.token.isCancellationRequested) failures.report(reason);
    } finally {
      source.dispose();
    }
  }

  /** A selection on its way over a network reads as a broken one: no reason to take the whole one away. */
  function isFragment(asked: Subject, answer: EvaluateAnswer): boolean {
    return shown !== null && answer.view?.kind === 'error' && asked.selections.length > 0;
  }

  async function refresh(): Promise<void> {
    if (subject !== null) await evaluate(subject, false);
  }

  function isShown(document: TextDocument): boolean {
    return shown?.source.uri === document.uri.toString() && shown.source.version === document.version;
  }

  /** The number at the cursor, where the cursor is in the text that is shown. */
  function cursorIn(editor: TextEditor | undefined): number | null {
    if (editor === undefined || shown === null || !isShown(editor.document)) return null;
    return shown.numbers.at(editor.document.offsetAt(editor.selection.active))?.offset ?? null;
  }

  function moveCursor(editor: TextEditor | undefined): void {
    const at = cursorIn(editor);
    if (at === cursor) return;
    cursor = at;
    if (ready && surface.isVisible()) peer.remote.setCursor(at).catch(() => undefined);
  }

  function followNow(editor: TextEditor | undefined): void {
    if (editor === undefined || !surface.isVisible()) return;
    const next = subjectAtCursor(editor, isShown(editor.document) ? shown : null);
    if (next === 'inside') following.cancel();
    if (next === 'inside' || next === null || !follow || pinned) {
      moveCursor(editor);
      return;
    }
    following.start(() => void evaluate(next, true));
  }

  function textChanged(document: TextDocument, changes: Parameters<typeof moved>[1]): void {
    if (changes.length === 0 || subject?.kind !== 'document' || subject.document !== document) return;
    subject = { ...subject, selections: subject.selections.map((span) => moved(span, changes)) };
    running?.cancel();
    if (!stale) {
      stale = true;
      send();
    }
    if (surface.isVisible()) editing.start(() => void refresh());
  }

  listeners.push(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) followNow(textEditor);
    }),
    window.onDidChangeActiveTextEditor(followNow),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
      textChanged(document, contentChanges),
    ),
    workspace.onDidChangeConfiguration((event) => {
      if (
        ['nabla.digits', 'nabla.decimalComma', 'nabla.kinks', 'nabla.notation'].some((key) =>
          event.affectsConfiguration(key),
        )
      )
        void refresh();
      if (!event.affectsConfiguration('nabla.panel.followSelection')) return;
      follow = followsSelection();
      send();
    }),
  );

  return {
    get subject() {
      return subject;
    },
    show(asked, answer, gradients) {
      if (gradients) gradientsAsked += 1;
      running?.cancel();
      following.cancel();
      editing.cancel();
      accept(asked, answer);
      send();
    },
    visibilityChanged() {
      if (!surface.isVisible()) return;
      send();
      if (stale) void refresh();
    },
    dispose() {
      running?.cancel();
      following.cancel();
      editing.cancel();
      peer.dispose();
      for (const listener of listeners) listener.dispose();
    },
  };
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1) || uri.toString();
}

/** Lines of a notebook are counted in each cell: which one belongs to their place. */
function cellOf(uri: string): Pick<PanelSource, 'cell'> {
  const cells = workspace.notebookDocuments.flatMap((notebook) => notebook.getCells());
  const cell = cells.find(({ document }) => document.uri.toString() === uri);
  return cell === undefined ? {} : { cell: cell.index + 1 };
}

function columnForText() {
  return window.visibleTextEditors[0]?.viewColumn;
}
