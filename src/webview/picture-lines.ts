import type { DiagramGraph, GraphEdge } from '../diagrams/graph';
import { SourceLines } from '../diagrams/source-lines';

/**
 * The line of the source (1-based) that speaks of an element of a drawn diagram; 0 when it cannot be told. Mermaid
 * names what it draws in several ways, so each is tried, from the element outwards, and its words last.
 */
export function lineOf(
  target: Element,
  svg: Element,
  source: string,
  graph: DiagramGraph | undefined,
): number {
  for (let element: Element | null = target; element && element !== svg; element = element.parentElement) {
    const line = graph ? namedLine(element, svg, graph) : 0;
    if (line > 0) return line;
  }
  const group = target.closest('foreignObject, text, g');
  const words = group?.textContent.trim() ?? '';
  return words.length > 0 && words.length < 200 ? new SourceLines(source).ofText(words) : 0;
}

/** The drawn elements of what a line of the source speaks of: nodes and groups, else edges. */
export function elementsOn(line: number, svg: Element, graph: DiagramGraph): Element[] {
  const named = [...graph.nodes, ...graph.groups].filter((it) => it.line === line).map((it) => it.id);
  const nodes = [...svg.querySelectorAll(NODES)].filter((element) => {
    const name = nameOf(element);
    return name !== '' && named.some((id) => isNamed(name, id));
  });
  if (nodes.length > 0) return nodes;
  const messages = [...svg.querySelectorAll('.messageText')];
  const edges = graph.edges.filter((it) => it.line === line);
  if (messages.length > 0) return messages.filter((_, i) => graph.edges[i]?.line === line);
  return [...svg.querySelectorAll(EDGES)].filter((element) =>
    edges.some((edge) => isEdge(nameOf(element), edge)),
  );
}

const NODES = 'g.node, g.cluster, rect.actor, .classGroup, g[id*="entity-"], g[id*="service-"]';
const EDGES = 'path[data-id], path.relation, path.transition, path.flowchart-link';

/** The elements whose words contain a text, without case; the smallest ones only. */
export function elementsWith(words: string, svg: Element): Element[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return [...svg.querySelectorAll('foreignObject, text')].filter((it) =>
    it.textContent.toLowerCase().includes(wanted),
  );
}

function namedLine(element: Element, svg: Element, graph: DiagramGraph): number {
  if (element.matches('.messageText')) {
    return graph.edges[[...svg.querySelectorAll('.messageText')].indexOf(element)]?.line ?? 0;
  }
  const name = nameOf(element);
  if (name === '') return 0;
  const edge = graph.edges.find((it) => isEdge(name, it));
  if (edge) return edge.line;
  // The longest id that fits: `api` also fits the element of `api-2`.
  const fitting = [...graph.nodes, ...graph.groups].filter(({ id }) => isNamed(name, id));
  fitting.sort((a, b) => b.id.length - a.id.length);
  return fitting[0]?.line ?? 0;
}

/** `L_api_cache_0`, `id_Order_Gift_1` and the like name the edge from `api` to `cache`. */
function isEdge(name: string, { from, to }: GraphEdge): boolean {
  return new RegExp(`(?:L|id|edge)_${quote(from)}_${quote(to)}(?:_|$)`).test(name);
}

function nameOf(element: Element): string {
  const { id } = element;
  return element.getAttribute('data-id') ?? element.getAttribute('name') ?? id;
}

/** `flowchart-api-3`, `classId-api-0`, `entity-api-2`, `service-api` and `api` itself name the node `api`. */
function isNamed(name: string, id: string): boolean {
  if (name === id) return true;
  return new RegExp(
    `(?:^|-)(?:flowchart|classId|entity|state|service|group|actor)-${quote(id)}(?:-\\d+)?$`,
  ).test(name);
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
