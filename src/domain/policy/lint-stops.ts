import { error, type Remark } from './finding.ts';
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
