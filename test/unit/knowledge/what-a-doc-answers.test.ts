import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { readDoc } from '../../../src/knowledge/read-doc';
import type { Reading } from '../../../src/knowledge/reading';
import { KNOWLEDGE } from './shipped';

/** A doc of ordinary length that says nothing of quality. */
const AROUND = [
  'The catalogue lists products by shelf, by season and by maker.',
  'A product has a name, a picture and a short text.',
  'Editors sort the shelves by hand once a week.',
  'The home page shows twelve products of the season.',
  'Makers send their texts by letter.',
  'A shelf may be empty in winter.',
].join('\n\n');

function reading(text: string): Reading {
  return readDoc(parseDesignDoc(`# Product catalogue\n\n## Design\n\n${AROUND}\n\n${text}\n`), KNOWLEDGE);
}

function concern(id: string, text: string): string {
  return reading(text).concern(id).answer;
}

describe('a concern is answered', () => {
  it.each([
    ['fault-tolerance', 'If the leader crashes, the follower replays the log and carries on.'],
    [
      'fault-tolerance',
      'A failed call is retried three times with exponential backoff, then it goes to the dead-letter queue.',
    ],
    ['latency', 'The 99th percentile of response time stays below 200 ms, measured at the gateway.'],
    [
      'security',
      'Only editors may change a shelf: each request carries an OAuth token, whose role the server checks.',
    ],
    [
      'observability',
      'The service exposes Prometheus metrics, and an alert pages the operator when the error rate exceeds 2 %.',
    ],
    [
      'scalability',
      'The table is sharded by maker, so that it can grow horizontally to 40 million products.',
    ],
    [
      'durability',
      'A backup is taken daily to another region and kept for 30 days; restoring it loses at most one day of data.',
    ],
    [
      'consistency',
      'Two editors cannot overwrite each other: an optimistic lock on the version rejects the second concurrent write.',
    ],
  ])('%s: %s', (id, text) => {
    const read = reading(text);
    expect(read.concern(id).answer).toBe('answered');
    expect(read.doc.statements[read.concern(id).evidence]?.text).toBe(text);
  });

  it('by a dismissal that gives a reason', () => {
    const text =
      '## Security\n\nNot applicable, because the catalogue is public and nobody can change it from outside.';
    expect(concern('security', text)).toBe('answered');
  });
});

describe('a concern is not answered', () => {
  it.each([
    ['by nothing', ''],
    ['by a bare heading', '## Security'],
    ['by a TODO', '## Security\n\nTODO'],
    ['by a word for later', 'Security: TODO'],
    [
      'by a prompt still to be filled in',
      '## Security\n\n{Who} may {do what}; this is checked {where, by what} with OAuth tokens.',
    ],
    [
      'by an HTML comment',
      '## Security\n\n<!-- Say how requests are authenticated and encrypted with TLS. -->',
    ],
    [
      'by advice in italics',
      '## Security\n\n_Describe how requests are authenticated, which roles exist and what is encrypted._',
    ],
    ['by what somebody else said', '> Requests are authenticated with OAuth tokens and encrypted with TLS.'],
    ['by code', '```\nauthenticate(token); encrypt(secret);\n```'],
    ['by a table of contents', '- [Authentication with OAuth tokens and encryption](#authentication)'],
    ['by a bare "None"', '## Security\n\nNone.'],
  ])('%s', (_, text) => {
    expect(concern('security', text)).not.toBe('answered');
  });

  it('but touched when it is named', () => {
    expect(concern('security', '## Security\n\nTODO')).toBe('thin');
    expect(concern('security', '')).toBe('missing');
  });
});

