import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { stageOf } from '../../../src/knowledge/status';
import { applied, findingsOf, lines, shippedKnowledge, words } from './linting';

const places = async (ruleId: string, ...text: string[]) =>
  (await findingsOf(ruleId, lines(...text))).map((finding) => words(lines(...text), finding));

describe('availability-arithmetic', () => {
  it.each([
    'We promise 99.9 % with planned downtime of 4 hours a month.',
    'Last year we had 20 hours of downtime; the target is 99.99 % a year.',
    'From 99.9 % (8.76 hours a year) to 99.99 % (53 minutes a year) of downtime.',
    'A cache hit rate of 99.9 % and 5 minutes of downtime.',
    'Over 30 days 99.9 % leaves 43 minutes of downtime.',
    // A duration that is another than the downtime of the period.
    '99.9 % availability per month; no single outage lasts longer than 15 minutes.',
    'Availability 99.95 % per month, recovery within 5 minutes after an outage.',
    '99.9 % per month; alert when 10 minutes of the error budget are spent within 1 hour.',
    '99.9 % monthly; unavailable for at most 60 seconds during a failover.',
    '99.9 % monthly, unavailable for at most 60 seconds.',
    'The service is 99.9 % available; the nightly job runs 90 minutes a week, and outages are announced.',
    'We expect 99.99 %; a failover takes 30 seconds, and four a year make 2 minutes of downtime a year.',
    // A share that is not one of time.
    'The downtime is 43 minutes a month; 95 % of the builds pass.',
    'We promise that 99 % of requests succeed, and 43 minutes of downtime a month.',
    // Two shares, each with its downtime.
    'Five nines (99.999 %) leaves 5.26 minutes of downtime a year, four nines 52.6 minutes.',
    'Two nines: 3.65 days of downtime a year.',
    // The sentence beside it speaks of something else.
    'The cache hit rate is 99 %. Downtime is at most 3 hours a month.',
    'CPU stays below 95 %. Downtime is at most 3 hours a month.',
    'We promise 99.95 %.\n\nDowntime is at most 3 hours a month.',
    '- We promise 99.95 %.\n- Downtime is at most 3 hours a month.',
    'We promise 99.99 %. Users of the old service tolerate 8 hours of downtime a year.',
    'Users tolerate 8 hours of downtime a year. We promise 99.99 %.',
    'We promise 99.95 %. It is read-only for 10 minutes a week, which is no downtime.',
  ])('has nothing to say about %j', async (text) => {
    expect(await places('availability-arithmetic', text)).toEqual([]);
  });

  it.each([
    ['99.9 % uptime (4 minutes/month of downtime)', '4 minutes'],
    ['Four nines, about 8 hours of downtime a year.', '8 hours'],
    ['Four nines (99.99 %), 8 hours of downtime a year.', '8 hours'],
    [
      '99.9 % (known as “three nines”), which works out at around 4 minutes per month of downtime',
      '4 minutes',
    ],
    ['An SLO of 3 nines means an error budget of 4 minutes per month.', '4 minutes'],
    ['We promise 99.95 %. Downtime is at most 3 hours a month.', '3 hours'],
    ['- The SLO is **99.95 %**.\n  So we may be down for *3 hours* a month.', '3 hours'],
    ['99.9 % of the time leaves 5 minutes of downtime a week.', '5 minutes'],
    ['An uptime of **99.99 %**.\nThis equates to 5.2 minutes of downtime per year.', '5.2 minutes'],
  ])('compares what belongs together in %j', async (text, wrong) => {
    expect(await places('availability-arithmetic', text)).toEqual([wrong]);
  });

  it('reads of a row what is downtime', async () => {
    const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
    const table = (header: string[], ...rows: string[][]) =>
      [row(...header), row(...header.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
    const found = (...rows: [string[], ...string[][]]) => places('availability-arithmetic', table(...rows));
    expect(
      await found(['Share', 'Downtime', 'MTTR'], ['99.9 %', '43 min a month', '2 min per month']),
    ).toEqual([]);
    expect(
      await found(['Share', 'Downtime a month', 'Current'], ['99.9 %', '4 min', '2 min per month']),
    ).toEqual(['4 min']);
    expect(await found(['Level', 'Downtime per year', 'Per month'], ['99.9 %', '8.76 h', '4 min'])).toEqual([
      '4 min',
    ]);
  });

  it('keeps the rest of the sentence when it writes the right figure', async () => {
    const text = 'Up to **4.3 minutes** of downtime per month (99.9 %).';
    const [finding] = await findingsOf('availability-arithmetic', text);
    expect(applied(text, finding!.fixes[0]!)).toBe('Up to **43.2 minutes** of downtime per month (99.9 %).');
  });

  it('says what the share leaves as one says it', async () => {
    const said = async (text: string) => (await findingsOf('availability-arithmetic', text))[0]?.message;
    expect(await said('In a 30-day window 99.9 % leaves 4 minutes of downtime.')).toBe(
      '99.9 % of 30 days leaves 43.2 minutes of downtime, not 4 minutes.',
    );
    expect(await said('99.9 % leaves 4 minutes of downtime a month.')).toBe(
      '99.9 % of a month leaves 43.2 minutes of downtime, not 4 minutes.',
    );
  });
});

describe('rate-arithmetic', () => {
  it.each([
    '2 million requests a day, or 200 a second at peak.',
    'At most 1 million requests a day, which is 100 a second.',
    '1 million requests a day is about 10 a second.',
    '86,400 writes a day and 10 reads a second.',
    // The rate of one, multiplied.
    '200M DAU × 10 requests a day = 2 billion requests a day',
    '200M DAU * 10 requests a day = 23,000 requests a second',
    '10 nodes at 500 requests per second = 5,000 requests per second',
    '10 brokers at 500 requests per minute = 83 requests per second',
    'Ten nodes at 500 requests per minute = 83 requests per second',
    '4 racks of 10 nodes at 500 requests per minute = 333 requests per second',
    '10 shards of 1,000 writes/s = 10,000 writes/s',
    '50 million users, each 20 requests per day = 1 billion requests per day',
    '50 million users making 20 requests per day, so about 11,600 requests per second',
    'Each user makes 10 requests a day, so 1 billion requests a day',
    'The average user makes 10 requests a day, so 11,600 requests a second',
    'A device sends 1 event a minute, so 16 events a second',
    '1 million requests a day, which is about 3 a second per node',
    '1 million requests a day, about 3 a second across the nodes',
    '10 % of 100 million requests a day, about 116 a second',
    // Ends of a range.
    '1–2 million requests a day, about 12 a second',
    'Between 1 million and 2 million requests a day, about 12 a second',
    '1 million requests a day, about 12-24 a second',
    // Numbers that are not read.
    '10 Thousand requests per hour, about 3 requests per second',
    '10 K visits per hour, about 3 visits per second',
    '1 Million requests/day => 10 requests/second',
    // From one to another.
    'From 10 requests per second to 100 requests per second',
    'From 1,000 requests per day to 100 requests per second',
    // Limits.
    'Free: 10 requests/min, about 100 requests/day',
    'Clients make 1,000 requests a day or 10 a second.',
    '10 requests per minute (100 requests per day)',
    '15 requests per minute, 1,500 per day',
    '1,600 node-hours per month, which is about 20 node-hours per month per person',
    // A day of work is shorter.
    '1 million orders a day, about 35 a second during business hours',
    '3 million rows a day (about 350 rows a second in the nightly hour)',
    // Things that are not the same.
    '10 million read queries a day, about 10 write queries a second',
    '100 million URLs a month, about 400 tweets a second',
    '10,000 tweets a user a day, about 4 tweets a second',
    // Right.
    '1,000 orders a day, i.e. about 1 order every minute',
    '100 million URLs per month, which is about 40 URLs per second.',
    '10M messages per day (≈ 116 msg/s)',
    '500 million tweets / 86,400 = 5,800 tweets/s',
    '100M users post 500M tweets a day, about 5,800 tweets a second',
  ])('has nothing to say about %j', async (text) => {
    expect(await places('rate-arithmetic', text)).toEqual([]);
  });

  it.each([
    ['100 million URLs per month, which is about 400 URLs per second.', '400 URLs per second'],
    ['10M messages per day (≈ 1,160 msg/s)', '1,160 msg/s'],
    ['10 million page views a day, or about 1200 page views a second', '1200 page views a second'],
    ['100M DAU, 500M tweets per day ≈ 58,000 tweets/s', '58,000 tweets/s'],
    ['100M users post 500M tweets a day, about 58,000 tweets a second', '58,000 tweets a second'],
    ['1 million requests per day, which translates to ~120 requests per second', '120 requests per second'],
    ['1 million requests a day is equal to 120 a second.', '120 a second'],
    ['100 events per second, i.e. 864,000 a day', '864,000 a day'],
    ['100 writes per second or 86 million writes a day', '86 million writes a day'],
  ])('compares %j', async (text, wrong) => {
    expect(await places('rate-arithmetic', text)).toEqual([wrong]);
  });

  it.each([
    [
      '12 orders per second, which is 4,000 per hour.',
      '12 orders per second is about 43,200 an hour, not 4,000 per hour.',
    ],
    [
      '100,000 events/s = 864 million a day.',
      '100,000 events/s is about 8.64 billion a day, not 864 million a day.',
    ],
  ])('says the right rate as one says it: %j', async (text, message) => {
    expect((await findingsOf('rate-arithmetic', text)).map((finding) => finding.message)).toEqual([message]);
  });
});

describe('unquantified-claim', () => {
  const required = (...text: string[]) =>
    places('unquantified-claim', '# T', '', '## Quality requirements', '', ...text);

  it('reads requirements only, and no comparisons or tales of today', async () => {
    expect(await places('unquantified-claim', '# T', '', '## Architecture', '', 'It must be fast.')).toEqual(
      [],
    );
    expect(
      await required('- The search is faster than the old one.', '- Today the search must be fast.'),
    ).toEqual([]);
    expect(await required('- It must be fast.')).toEqual(['be fast']);
  });

  it.each([
    'The store must be highly available (four nines).',
    'Search must be fast: results appear within a second.',
    'Search must be fast, under two hundred milliseconds.',
    'It must be very reliable: no more than one failed request in a thousand.',
    'The web app must be responsive on phones and tablets.',
    'Responsive design on all screens.',
    'Clients must keep a copy because the link is not always available.',
    'Clients must keep a copy instead of relying on a store that must be fast.',
  ])('has nothing to say about %j', async (text) => {
    expect(await required(`- ${text}`)).toEqual([]);
  });

  it.each([
    ['scales to', 'The system scales to many users.'],
    ['scale to', 'It must scale to millions of users.'],
    ['High throughput', 'High throughput ingestion'],
    ['a fast checkout', 'Customers get a fast checkout.'],
    ['loads', 'Feed loads fast'],
    ['be fast', 'Search must be fast because users leave slow pages.'],
    ['highly available', 'The store must be highly available, without manual failover.'],
  ])('asks how much “%s” is in %j', async (claim, text) => {
    expect((await required(`- ${text}`)).map((found) => found.slice(0, claim.length))).toEqual([claim]);
  });

  it('marks all the words that make the claim, also where others stand between them', async () => {
    expect(await required('- The API must respond quickly to users.')).toEqual(['must respond quickly']);
    expect(await required('- It scales very well.')).toEqual(['scales very well']);
    expect(await required('- It must be fast, and must answer users quickly.')).toEqual(['be fast']);
  });

  it('takes a figure in the same row or beside it for enough', async () => {
    expect(
      await required('| Q | Target | Load |', '| - | - | - |', '| Search | low latency | 50 requests/s |'),
    ).toEqual([]);
    expect(await required('- It must be fast.', '  - p99 is 200 ms.')).toEqual([]);
  });
});

describe('weak-wording', () => {
  it('leaves alone what a requirement does away with', async () => {
    const text = ['# T', '', '## Functional requirements', ''];
    const wish = '- Users must change a rule without perhaps waiting for a review.';
    expect(await places('weak-wording', ...text, wish)).toEqual([]);
    expect(await places('weak-wording', ...text, '- Users must perhaps wait.')).toEqual(['perhaps']);
  });
});

describe('duplicate-section', () => {
  it('lets the same heading stand below different parents', async () => {
    expect(
      await places('duplicate-section', '# T', '', '## A', '', '### Pros', '', '## B', '', '### Pros'),
    ).toEqual([]);
  });
});

describe('unknown-status', () => {
  it.each([
    'draft',
    'In Review',
    'Accepted',
    'superseded by 0012',
    'Implementable',
    'WIP',
    'In development',
    'Deployed',
    'Ready',
    'Not started',
    'Signed off',
    'Ratified',
    'Informational',
    'In preparation',
    'in-production',
    'Unapproved',
    'not yet implemented',
  ])('knows %j', async (status) => {
    expect(await places('unknown-status', '---', `status: ${status}`, '---', '', '# T')).toEqual([]);
  });

  it('takes what is not done yet for open', () => {
    const stage = (status: string) =>
      stageOf(parseDesignDoc(lines('---', `status: ${status}`, '---')), shippedKnowledge);
    for (const status of ['not implemented', 'Not yet approved', 'unapproved', 'not started'])
      expect(stage(status), status).toBe('open');
    expect(stage('no longer maintained')).toBe('closed');
  });

  it('proposes no status that says the opposite', async () => {
    const messageFor = async (status: string) =>
      (await findingsOf('unknown-status', lines('---', `status: ${status}`, '---', '', '# T')))[0]?.message;
    expect(await messageFor('disagreed')).not.toContain('Did you mean');
    expect(await messageFor('aproved')).toContain('Did you mean “approved”?');
    expect(await messageFor('in progess')).toContain('Did you mean “in progress”?');
  });

  it('reads the front matter only, and what the configuration allows', async () => {
    expect(await places('unknown-status', '# T', '', '## Status', '', 'We are thinking.')).toEqual([]);
    const text = lines('---', 'status: parked', '---', '', '# T');
    expect(await findingsOf('unknown-status', text, { options: { statuses: ['Parked'] } })).toEqual([]);
    expect(await findingsOf('unknown-status', text)).toHaveLength(1);
  });
});

describe('undecided-options', () => {
  const record = (status: string, ...text: string[]) =>
    places(
      'undecided-options',
      '---',
      `status: ${status}`,
      '---',
      '',
      '# T',
      '',
      '## Options',
      '',
      '- A',
      '- B',
      '',
      ...text,
    );

  it('asks only a doc that is decided', async () => {
    expect(await record('accepted')).toEqual(['## Options']);
    expect(await record('proposed')).toEqual([]);
    expect(await record('rejected')).toEqual([]);
  });

  it('takes a choice anywhere, in a sentence or under a heading', async () => {
    expect(await record('accepted', 'We chose A.')).toEqual([]);
    expect(await record('accepted', '## Decision', '', 'A.')).toEqual([]);
    expect(await record('accepted', '## Decision', '', '{which one}')).toEqual(['## Options']);
  });

  it.each(['We use A.', 'We’ll go with A.', 'The service will keep A.'])(
    'hears a choice in %j',
    async (text) => {
      expect(await record('accepted', '## Details', '', text)).toEqual([]);
    },
  );

  it('hears no choice in what would be', async () => {
    expect(await record('accepted', '## Details', '', 'With B we would use two servers.')).toEqual([
      '## Options',
    ]);
  });

  const titled = (title: string, ...options: string[]) =>
    places(
      'undecided-options',
      ...['---', 'status: accepted', '---', '', `# ${title}`, '', '## Options considered', '', ...options],
      ...['', '## Consequences', '', 'One more queue.'],
    );

  it('takes a title that names one of the options for the choice', async () => {
    expect(await titled('5. Use SQS as the queue', '- RabbitMQ', '- SQS: no servers')).toEqual([]);
    expect(
      await titled('Use SQS', '### Option 1: SQS', '', 'S.', '', '### Option 2: Kafka', '', 'K.'),
    ).toEqual([]);
    expect(await titled('Use SQS', '| Queue | Cost |', '| - | - |', '| SQS | 5 |', '| Kafka | 9 |')).toEqual(
      [],
    );
  });

  it('takes a title that names all options, or none, for the question', async () => {
    const found = ['## Options considered'];
    expect(await titled('SQS or RabbitMQ', '- RabbitMQ', '- SQS')).toEqual(found);
    expect(await titled('Queue of orders', '- RabbitMQ', '- SQS')).toEqual(found);
    expect(await titled('Use a queue', '- Use RabbitMQ', '- Use SQS')).toEqual(found);
  });

  it('takes a check mark on an option for the choice', async () => {
    expect(await titled('Queue', '- RabbitMQ', '- SQS ✅')).toEqual([]);
    expect(await titled('Queue', '### ✔ SQS', '', 'S.', '', '### Kafka', '', 'K.')).toEqual([]);
    expect(await titled('Queue', '- [ ] RabbitMQ', '- [x] SQS')).toEqual([]);
  });

  it('does not ask which setting of a program was chosen', async () => {
    expect(await titled('Config loader', '- `timeout`: how long', '- `retries`: how often')).toEqual([]);
    const text = [
      '---',
      'status: accepted',
      '---',
      '',
      '# T',
      '',
      '## Configuration options',
      '',
      '- A',
      '- B',
    ];
    expect(await places('undecided-options', ...text)).toEqual([]);
  });
});

describe('unreasoned-decision', () => {
  const decided = (...text: string[]) => places('unreasoned-decision', '# T', '', '## Design', '', ...text);

  it.each([
    'We’ve decided to use Loki.',
    "We'll use Loki.",
    'The team chose SQS over RabbitMQ.',
    'We decided on gRPC.',
    'We go with Keycloak.',
    'Kafka was chosen over RabbitMQ.',
    'PostgreSQL has been chosen for orders.',
  ])('hears a choice in %j', async (text) => {
    expect(await decided(text)).toEqual([text]);
  });

  it.each([
    'If the limit is reached, we will use the fallback.',
    'When a request arrives we will use the header `X-Tenant` of it.',
    'Clients will use the token that the server has chosen for the session.',
    'The node that was chosen as leader writes the log.',
    'The algorithm that is selected for the job depends on its size.',
    'The region is selected for each tenant.',
    'We select a node at random.',
    'We will use these metrics to judge success.',
    'We will use "tenant" and "account" interchangeably.',
  ])('hears none in %j', async (text) => {
    expect(await decided(text)).toEqual([]);
  });

  it.each([
    'We opted for gRPC to get streaming and typed contracts.',
    'We chose PostgreSQL, see [the comparison](#options).',
    'We chose PostgreSQL (ADR 12).',
    'We chose Kafka. Pulsar has fewer people who know it, and RabbitMQ cannot replay.',
    'We will use Loki:\n\n- it stores on S3\n- it needs no index',
  ])('hears a reason in %j', async (text) => {
    expect(await decided(...text.split('\n'))).toEqual([]);
  });

  it('finds the reason in a column of its own', async () => {
    const table = (header: string, reason: string) => [
      ...[`| Topic | Decision | ${header} |`, '| - | - | - |', '| Log | Loki | it is there |'],
      ...[
        '| Bus | Kafka | it can replay |',
        '| Jobs | Quartz | it is known |',
        `| Cache | We will use Redis | ${reason} |`,
      ],
    ];
    expect(await decided(...table('Rationale', 'sub-millisecond reads'))).toEqual([]);
    expect(await decided(...table('Rationale', ''))).toEqual(['We will use Redis']);
    expect(await decided(...table('Port', '6379'))).toEqual(['We will use Redis']);
  });

  it('looks for the reason of a decision record in the whole of it', async () => {
    const record = (...text: string[]) =>
      places('unreasoned-decision', '# T', '', ...text, '', '## Decision', '', 'We will use Loki.', '');
    const found = ['We will use Loki.'];
    expect(await record('## Status', '', 'Accepted.')).toEqual(found);
    expect(await record('## Context', '', 'We chose this because logs are cheap on S3.')).toEqual([]);
    expect(await record('## Consequences', '', 'Logs lie on S3.')).toEqual([]);
    expect(await record('## Consequences', '', '{what follows}')).toEqual(found);
    expect(
      await decided('We will use Loki.', '', '## Queue', '', 'We chose SQS because it is there.'),
    ).toEqual(found);
  });
});

describe('unowned-question', () => {
  const asked = (...text: string[]) =>
    places('unowned-question', '# T', '', '## Open questions', '', ...text);

  it('takes a name, a team, an answer or a closed doc for enough', async () => {
    expect(
      await asked('- How long? (Ana)', '- How long? @ana', '- How long? The search team decides.'),
    ).toEqual([]);
    expect(
      await asked('- How long? Two years seem to be enough for everybody who was asked so far.'),
    ).toEqual([]);
    const closed = [
      '---',
      'status: implemented',
      '---',
      '',
      '# T',
      '',
      '## Open questions',
      '',
      '- How long?',
    ];
    expect(await places('unowned-question', ...closed)).toEqual([]);
    expect(await asked('- How long?')).toEqual(['How long?']);
  });
});

describe('an open question', () => {
  const asked = (...text: string[]) =>
    places('unowned-question', '# T', '', '## Open questions', '', ...text);

  it.each([
    '- Which region do we start in? eu-west-1.',
    '- [x] Which region do we start in?',
    '- ~~Which region do we start in?~~ eu-west-1.',
    '- ~~Which region do we start in?~~',
    '- Which region do we start in? ✅',
    '- Which region do we start in? → Ana',
    '- Which region do we start in? [Ana]',
    '- Which region do we start in? *Ana Souza*',
    '- Which region do we start in? (AS)',
    '- **Ana Souza**: which region do we start in?',
    '- [Ana] Which region do we start in?',
    '- Which region do we start in?\n  - The one that costs least.',
    '**Which region do we start in?**\n\nThe one that costs least.',
    '| Question | Owner | Answer |\n| - | - | - |\n| Which region? | | eu-west-1 |',
    '| Question | Owner |\n| - | - |\n| ~~Which region?~~ | |',
  ])('is owned or answered in %j', async (text) => {
    expect(await asked(text)).toEqual([]);
  });

  it.each([
    'How to handle partial refunds?',
    'What will happen to old orders?',
    'How will we migrate tenants?',
    'Who will pay?',
    'Should we work with Stripe or Adyen?',
    'Should the team choose Kafka?',
    'What is the budget of the Payments group?',
  ])('is nobody’s in %j', async (question) => {
    expect(await asked(`- ${question}`)).toEqual([question]);
  });

  it.each(['- **Who pays?**', '- [Who pays?](https://example.org/1)', '- Who pays? <!-- ask -->'])(
    'is nobody’s where only marks stand behind it: %j',
    async (text) => {
      expect(await asked(text)).toEqual(['Who pays?']);
    },
  );

  it('is reported at its cell, where nobody is in the owner’s', async () => {
    const head = ['| # | Question | Contact person |', '| - | - | - |'];
    expect(await asked(...head, '| 1 | Who pays? | |', '| 2 | The name of it | none |')).toEqual([
      'Who pays?',
      'The name of it',
    ]);
  });

  it('is reported once where an item asks more than one', async () => {
    expect(await asked('- Who pays? How much?', '- Who decides?')).toEqual(['How much?', 'Who decides?']);
  });
});

describe('undefined-acronym', () => {
  it('asks about what is used more than once and not known', async () => {
    expect(await places('undefined-acronym', 'The OMS is old.')).toEqual([]);
    expect(await places('undefined-acronym', 'The API of the OMS is old, and the OMS has one API.')).toEqual([
      'OMS',
    ]);
    expect(
      await findingsOf('undefined-acronym', 'The OMS and the OMS.', { options: { known: ['OMS'] } }),
    ).toEqual([]);
    expect(await findingsOf('undefined-acronym', 'The OMS.', { options: { uses: 1 } })).toHaveLength(1);
  });

  it('knows a shouted word by its lower-case form', async () => {
    expect(
      await places('undefined-acronym', 'We GREET users, and GREET guests: to greet is polite.'),
    ).toEqual([]);
  });
});

describe('stale-date', () => {
  it('asks only a doc that says it is open', async () => {
    const doc = (status: string) => [
      '---',
      `status: ${status}`,
      'date: 2024-01-01',
      '---',
      '',
      '# T',
      '',
      'It starts by May 2024.',
    ];
    expect(await places('stale-date', ...doc('accepted'))).toEqual([]);
    expect(await places('stale-date', ...doc('draft'))).toEqual(['2024-01-01', 'May 2024']);
    expect(await findingsOf('stale-date', lines(...doc('draft')), { options: { months: 60 } })).toHaveLength(
      1,
    );
  });
});

describe('a date that has passed in an open doc', () => {
  const open = (...text: string[]) =>
    places('stale-date', '---', 'status: draft', 'date: 2026-01-15', '---', '', '# T', '', ...text);

  it.each([
    ['15 March 2025', 'The index is ready by 15 March 2025.'],
    ['March 2025', 'Decide by the end of March 2025.'],
    ['2025-03-01', 'We ship on 2025-03-01.'],
    ['March 2025', 'Launch: March 2025.'],
    ['Q1 2025', 'Rollout starts in Q1 2025.'],
    ['May 2025', 'GA is planned for May 2025.'],
    ['2025-05-01', 'The second country will follow in 2025-05-01.'],
    ['May 2025', 'It must be finished before May 2025.'],
    ['2025-05-01', 'Proposed on 2025-03-01, to be shipped by 2025-05-01.'],
    ['2025-05-01', '- [ ] Alpha by 2025-05-01'],
    ['2025-05-01', '| Step | Target date | Status |\n| - | - | - |\n| Alpha | 2025-05-01 | in progress |'],
  ])('is %s in %j', async (date, text) => {
    expect(await open(text)).toEqual([date]);
  });

  it.each([
    '- [x] Alpha by 2025-01-15',
    '- [x] Alpha is planned. It is due by 2025-01-15.',
    '- ~~Alpha by 2025-01-15~~',
    '- Alpha by 2025-01-15 ✅',
    '- Alpha by 2025-01-15 :white_check_mark:',
    '| Step | Target date | State |\n| - | - | - |\n| Alpha | 2025-01-15 | done |',
    '| Step | Target date | Status |\n| - | - | - |\n| Alpha | 2025-01-15 | Deployed |',
    '| Step | Planned | Actual |\n| - | - | - |\n| Alpha | 2025-01-15 | 2025-01-20 |',
    '| Step | Target date | |\n| - | - | - |\n| ~~Alpha~~ | 2025-01-15 | |',
    '2025-01-10: first draft, review by Ana.',
    'Orders until 2024-12-31 stay in the old table.',
    'Data before 2024-01-01 is not migrated.',
    'In May 2025 the team decided to plan for two regions.',
    'Due to the outage of May 2025 we need two regions.',
    'Shipped by 2025-01-15.',
    '## Changelog\n\n- Due by 2025-01-15.',
    '## Revision history\n\n### First\n\nDue by 2025-01-15.',
  ])('is no plan in %j', async (text) => {
    expect(await open(text)).toEqual([]);
  });

  it.each([
    ['2025-03-05', lines('# 3. Index', '', 'Date: 2025-03-05', '', '## Status', '', 'Proposed')],
    ['2025-03-05', lines('# T', '', 'Status: Proposed', '**Last updated:** 2025-03-05')],
    ['2025-03-05', lines('# T', '', '* Status: proposed', '* Date: 2025-03-05')],
    ['2025-03-05', lines('---', 'status: draft', 'last_modified: 2025-03-05', '---', '', '# T')],
    [
      undefined,
      lines('---', 'status: draft', 'date: 2024-01-01', 'last_modified: 2026-01-05', '---', '', '# T'),
    ],
    [undefined, lines('# T', '', 'Status: Proposed', 'Start date: 2025-03-05')],
  ])('is the doc’s own, %s, in %j', async (day, text) => {
    expect((await places('stale-date', text))[0]).toBe(day);
  });
});

describe('one-sided-option', () => {
  it('leaves a list of drawbacks alone that belongs to no comparison', async () => {
    expect(
      await places(
        'one-sided-option',
        '# T',
        '',
        '## Proposal',
        '',
        'P.',
        '',
        '### Drawbacks',
        '',
        'It costs.',
      ),
    ).toEqual([]);
  });

  const beside = (title: string, ...text: string[]) =>
    places(
      'one-sided-option',
      ...[
        '# T',
        '',
        '## Options',
        '',
        '### Kafka',
        '',
        '- Good, because it is fast.',
        '- Bad, because it costs.',
      ],
      ...['', `### ${title}`, '', ...text],
    );

  it.each([
    ['- Bad, because it costs.'],
    ['- Bad, since it costs.'],
    ['- Good, because it is fast.', '- Good, as it is there.'],
    ['Advantages: replay and speed.'],
  ])('reports %j', async (...text) => {
    expect(await beside('SQS', ...text)).toEqual(['### SQS']);
  });

  it.each([
    ['- Good, becasue it is fast.', '- Bad, because it costs.'],
    ['- Good because it is fast.', '- Bad, because it costs.'],
    ['Advantages: replay. However it costs more.'],
    ['- Good, because it is fast.', '', 'The drawback is its price.'],
    ['- All advantages of Kafka.', '- Bad, because it costs.'],
    ['The same as Kafka, and:', '', '- Bad, because it costs.'],
  ])('hears both sides in %j', async (...text) => {
    expect(await beside('SQS', ...text)).toEqual([]);
  });

  it.each(['Evaluation', 'Decision', 'Consequences'])('takes %j for no option', async (title) => {
    expect(await beside(title, 'Benefits: replay and speed.')).toEqual([]);
  });

  it('hears the other side in a cell', async () => {
    const table = (pros: string) => ['| Option | Pros | Cons |', '| - | - | - |', `| Kafka | ${pros} | |`];
    expect(await places('one-sided-option', ...table('fast'))).toEqual(['Kafka']);
    expect(await places('one-sided-option', ...table('fast, but expensive'))).toEqual([]);
  });
});

describe('contradicting-consistency', () => {
  it('is silent where the design has both, or the doc has a word on it', async () => {
    const doc = (...design: string[]) => [
      '# T',
      '',
      '## Quality requirements',
      '',
      '- Strong consistency.',
      '',
      '## Architecture',
      '',
      ...design,
    ];
    expect(
      await places('contradicting-consistency', ...doc('Copies are eventually consistent.')),
    ).toHaveLength(1);
    expect(
      await places(
        'contradicting-consistency',
        ...doc('Copies are eventually consistent.', '', 'Orders are strongly consistent.'),
      ),
    ).toEqual([]);
    expect(
      await places(
        'contradicting-consistency',
        ...doc('Copies are eventually consistent, which is acceptable.'),
      ),
    ).toEqual([]);
  });

  it('is silent where the motivation weighs a way of doing it and asks for nothing', async () => {
    const weighed = ['# T', '', '## Motivation', '', '- Backfill: eventual consistency.', ''];
    const design = ['## Storage', '', 'Views are strongly consistent.'];
    expect(await places('contradicting-consistency', ...weighed, ...design)).toEqual([]);
  });

  const found = (asked: string, heading: string, chosen: string) =>
    places(
      'contradicting-consistency',
      ...['# T', '', '## Goals', '', `- ${asked}`, '', `## ${heading}`, '', chosen],
    );

  it.each([
    [
      'Stock must be strongly consistent: no item is sold twice.',
      'Stock is read from eventually consistent copies.',
    ],
    ['No stale reads of stock.', 'Stock is read from read replicas.'],
    ['Readers never see stale prices.', 'Prices come from asynchronously replicated copies.'],
    ['Strong consistency at all times.', 'Orders are eventually consistent.'],
  ])('finds that %j is at odds with %j', async (asked, chosen) => {
    expect(await found(asked, 'Storage', chosen)).toEqual([chosen]);
  });

  it.each([
    [
      'Strong consistency for bookings.',
      'Search results come from Elasticsearch and are eventually consistent.',
    ],
    ['Balances must be strongly consistent.', 'The audit log is asynchronously replicated to S3.'],
    [
      'Bookings must be strongly consistent.',
      'Bookings are asynchronously replicated to Ohio for disaster recovery.',
    ],
    ['Bookings must be strongly consistent.', 'The search index of bookings is eventually consistent.'],
    ['Bookings need not be strongly consistent.', 'Bookings are eventually consistent.'],
    ['Strong consistency of bookings is not required.', 'Bookings are eventually consistent.'],
    ['Stale reads of stock are acceptable.', 'Stock is strongly consistent.'],
  ])('sees that %j leaves room for %j', async (asked, chosen) => {
    expect(await found(asked, 'Storage', chosen)).toEqual([]);
  });

  it.each(['Glossary', 'References', 'Current state', 'Background', 'Related work'])(
    'does not take what stands under %j for the design',
    async (heading) => {
      expect(await found('Strong consistency.', heading, 'Vogels: Eventually consistent.')).toEqual([]);
    },
  );
});

describe('unused-entity', () => {
  it('is silent where the design uses other names throughout', async () => {
    const doc = [
      '# T',
      '',
      '## Data model',
      '',
      '| Entity | Fields |',
      '| - | - |',
      '| Foo | a |',
      '| Bar | b |',
      '',
      '## Rollout',
      '',
      'Soon.',
    ];
    expect(await places('unused-entity', ...doc)).toEqual([]);
  });

  it('takes a label in bold for no entity', async () => {
    const doc = (...labels: string[]) => [
      '# T',
      '',
      '## Data model',
      '',
      '- **User**: name',
      '- **Conversation**: members',
      '- **Voucher**: code',
      ...labels,
      '',
      '## API',
      '',
      'A user opens a conversation.',
    ];
    expect(
      await places(
        'unused-entity',
        ...doc(
          '- **Note:** all ids are ULIDs',
          '- **Indexes**: by conversation and time',
          '- **Retention**: 90 days',
          '- **Access patterns**: by user',
        ),
      ),
    ).toEqual(['Voucher']);
  });

  it('reads the tables that SQL makes', async () => {
    const doc = [
      '# T',
      '',
      '## Data model',
      '',
      '```sql',
      'CREATE TABLE orders (id bigint);',
      'create table if not exists shop."order_items" (',
      '  id bigint',
      ');',
      'CREATE TABLE coupons (id bigint);',
      '```',
      '',
      '## API',
      '',
      'An order has items.',
    ];
    expect(await places('unused-entity', ...doc)).toEqual(['coupons']);
    const told = [...doc.slice(0, 4), '- **Order**: id', '- **Coupon**: id', '', ...doc.slice(4)];
    expect(await places('unused-entity', ...told)).toEqual(['Coupon']);
  });

  it('reads entity diagrams', async () => {
    const doc = [
      '# T',
      '',
      '## Data model',
      '',
      '```mermaid',
      'erDiagram',
      '  OrderItem {',
      '    int id',
      '  }',
      '  Voucher {',
      '  }',
      '```',
      '',
      '## API',
      '',
      'An order has items.',
    ];
    expect(await places('unused-entity', ...doc)).toEqual(['Voucher']);
  });
});
