import { extensions, type Uri } from 'vscode';

/** The little of the Git extension's API, version 1, that is used here. */
interface GitApi {
  readonly repositories: readonly Repository[];
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** Milliseconds that Git may take; a new doc does not wait longer. */
const PATIENCE = 2000;

/**
 * The name that Git would put on a commit, from the Git extension; empty where there is none, as in a browser. Never
 * rejects: an author is easily written by hand.
 */
export async function gitAuthors(near: Uri | undefined): Promise<string[]> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE, ''));
  const name = await Promise.race([userName(near).catch(() => ''), late]);
  return name === '' ? [] : [name];
}

async function userName(near: Uri | undefined): Promise<string> {
  const git = extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!git) return '';
  const api = (await git.activate()).getAPI(1);
  const repository = (near && api.getRepository(near)) ?? api.repositories[0];
  if (!repository) return '';
  const own = await repository.getConfig('user.name').catch(() => '');
  return (own || (await repository.getGlobalConfig('user.name'))).trim();
}
