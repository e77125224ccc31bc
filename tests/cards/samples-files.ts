import { type Samples, type Say, WHY } from './sample-parts.ts';

/** The incident log and the link to its file; and what is wrong with the policy's own file. */
export const fileSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-log': {
    normal: {
      since: '2026-09-01',
      today: '2026-11-24',
      columns: ['Date', 'Where', 'What happened', 'What was done', 'Recorded by'].map((title) => ({ title })),
      why: WHY.section('12'),
    },
  },
  'policy-message': {
    normal: {
      line: say('policy-bad'),
      findings: [
        {
          where: 'oak-lane.yaml, line 12',
          message: '"gards" is not a key that a policy has',
          cure: 'Write "guards"',
        },
      ],
    },
    good: { line: say('policy-good'), findings: [] },
  },
  'log-link': {
    normal: { url: 'https://signpost.example/files/AbCdEf123456', count: 12 },
  },
});
