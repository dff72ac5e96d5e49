/** What `designDocs.folder` is when nobody has set it. */
export const DEFAULT_FOLDER = 'docs/design';

/**
 * The folder setting as a path relative to the workspace folder, with `/` between names and no `.` or `..` in it;
 * empty for the workspace folder itself. Undefined when it is absolute or leads out of the workspace folder.
 */
export function folderInWorkspace(setting: string): string | undefined {
  const path = setting.trim().replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('~')) return undefined;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join('/');
}
