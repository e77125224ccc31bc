import { error, type Remark, type Stopped } from './finding.ts';
import { lintDocument } from './lint-document.ts';
import type { PolicyFile } from './pack.ts';
import { sectionOf } from './source.ts';

/** Without its steps a search would be anybody's idea of one: it is not offered. */
export const lintSearch = ({ search, procedures }: PolicyFile): readonly Remark[] =>
  search === undefined ||
  procedures.some((entry) => ('use' in entry ? entry.use : entry.id) === 'device-search')
    ? []
    : [
        {
          ...error(
            'search.no-steps',
            ['search'],
            'The pack says who may search a device, and not how',
            'Add "- use: device-search" under "procedures"',
            sectionOf(search.source),
          ),
          stops: 'search',
        },
      ];

/** What the bot does not do until its pack is put right. */
export const stoppedIn = (pack: PolicyFile): readonly Stopped[] =>
  [...lintSearch(pack), ...lintDocument(pack)].flatMap(({ stops }) => stops ?? []);
