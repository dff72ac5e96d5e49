import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { recogniseSystem, systemOfTitle } from '../../../src/knowledge/recognise-system';
import { KNOWLEDGE } from './shipped';

/** Titles as people write them for a design of each system. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  'ad-click-aggregation': [
    'Ad Click Aggregation',
    'Design doc: ad click event aggregation',
    'RFC 31: Ad click aggregator for campaign billing',
  ],
  'chat-system': [
    'Chat system',
    'Design a chat app like WhatsApp',
    'RFC: Group chat service for the support team',
  ],
  'consistent-hashing': [
    'Consistent hashing',
    'Design doc: consistent hashing for the session cache',
    'Proposal: a hash ring for our shards',
  ],
  'data-fetching-library': [
    'Data fetching library',
    'RFC-0042 – Declarative data fetching library for the web client',
    'Data loader design',
  ],
  'digital-wallet': ['Digital wallet', 'Design Doc: E-wallet platform', 'Wallet service – technical design'],
  'email-service': ['Distributed email service', 'Designing Gmail', 'Email platform architecture'],
  'file-storage-sync': ['Google Drive', 'Design doc: file sync service', 'Dropbox clone'],
  'gaming-leaderboard': [
    'Real-time gaming leaderboard',
    'Leaderboard service',
    'Proposal: Leaderboard for the mobile game',
  ],
  'hotel-reservation': [
    'Hotel reservation system',
    'Design a hotel booking platform',
    'Airbnb clone: system design',
  ],
  'key-value-store': [
    'Key-value store',
    'Design doc – distributed KV store',
    'A DynamoDB-like key-value database',
  ],
  'maps-navigation': ['Maps and navigation', 'Design Google Maps', 'Turn-by-turn navigation for couriers'],
  'message-queue': ['Distributed message queue', 'Kafka clone', 'RFC: Message broker for the order domain'],
  'metrics-monitoring': [
    'Metrics monitoring and alerting system',
    'Monitoring and alerting platform design',
    'Design doc: metrics platform',
  ],
  microblog: ['Microblog', 'Design Twitter', 'A Twitter clone'],
  'nearby-friends': [
    'Nearby friends',
    'Design doc: Nearby Friends',
    'Live location sharing for the family app',
  ],
  'news-feed': ['News feed', 'Newsfeed system design', 'Design doc: activity feed for the intranet'],
  'notification-system': [
    'Notification system',
    'Notifications service RFC',
    '0012 - Push notification service',
  ],
  'object-storage': [
    'Object storage',
    'S3-like object store',
    'Design an S3-compatible object storage service',
  ],
  'payment-system': [
    'Payments service RFC',
    'Payment system – design doc',
    'Design of the payment gateway at Acme',
  ],
  'proximity-service': ['Proximity service', 'Design Yelp', 'Nearby places service for the travel app'],
  'rate-limiter': [
    'Rate limiter',
    'Design doc: Distributed rate limiter for the public API',
    '[RFC] Rate limiting service',
  ],
  'real-time-data-processing': [
    'Real-time data processing',
    'Stream processing platform',
    'Design: real-time data pipeline for telemetry',
  ],
  'search-autocomplete': [
    'Search autocomplete',
    'Typeahead service design',
    'Design doc: search suggestions for the shop',
  ],
  'stock-exchange': ['Stock exchange', 'Design doc: order matching engine', 'A crypto exchange'],
  'unique-id-generator': [
    'Unique ID generator',
    'Distributed ID generator (Snowflake)',
    'RFC 7: ID generation service',
  ],
  'url-shortener': ['Design doc: URL shortening service', 'TinyURL clone', 'Falcon: a URL shortener'],
  'video-streaming': ['Video streaming', 'Design YouTube', 'Video on demand platform, version 2'],
  'web-crawler': [
    'Web crawler',
    'How to design a web crawler',
    'Technical design: distributed crawler for the search index',
  ],
};

/** Titles of docs that are about something else, though some name a system or a product on the way. */
const OTHER_TITLES = [
  'Message retention policy for the audit log',
  'Chat widget colours',
  'Cache key migration',
  'Export to Google Drive',
  'Migrate off YouTube embeds',
  'Login with Twitter',
  'Slack integration',
  'Send alerts to Slack',
  'Kafka topic naming',
  'Upgrade the rate limiter to Redis 7',
  'Rate limiter dashboard',
  'Deprecate the notification service',
  'Postmortem: payment service outage of 3 May',
  'Runbook: message queue',
  'ADR 14: Use the message broker of the platform team',
  'Moving the news feed to Kubernetes',
  'Why we replaced our key-value store',
  'Payment system vs. bank transfer',
  'Chat and news feed',
  'News feed ranking experiment',
  'Backup of the object storage to another region',
  'Notification preferences page',
  'Unsubscribe links in emails',
  'Ad blocker detection',
  'Hotel photo gallery',
  'Leaderboard icon set',
  'Load test of the payment service',
  'Feature flags for the mobile app',
  'Order search',
  'Two-factor sign-in for staff',
  'KEP-1287: In-place update of pod resources',
  'KEP-2400: Node memory swap support',
  'KEP-3488: CEL for admission control',
  'KEP-1880: Multiple service CIDRs',
  'KEP-3866: nftables kube-proxy backend',
  'Support for arm64 build agents',
  'Postgres 17 upgrade',
  'GraphQL schema for the catalogue',
  'Session storage in Redis',
  'Moving cron jobs to a workflow engine',
  'Dark mode',
  'Import contacts from Gmail',
  'S3 bucket lifecycle rules',
  'Netflix-style artwork rows',
  'Tracing across the message queue',
  'Monitoring the web crawler',
  'URL shortener: move to a new data centre',
  'Payment card form accessibility',
  'Google Maps for the store pages',
  'Event retention and privacy',
  '',
];

