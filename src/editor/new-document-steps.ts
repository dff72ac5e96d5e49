import {
  QuickInputButtons,
  window,
  type InputBox,
  type InputBoxValidationMessage,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

/** The user went back to the step before. */
export const BACK = Symbol('back');

/** An answer, `BACK`, or undefined when the user gave up. */
export type Answer<T> = T | typeof BACK | undefined;

/** Where a step stands among the others; `step` is 1-based. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks one thing and keeps the answer to itself; true when there is one. */
export type Question = (place: Place) => Promise<Answer<true>>;

/** Asks questions in order, back and forth. False when the user gave up. */
export async function askInOrder(title: string, questions: readonly Question[]): Promise<boolean> {
  let at = 0;
  for (;;) {
    const question = questions[at];
    if (!question) return true;
    const answer = await question({ title, step: at + 1, totalSteps: questions.length });
    if (answer === undefined) return false;
    at += answer === BACK ? -1 : 1;
  }
}

/** A step that picks from a list; items that are still loading show as a progress bar. */
export async function askToPick<T extends QuickPickItem>(
  place: Place,
  placeholder: string,
  loading: Promise<readonly T[]>,
  isActive: (item: T) => boolean,
): Promise<Answer<T>> {
  const list = window.createQuickPick<T>();
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.busy = true;
  const shown = show(list, place, () => list.selectedItems[0]);
  try {
    const items = await Promise.race([loading, shown.then(() => undefined)]);
    if (items) {
      list.items = items;
      // Without one that was picked before, the list's first item stays the one that Enter takes.
      const active = items.find(isActive);
      if (active) list.activeItems = [active];
      list.busy = false;
    }
    return await shown;
  } finally {
    list.dispose();
  }
}

/** What a text step says about the text so far. */
export interface Verdict {
  /** What will come of the text. */
  readonly prompt: string;
  /** Keeps the text from being accepted, unless it is only a warning. */
  readonly validation?: InputBoxValidationMessage | string;
  readonly acceptable: boolean;
}

/** A step that asks for a text; `judge` is asked after every change and once more when the text is accepted. */
export async function askForText(
  place: Place,
  placeholder: string,
  value: string,
  judge: (text: string, accepting: boolean) => Verdict | Promise<Verdict>,
): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.placeholder = placeholder;
  box.value = value;
  const judged = async (accepting: boolean): Promise<boolean> => {
    const text = box.value;
    const { prompt, validation, acceptable } = await judge(text, accepting);
    // A verdict on a text that has changed since is of no interest.
    if (box.value !== text) return false;
    box.prompt = prompt;
    box.validationMessage = validation;
    return acceptable;
  };
  box.onDidChangeValue(() => void judged(false));
  // Shown before the first verdict is there: nobody who types on loses a letter.
  const shown = show(box, place, async () => ((await judged(true)) ? box.value : undefined));
  try {
    await judged(value !== '');
    return await shown;
  } finally {
    box.dispose();
  }
}

/** Shows an input until it is answered: `accepted` gives the answer, or undefined to go on asking. */
function show<T>(
  input: QuickPick<QuickPickItem> | InputBox,
  place: Place,
  accepted: () => T | undefined | Promise<T | undefined>,
): Promise<Answer<T>> {
  Object.assign(input, place);
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise((resolve, reject) => {
    input.onDidTriggerButton(() => {
      resolve(BACK);
    });
    input.onDidHide(() => {
      resolve(undefined);
    });
    input.onDidAccept(() => {
      Promise.resolve(accepted()).then((answer) => {
        if (answer !== undefined) resolve(answer);
      }, reject);
    });
    input.show();
  });
}
