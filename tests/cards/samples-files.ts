import { type Samples, WHY } from './sample-parts.ts';

/** The incident log, and the link to its file. */
export const fileSamples = (): Readonly<Record<string, Samples>> => ({
  'form-log': {
    normal: {
      since: '2026-09-01',
      today: '2026-11-24',
      columns: ['Date', 'Where', 'What happened', 'What was done', 'Recorded by'].map((title) => ({ title })),
      why: WHY.section('12'),
    },
  },
  'log-link': {
    normal: { url: 'https://signpost.example/files/AbCdEf123456', count: 12 },
  },
});
