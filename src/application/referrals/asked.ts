import type { CaseState } from '../../domain/case/state.ts';
import { Consent } from '../../domain/case/work/referrals.ts';
import { Agency } from '../../domain/policy/step.ts';
import type { Press } from '../intent.ts';

/** What somebody asked to have drafted; it travels in the buttons that turn its pages. */
export interface Asked {
  readonly agency?: Agency | undefined;
  readonly place: number;
  readonly consent?: Consent['answer'] | undefined;
  readonly page: number;
  /** The step of the case that asks for the referral, as its form's button has it; empty: none. */
  readonly from: string;
}

const PARTS = '~';
export const argFor = ({ agency, place, consent, page, from }: Asked): string =>
  [agency ?? '', place, consent ?? '', page, from].join(PARTS);

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

/** The child whom it is most likely about: the first who may have been harmed. */
function likeliest({ children }: Pick<CaseState, 'children'>): number {
  const harmed = children.findIndex(({ part }) => part === 'harmed');
  return harmed >= 0 ? harmed : Math.min(0, children.length - 1);
}

/** From a page's button, or from the form; a child who is not in the case is nobody. */
export function askedFor({ arg = '', inputs }: Press, state: Pick<CaseState, 'children'>): Asked {
  const isPage = arg.includes(PARTS);
  const [agency, place, consent, page, from = ''] = isPage ? arg.split(PARTS) : ['', '', '', '0', arg];
  const chosen = whole(inputs.child) ?? whole(place);
  return {
    agency: Agency.safeParse(inputs.agency ?? agency).data,
    place: chosen !== undefined && chosen < state.children.length ? chosen : likeliest(state),
    consent: Consent.shape.answer.safeParse(inputs.consent ?? consent).data,
    page: whole(page) ?? 0,
    from,
  };
}
