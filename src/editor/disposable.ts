import type { Disposable } from 'vscode';

/** Something that lets go of what it has registered when it is disposed. */
export abstract class DisposableStore implements Disposable {
  private readonly owned = new Set<Disposable>();

  /** Takes ownership of a disposable in the expression that makes it. */
  protected register<T extends Disposable>(disposable: T): T {
    this.owned.add(disposable);
    return disposable;
  }

  dispose(): void {
    for (const disposable of this.owned) disposable.dispose();
    this.owned.clear();
  }
}