describe('a system is recognised from a title', () => {
  it('for every system there is, in three wordings each', () => {
    expect(Object.keys(TITLES)).toEqual(KNOWLEDGE.systems.map(({ id }) => id));
    expect(Object.values(TITLES).filter((titles) => titles.length < 3)).toEqual([]);
  });

  it.each(Object.entries(TITLES).flatMap(([id, titles]) => titles.map((title) => [title, id] as const)))(
    '%s → %s',
    (title, id) => {
      expect(systemOfTitle(title, KNOWLEDGE)).toBe(id);
    },
  );

  it.each(KNOWLEDGE.systems.map(({ id, title }) => [title, id] as const))(
    'by its own title, %s',
    (title, id) => {
      expect(systemOfTitle(title, KNOWLEDGE)).toBe(id);
    },
  );

  it('unless the title is about something else', () => {
    const found = OTHER_TITLES.map((title) => [title, systemOfTitle(title, KNOWLEDGE)]);
    expect(found.filter(([, id]) => id !== undefined)).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(40);
  });
});

describe('the system of a doc', () => {
  const systemOf = (...lines: string[]) => recogniseSystem(parseDesignDoc(lines.join('\n')), KNOWLEDGE);

  it('is what the front matter says, whatever the title says', () => {
    expect(systemOf('---', 'system: chat-system', '---', '# URL shortener')).toEqual({
      id: 'chat-system',
      by: 'front-matter',
    });
  });

  it('is none where the front matter says so, or says something unknown', () => {
    expect(systemOf('---', 'system: none', '---', '# URL shortener')).toBeUndefined();
    expect(systemOf('---', 'system: url-shortner', '---', '# URL shortener')).toBeUndefined();
    expect(systemOf('---', 'system: [url-shortener]', '---', '# URL shortener')).toBeUndefined();
  });

  it('is what the title says where nothing stands behind the key', () => {
    expect(systemOf('---', 'system:', '---', '# URL shortener')).toEqual({
      id: 'url-shortener',
      by: 'title',
    });
  });

  it('is read from the title heading, or from the title in the front matter', () => {
    expect(systemOf('# URL shortener', '', 'Words.')).toEqual({ id: 'url-shortener', by: 'title' });
    expect(systemOf('---', 'title: TinyURL clone', '---', 'Words.')).toEqual({
      id: 'url-shortener',
      by: 'title',
    });
    expect(systemOf('## Goals', '', '## URL shortener')).toBeUndefined();
  });

  it('is not guessed from a sentence, however long', () => {
    expect(systemOf(`# ${'for the '.repeat(5000)} URL shortener`)).toBeUndefined();
  });
});
