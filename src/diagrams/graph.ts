import { SourceLines } from './source-lines';

/** Kinds that people know by name; all others are `other`. */
export type GraphKind =
  | 'flowchart'
  | 'sequence'
  | 'class'
  | 'state'
  | 'entity'
  | 'c4'
  | 'architecture'
  | 'block'
  | 'requirement'
  | 'gantt'
  | 'timeline'
  | 'journey'
  | 'commits'
  | 'mindmap'
  | 'kanban'
  | 'pie'
  | 'quadrant'
  | 'xy'
  | 'sankey'
  | 'packet'
  | 'radar'
  | 'treemap'
  | 'tree'
  | 'other';

export interface GraphNode {
  readonly id: string;
  /** As a person reads it. */
  readonly label: string;
  /** 1-based line of the source that says what it is; 0 when it is nowhere to be found. */
  readonly line: number;
}

export interface GraphEdge {
  /** Ids of nodes or groups. */
  readonly from: string;
  readonly to: string;
  /** Empty when it has none. */
  readonly label: string;
  /** 1-based line of the source; 0 when it is nowhere to be found. */
  readonly line: number;
}

/** What a diagram shows, as far as it has nodes and edges. */
export interface DiagramGraph {
  readonly kind: GraphKind;
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The kind by Mermaid's own name for it. */
export function graphKind(mermaidType: string): GraphKind {
  const [, kind] = KINDS.find(([pattern]) => pattern.test(mermaidType)) ?? [];
  return kind ?? 'other';
}

const KINDS: readonly [RegExp, GraphKind][] = [
  [/^flowchart|^graph/, 'flowchart'],
  [/^sequence/, 'sequence'],
  [/^class/, 'class'],
  [/^state/, 'state'],
  [/^er/, 'entity'],
  [/^c4/, 'c4'],
  [/^architecture/, 'architecture'],
  [/^block/, 'block'],
  [/^requirement/, 'requirement'],
  [/^gantt/, 'gantt'],
  [/^timeline/, 'timeline'],
  [/^journey/, 'journey'],
  [/^gitGraph/, 'commits'],
  [/^mindmap/, 'mindmap'],
  [/^kanban/, 'kanban'],
  [/^pie/, 'pie'],
  [/^quadrant/, 'quadrant'],
  [/^xychart/, 'xy'],
  [/^sankey/, 'sankey'],
  [/^packet/, 'packet'],
  [/^radar/, 'radar'],
  [/^treemap/, 'treemap'],
  [/^treeView/, 'tree'],
];

/** Mermaid's databases of parsed diagrams have no type of their own: they are asked, never trusted. */
type Thing = Readonly<Record<string, unknown>>;

/** Reads nodes, groups and edges from what Mermaid parsed. Never throws for a database it does not know. */
export function readGraph(mermaidType: string, database: unknown, source: string): DiagramGraph {
  const kind = graphKind(mermaidType);
  const all = (...getters: readonly string[]): Thing[] => getters.flatMap((getter) => ask(database, getter));
  const lines = new SourceLines(source);
  const nodes = all('getVertices', 'getActors', 'getStates', 'getEntities', 'getC4ShapeArray', 'getServices')
    .concat(kind === 'class' ? all('getClasses') : [])
    .filter((it) => !/_(?:start|end)\d*$/.test(text(it['id'])));
  const groups = all('getSubGraphs', 'getBoundaries', 'getGroups').filter((it) => it['alias'] !== 'global');
  const edges = all('getEdges', 'getRelations', 'getRelationships', 'getRels', 'getMessages');
  const entities = new Map(all('getEntities').map((it) => [text(it['id']), text(it['label'])]));
  const title = [call(database, 'getDiagramTitle'), call(database, 'getAccTitle')]
    .map(text)
    .find((it) => it !== '');
  return {
    kind,
    title: title ?? '',
    nodes: nodes.map((it) => node(it, lines)),
    groups: groups.map((it) => node(it, lines)),
    edges: edges.map((it) => edge(it, entities, lines)).filter((it) => it !== undefined),
  };
}

function node(it: Thing, lines: SourceLines): GraphNode {
  const id = first(it, 'alias', 'name', 'id');
  const entity = text(it['id']).startsWith('entity-') ? text(it['label']) : '';
  const name = entity === '' ? id : entity;
  const label = plain(first(it, 'text', 'title', 'description', 'label')) || text(it['alias']) || name;
  return { id: name, label: entity === '' ? label : text(it['alias']) || entity, line: lines.ofNode(name) };
}

function edge(it: Thing, entities: ReadonlyMap<string, string>, lines: SourceLines): GraphEdge | undefined {
  const end = (...keys: readonly string[]): string => {
    const id = first(it, ...keys);
    return entities.get(id) ?? id;
  };
  const from = end('start', 'from', 'id1', 'entityA', 'lhsId');
  const to = end('end', 'to', 'id2', 'entityB', 'rhsId');
  // Notes stand in the list of a sequence's messages, with a placement and both ends the same.
  if (from === '' || to === '' || it['placement'] !== undefined) return undefined;
  const label = plain(first(it, 'text', 'message', 'relationTitle', 'title', 'roleA', 'label'));
  return { from, to, label, line: lines.ofEdge(from, to, label) };
}

function ask(database: unknown, getter: string): Thing[] {
  const answer = call(database, getter);
  const list: unknown[] =
    answer instanceof Map
      ? [...answer.values()]
      : Array.isArray(answer)
        ? answer
        : isThing(answer)
          ? Object.values(answer)
          : [];
  return list.filter(isThing);
}

function call(database: unknown, getter: string): unknown {
  const method = isThing(database) ? database[getter] : undefined;
  return typeof method === 'function' ? (method.call(database) as unknown) : undefined;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null;
}

function first(it: Thing, ...keys: readonly string[]): string {
  return keys.map((key) => text(it[key])).find((found) => found !== '') ?? '';
}

/** Texts are plain strings in most databases and `{ text }` in that of C4. */
function text(value: unknown): string {
  if (typeof value === 'string') return value === 'none' ? '' : value;
  return isThing(value) && typeof value['text'] === 'string' ? value['text'] : '';
}

/** A label without tags, entities and Markdown marks. */
function plain(label: string): string {
  return label
    .replace(/<[^>]*>/g, ' ')
    .replace(/[`*"]/g, '')
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/ﬂ°(\w+)¶ß/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ' };
