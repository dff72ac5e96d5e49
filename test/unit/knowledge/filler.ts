/**
 * What somebody might write in place of the prompts of the system design template that no system fills in: enough for a
 * reviewer who asks about quality attributes, and nothing about what the kinds of systems are asked in particular. Where the first wording would answer an item
 * of the kind at hand, the next is taken.
 */
export const FILLER: Readonly<Record<string, readonly string[]>> = {
  // Summary, goals, non-goals
  'What is to be built, for whom and why now, in two or three sentences that stand alone.': [
    'We propose to build this service for our own product teams, because the one that we rent costs too much and its contract ends in June.',
  ],
  'What will be true when this is done, and the figure that shows it': [
    'The goal is that nobody needs the rented product by June, at half of its cost',
  ],
  'A second goal': ['Teams start to use it without asking us for help'],
  'What a reader may expect here and will not get, and why it is left out': [
    'Other companies as customers are out of scope, because nobody has asked for that',
  ],

  // Quality requirements
  'Load today and in two years, in users, requests per second and data per month': [
    '200 requests/s today and three times as many in two years',
  ],
  'What is added when the load doubles, and what gives way first': [
    'We scale horizontally: instances are added automatically as traffic grows',
    'Instances are added automatically as traffic grows',
  ],
  'Which operation answers within how many milliseconds at p99': [
    'The p99 response time stays under 300 ms',
    'The median latency of pages for administrators is at most 300 ms',
    'The response time of pages for administrators is 300 ms, and at most 2 s',
    'A page for administrators takes 300 ms at most',
  ],
  'What keeps it that fast, and at what load it was measured': [
    'Measured at twice the peak load',
    'Response times are measured in a load test of one hour',
    'Measured in a trial of one hour',
  ],
  'Percentage of the month it must be up, and the downtime that allows': [
    '99.9 % uptime, which is 43 minutes of downtime per month',
  ],
  'What is redundant, and how failover happens': [
    'Two instances in each of three zones, with automatic failover',
    'Every part runs twice, and what fails is replaced without help from anybody',
  ],
  'Which reads must see the latest write, and which may be how stale': [
    'Readers see the latest write: strong consistency within a region',
    'Whoever changes a setting reads the change at once, everybody else after a minute',
  ],
  'The transactions, ordering or versions that ensure it': [
    'An update is one transaction with a version check, and reads go to the primary',
    'Two people who change the same setting: the second is told of the conflict; reads go to the primary',
    'Reads go to the primary',
  ],
  'How much data may be lost (RPO), and how long a restore may take (RTO)': [
    'RPO 5 minutes, RTO 1 hour',
    'At most 5 minutes of settings are lost, and a restore takes 1 hour',
  ],
  'Where the copies are, and how often a restore is tried': [
    'Nightly backups to another region, restored as a trial each quarter',
    'A nightly copy is kept apart, and put back as a trial each quarter',
  ],
  'Who may do what, and what an attacker must not be able to do': ['Only signed-in employees have access'],
  'Authentication, authorisation, encryption and where secrets are kept': [
    'Authentication by single sign-on, authorisation by role, TLS in transit',
    'Single sign-on for people, certificates for machines',
  ],
  'Which failures users must not notice': [
    'The crash of one instance: a health check takes it out and another takes over',
    'The crash of one instance, and a dependency that answers late',
    'The loss of one instance',
  ],
  'Timeouts, retries with backoff, and what is served while a dependency is down': [
    'Calls to dependencies time out and degrade gracefully',
    'A call that fails is tried once more, and the page says so when that fails too',
  ],
  'Personal data held, the rules that apply, and for how long it is kept': [
    'Names of employees are personal data under the GDPR',
    'It is in scope of ISO 27001 and SOC 2, and legal counsel has approved what is recorded about people who work here',
  ],
  'How data is deleted, exported and audited': [
    'Employees who leave are removed, as the data protection officer asked',
    'Records of those who leave are erased after a month, as the law demands',
  ],
  'What an operator must be able to tell within how many minutes': [
    'Whoever is on call can tell within five minutes that something is wrong',
  ],
  'Metrics, logs, traces, and the alert that wakes somebody': [
    'Metrics, structured logs and traces are collected; alerts go to the team on call',
    'Metrics and structured logs are collected; alerts go to the team on call',
  ],
  'Budget per month, or per thousand requests': ['The budget is €2,000 a month'],
  'What the money is spent on, and what would halve it': ['Most of the cost is machines'],
  'Platforms, versions, skills, deadlines and existing systems that are given': [
    'It must run on the existing Kubernetes platform and be ready by June',
  ],
  'How the design lives with them': ['Only languages that the team already knows are used'],

  // Security
  'what comes from outside, and where it is checked': ['all input from outside is validated at the edge'],
  'who is authenticated how, and who is allowed what': [
    'employees sign in with single sign-on, and only members of a team have its permissions',
    'people sign in with single sign-on, and what they may do follows from their team',
  ],
  'what is encrypted, with keys kept where': [
    'everything is encrypted in transit, and secrets are kept in a vault',
    'secrets are kept in a vault and never in the code',
  ],

  // Alternatives
  'Name of an alternative': ['Another rented product'],
  'How it would work.': ['We considered staying with a vendor.'],
  'the reason, with a figure if there is one': ['it would cost twice as much'],
  'Name of another, or leaving things as they are': ['Doing nothing'],
  'the reason': ['the contract ends in June'],

  // Trade-offs
  'What was chosen': ['Our own service'],
  'What becomes better': ['half the cost'],
  'What becomes worse, or the risk taken': ['one more thing to run, and a risk that June is too early'],
  'The reason, and when to think again': ['The contract ends anyway; we look again after a year'],

  // Testing, rollout, operations, open questions
  'How the functional requirements are tested, and where': [
    'Unit and integration tests run on every commit',
    'Unit tests run on every commit, acceptance tests every night',
  ],
  'How load, failure and restore are tested, and what counts as passed': [
    'A load test at twice the peak must pass before the release',
  ],
  'First step, for whom, behind which flag': ['Release to one team behind a feature flag'],
  'Next step, and the figure that must hold before it': [
    'Roll out to everybody after two weeks without an incident',
    'Roll out to everybody after two quiet weeks',
  ],
  'how they are migrated': ['are migrated by a script over one weekend'],
  'how, and how long that stays possible': [
    'roll back by turning the flag off',
    'the flag is turned off again, which stays possible for a month',
  ],
  'metrics and dashboards, with their targets': [
    'a dashboard with the service level objectives',
    'the service level objectives, on a screen in the room of the team',
  ],
  'what wakes whom, and the first step to take': [
    'the team on call is paged and follows the runbook',
    'whoever is on duty is called and follows the runbook',
  ],
  'backups, key rotation, upgrades and who does them': ['the team upgrades dependencies each month'],
  'What is not decided': ['Which team runs it in the long term?'],
  'Who finds out': ['Example Author'],
  'Which day': ['2026-03-01'],
};