describe('a part', () => {
  it('is found by its heading', () => {
    const read = reading(
      '## Alternatives considered\n\n### A paper catalogue\n\nToo slow to change, so we rejected it.',
    );
    expect(read.doc.sections[read.sectionOf('alternatives')]?.title).toBe('Alternatives considered');
    expect(read.part('alternatives').answer).toBe('answered');
    expect(read.sectionOf('rollout')).toBe(-1);
  });

  it.each([
    ['## Context\n\nOrders are late.\n\n## Goals\n\n- Orders are on time.', 'goals', 'Goals'],
    ['## Motivation\n\nOrders are late.\n\n## 2. Goals (draft)\n\n- On time.', 'goals', '2. Goals (draft)'],
    ['## Action log\n\nNone.\n\n## Open questions\n\n- Who pays?', 'open-questions', 'Open questions'],
    ['## Background\n\nOrders are late.\n\n## Objectives\n\n- On time.', 'goals', 'Objectives'],
  ])('is found by the heading that is its name before one that touches it: %s', (text, part, title) => {
    const read = reading(text);
    expect(read.doc.sections[read.sectionOf(part)]?.title).toBe(title);
  });

  it.each([
    [
      'alternatives',
      '## Alternatives\n\n- A finalizer on the pod: it also blocks deletion, which breaks StatefulSet updates.\n- A preStop hook: it knows nothing of the volume.',
    ],
    [
      'alternatives',
      '## Alternatives considered\n\n### Kafka\n\nNobody here has run it, and 20 events a second hardly call for a cluster of its own.',
    ],
    [
      'tradeoffs',
      '## Risks\n\n- More moving parts: a queue and a worker that have to be run, watched and paid for.',
    ],
  ])('%s is held by a section of its name that says something: %s', (part, text) => {
    const { answer, evidence } = reading(text).part(part);
    expect(answer).toBe('answered');
    expect(evidence).toBeGreaterThan(0);
  });

  it.each([
    ['hardly anything', '## Alternatives\n\nSee the ticket.'],
    [
      'only prompts',
      '## Alternatives\n\n{Which other way was considered, what speaks for it and why was it still not taken in the end?}',
    ],
    [
      'only what others said',
      '## Alternatives\n\n> One might keep the texts in a second table and join the two of them whenever somebody asks for a page.',
    ],
    [
      'things that are merely called alike',
      '## Alternative names\n\nA product may have a second name in another language, which the page shows below the first one in grey.',
    ],
  ])('alternatives are not held by a section that says %s', (_, text) => {
    expect(reading(text).part('alternatives').answer).not.toBe('answered');
  });

  it.each([
    ['goals', '## Quality requirements\n\nWords.'],
    ['goals', '## Non-requirements\n\nWords.'],
    ['alternatives', '## Optional metadata\n\nWords.'],
    ['alternatives', '## CLI options\n\nWords.'],
    ['data-model', '## Table of contents\n\nWords.'],
    ['rollout', '## Why use deployments instead of stateful sets\n\nWords.'],
  ])('%s has no section of its own in %s', (part, text) => {
    expect(reading(text).sectionOf(part)).toBe(-1);
  });

  it('has no section of its own in the title', () => {
    const read = readDoc(parseDesignDoc('# Testing the app\n\n## Design\n\nWords.\n'), KNOWLEDGE);
    expect(read.sectionOf('testing')).toBe(-1);
  });

  it.each([
    ['a Mermaid fence', '```mermaid\nflowchart LR\n  a --> b\n```'],
    ['boxes drawn in text', '```\n+-----+     +----+\n| app |---->| db |\n+-----+     +----+\n```'],
    ['a picture', '![flow](flow.png)'],
  ])('architecture is shown by %s', (_, text) => {
    expect(reading(text).part('architecture').answer).toBe('answered');
  });

  it.each([
    ['words', 'The architecture diagram is drawn later.'],
    ['a tree of files', '```\nsrc\n├── app\n└── lib\n```'],
    ['a badge', '![build](https://img.shields.io/build.svg)'],
  ])('architecture is not shown by %s', (_, text) => {
    expect(reading(text).part('architecture').answer).not.toBe('answered');
  });

  it('about numbers is answered by a figure with a unit', () => {
    expect(
      reading('Each picture is at most 2 MB, and a page must load within 800 ms.').part('capacity').answer,
    ).toBe('answered');
    expect(reading('It was decided on 2024-05-01 to use version 1.2.').part('capacity').answer).not.toBe(
      'answered',
    );
  });
});

it('asking about what no file describes is a mistake', () => {
  expect(() => reading('').concern('beauty')).toThrow('There is no concern `beauty`.');
  expect(() => reading('').part('prologue')).toThrow('There is no part `prologue`.');
});
