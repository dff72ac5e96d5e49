import type { DiagramGraph } from '../diagrams/graph';
import { SourceLines } from '../diagrams/source-lines';

/**
 * The line of the source (1-based) that speaks of an element of a drawn diagram; 0 when it cannot be told. Mermaid
 * names what it draws in several ways, so each is tried, from the element outwards, and its words last.
 */
export function lineOf(target: Element, svg: Element, source: string, graph: DiagramGraph | undefined): number {
  for (let element: Element | null = target; element && element !== svg; element = element.parentElement) {
    const line = graph ? namedLine(element, svg, graph) : 0;
    if (line > 0) return line;
  }
  const group = target.closest('foreignObject, text, g');
  const words = group?.textContent.trim() ?? '';
  return words.length > 0 && words.length < 200 ? new SourceLines(source).ofText(words) : 0;
}

/** The drawn elements of what a line of the source speaks of. */
export function elementsOn(line: number, svg: Element, graph: DiagramGraph): Element[] {
  const named = [...graph.nodes, ...graph.groups].filter((it) => it.line === line).map((it) => it.id);
  const found = [...svg.querySelectorAll('g.node, g.cluster, rect.actor, .classGroup, g[id*="entity-"], g[id*="service-"]')];
  return found.filter((element) => {
    const name = nameOf(element);
    return name !== '' && named.some((id) => isNamed(name, id));
  });
}

/** The elements whose words contain a text, without case; the smallest ones only. */
export function elementsWith(words: string, svg: Element): Element[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return [...svg.querySelectorAll('foreignObject, text')].filter((it) => it.textContent.toLowerCase().includes(wanted));
}

function namedLine(element: Element, svg: Element, graph: DiagramGraph): number {
  if (element.matches('.messageText')) {
    return graph.edges[[...svg.querySelectorAll('.messageText')].indexOf(element)]?.line ?? 0;
  }
  const name = nameOf(element);
  if (name === '') return 0;
  const edge = graph.edges.find(({ from, to }) => new RegExp(`(?:L|id|edge)_${quote(from)}_${quote(to)}(?:_|$)`).test(name));
  if (edge) return edge.line;
  // The longest id that fits: `api` also fits the element of `api-2`.
  const fitting = [...graph.nodes, ...graph.groups].filter(({ id }) => isNamed(name, id));
  fitting.sort((a, b) => b.id.length - a.id.length);
  return fitting[0]?.line ?? 0;
}

function nameOf(element: Element): string {
  const { id } = element;
  return element.getAttribute('data-id') ?? element.getAttribute('name') ?? id;
}

/** `flowchart-api-3`, `classId-api-0`, `entity-api-2`, `service-api` and `api` itself name the node `api`. */
function isNamed(name: string, id: string): boolean {
  if (name === id) return true;
  return new RegExp(`(?:^|-)(?:flowchart|classId|entity|state|service|group|actor)-${quote(id)}(?:-\\d+)?$`).test(name);
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
