import type { DiagramGraph, GraphKind } from '../diagrams/graph';
import type { StringKey } from '../preview/string-keys';
import { say } from './strings';

const KINDS: Readonly<Record<GraphKind, StringKey>> = {
  flowchart: 'kindFlowchart',
  sequence: 'kindSequence',
  class: 'kindClass',
  state: 'kindState',
  entity: 'kindEntity',
  c4: 'kindC4',
  architecture: 'kindArchitecture',
  block: 'kindBlock',
  requirement: 'kindRequirement',
  gantt: 'kindGantt',
  timeline: 'kindTimeline',
  journey: 'kindJourney',
  commits: 'kindCommits',
  mindmap: 'kindMindmap',
  kanban: 'kindKanban',
  pie: 'kindPie',
  quadrant: 'kindQuadrant',
  xy: 'kindXy',
  sankey: 'kindSankey',
  packet: 'kindPacket',
  radar: 'kindRadar',
  treemap: 'kindTreemap',
  tree: 'kindTree',
  other: 'kindOther',
};

/** A kind of diagram in words. */
export function kindInWords(kind: GraphKind): string {
  return say(KINDS[kind]);
}

/** One sentence or entry of a diagram's text alternative, with the line of the source it tells of (0 for none). */
export interface Told {
  readonly text: string;
  readonly line: number;
}

/** A diagram's nodes, groups and edges in words. */
export function inWords(graph: DiagramGraph): {
  readonly parts: readonly Told[];
  readonly edges: readonly Told[];
} {
  const labels = new Map([...graph.nodes, ...graph.groups].map(({ id, label }) => [id, label]));
  const name = (id: string): string => labels.get(id) ?? id;
  return {
    parts: [...graph.groups, ...graph.nodes].map(({ label, line }) => ({ text: label, line })),
    edges: graph.edges.map(({ from, to, label, line }) => ({
      text:
        label === ''
          ? say('wordsEdge', name(from), name(to))
          : say('wordsLabelledEdge', name(from), name(to), label),
      line,
    })),
  };
}
