import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { back, when } from './away.ts';
import { pressHandOver } from './hand-over.ts';
import { pressRota } from './rota.ts';
import { sitesAnswered } from './who.ts';

/** Every button of being away, of handing over and of the rota: for those who answer reports, and in private. */
export async function pressCover(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (sitesAnswered(deps, person).length === 0) return nothingHere(deps);
  if (!view) return line(deps, 'ask-in-chat');
  switch (press.do) {
    case 'cover.when':
      return when(pressed);
    case 'cover.back':
      return back(pressed);
    case 'cover.rota':
    case 'cover.set':
      return pressRota(pressed);
    default:
      return pressHandOver(pressed);
  }
}
