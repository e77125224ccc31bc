import { inWords, minutesOf } from '../../../src/domain/policy/minutes.ts';
import { deadSources, sectionOf, sourceInWords } from '../../../src/domain/policy/source.ts';
import { NO_REFERRALS } from '../../support/referral-file.ts';
import { policyOf } from './small-policy.ts';

const guidance = [
  {
    id: 'kcsie-2026',
    series: 'kcsie',
    publisher: 'DfE',
    title: 'Keeping children safe',
    edition: '2026',
    nation: 'england' as const,
    lastChecked: '2026-11-21',
  },
];
const library = {
  procedures: [],
  contacts: [],
  advice: [],
  guidance,
  floor: undefined as never,
  nicknames: [],
  patterns: [],
  referrals: NO_REFERRALS,
};
const say = (source: string) => sourceInWords(source, policyOf() as never, library);

it.each([
  ['6.3', 'Small policy, section 6.3'],
  ['3; 4.2; 7', 'Small policy, sections 3, 4.2 and 7'],
  ['cover', 'Small policy, cover'],
  ['floor', "Signpost's own rule for everyone"],
  ['default', "Signpost's own default, because the policy does not say"],
  ['kcsie-2026', 'DfE, Keeping children safe (2026)'],
  ['kcsie-2026 part four', 'DfE, Keeping children safe (2026), part four'],
  ['6.3; kcsie-2026', 'Small policy, section 6.3; DfE, Keeping children safe (2026)'],
])('"%s" is said as "%s"', (source, words) => {
  expect(say(source)).toBe(words);
});

it('a section that the policy does not have leads nowhere', () => {
  expect(deadSources('6.3; 9.9', guidance, ['6.3'])).toEqual(['9.9']);
  expect(deadSources('6.3; 9.9', guidance, 'any')).toEqual([]);
  expect(deadSources('6.3; kcsie-2026', guidance, 'none')).toEqual(['6.3']);
  expect(deadSources('kcsie-2031', guidance, 'any')).toEqual(['kcsie-2031']);
});

it('the first part that is of the policy is its section', () => {
  expect(sectionOf('floor; 6.3; 7')).toBe('6.3');
  expect(sectionOf('floor')).toBeUndefined();
});

it.each([
  ['PT5M', 5, '5 minutes'],
  ['PT60M', 60, '1 hour'],
  ['PT4H30M', 270, '4 hours 30 minutes'],
  ['PT1M', 1, '1 minute'],
  ['PT', 0, '0 minutes'],
])('%s is %d minutes', (duration, minutes, words) => {
  expect(minutesOf(duration)).toBe(minutes);
  expect(inWords(duration)).toBe(words);
});
