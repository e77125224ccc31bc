import type { ReferralFile } from '../../src/domain/policy/referrals.ts';

/** Nobody is waited for, and nothing is drafted: for policies of a few lines. */
export const NO_REFERRALS: ReferralFile = {
  referrals: {
    reply: 'P1D',
    silent: [],
    stages: [{ id: 'again', title: 'Phone again', text: 'Phone them again.', within: 'P1D' }],
    source: 'default',
  },
  parts: {},
  drafts: [],
  left: { heading: '', children: '', reporter: '', opinion: '', account: '', names: '', images: '' },
};
