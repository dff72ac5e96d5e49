/** The names of the page's texts. */
export const STRING_KEYS = [
  'diagrams', 'notes', 'filterDiagrams', 'noDiagrams', 'noMatch', 'follow', 'exportAll', 'exportAs', 'saveSvg',
  'savePng', 'savePngTimes', 'copySvg', 'copyPng', 'copySource', 'copied', 'cannotCopy', 'zoomIn', 'zoomOut', 'fit',
  'fullPanel', 'endFullPanel', 'findNode', 'found', 'nothingFound', 'inWords', 'stage', 'goToLine', 'drawing',
  'cannotDraw', 'lastGood', 'tooLarge', 'untitled', 'diagramOf', 'numbered', 'kindFlowchart', 'kindSequence',
  'kindClass', 'kindState', 'kindEntity', 'kindC4', 'kindArchitecture', 'kindOther', 'wordsNodes', 'wordsGroups',
  'wordsEdge', 'wordsLabelledEdge', 'missing', 'missingNothing', 'searchNotes', 'nearCursor', 'allNotes',
  'searchResults', 'back', 'forward', 'browse', 'pin', 'insertDiagram', 'insertTradeOffs', 'insertStub', 'openFile',
  'copyNote', 'noNotes', 'divider',
] as const;

export type StringKey = (typeof STRING_KEYS)[number];
