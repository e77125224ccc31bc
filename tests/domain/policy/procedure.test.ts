import { chooseProcedures, chooseSteps } from '../../../src/domain/policy/procedure.ts';
import { doing, policyOf, procedure } from './small-policy.ts';

const policy = policyOf({
  procedures: [
    procedure('every', { always: true }, [doing('decide')]),
    procedure('mark', { when: { fact: 'harm', in: ['mark'] } }, [
      doing('police', { when: { fact: 'offence', in: ['yes'] } }),
      doing('tell', { after: ['police'] }),
      doing('close', { after: ['tell', 'police'] }),
    ]),
    procedure('chosen', {}, [doing('only')]),
  ],
});
const names = (facts: Parameters<typeof chooseProcedures>[1]) =>
  chooseProcedures(policy, facts).map(({ id }) => id);

it('what is always there is there, and what nobody asked for is not', () => {
  expect(names({})).toEqual(['every']);
});

it('a tick brings its procedure, in the order of the policy', () => {
  expect(names({ harm: ['mark'] })).toEqual(['every', 'mark']);
});

it('a lead can choose one that no tick brings', () => {
  expect(names({ category: ['chosen'] })).toEqual(['every', 'chosen']);
});

it('a step that does not apply is left out, and nothing waits for it', () => {
  const steps = chooseSteps(policy, { harm: ['mark'], offence: ['no'] });
  expect(steps.map(({ id }) => id)).toEqual(['every.decide', 'mark.tell', 'mark.close']);
  expect(steps.map(({ after }) => after)).toEqual([[], [], ['mark.tell']]);
});

it('a step that applies when someone is unsure holds up those after it', () => {
  const steps = chooseSteps(policy, { harm: ['mark'], offence: ['unsure'] });
  expect(steps.map(({ after }) => after)).toEqual([[], [], ['mark.police'], ['mark.tell', 'mark.police']]);
});
