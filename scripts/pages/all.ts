import { commandsPage } from './commands.ts';
import { configPages } from './config.ts';
import { cuesPage } from './cues.ts';
import { errorsPage } from './errors.ts';
import { hintsPage } from './hints.ts';
import type { Page } from './page.ts';
import { privacyPage } from './privacy.ts';
import { readmePage } from './readme.ts';
import { supportLinesPage } from './support-lines.ts';
import { timelinePage } from './timeline.ts';

/** Every page that is made from code. */
export async function generatedPages(): Promise<readonly Page[]> {
  return [
    ...configPages(),
    errorsPage(),
    await commandsPage(),
    cuesPage(),
    hintsPage(),
    timelinePage(),
    supportLinesPage(),
    privacyPage(),
    readmePage(),
  ];
}
