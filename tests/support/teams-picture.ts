import type { Locator, Page } from 'playwright-core';

/** In pixels: the chats and the open one, without the client's own bars; `around` is what it needs above and below a card. */
const PICTURE = { left: 66, top: 49, width: 860, least: 480, most: 3200, around: 230, below: 60 } as const;

interface Box {
  scrollTop: number;
  readonly scrollHeight: number;
  readonly parentElement: Box | null;
}

/** The open chat as a person sees it, as tall as this card needs. */
export async function takePicture(
  page: Page,
  card: Locator,
  { path, isChannel }: { readonly path: string; readonly isChannel: boolean },
): Promise<void> {
  const usual = page.viewportSize();
  const { height = 0, y = 0 } = (await card.boundingBox()) ?? {};
  // In a channel the newest stands on top, below the place to write; elsewhere at the end, above it.
  const needed = Math.ceil(height) + (isChannel ? Math.ceil(y) + PICTURE.below : PICTURE.around);
  const tall = Math.min(PICTURE.most, Math.max(PICTURE.least, needed));
  await page.setViewportSize({ width: usual?.width ?? PICTURE.width, height: tall });
  if (!isChannel)
    await card.evaluate((element) => {
      // Whatever scrolls around the card is scrolled as far as it goes.
      let box = element as unknown as Box | null;
      for (; box !== null; box = box.parentElement) box.scrollTop = box.scrollHeight;
    });
  await page.screenshot({
    path,
    clip: { x: PICTURE.left, y: PICTURE.top, width: PICTURE.width, height: tall - PICTURE.top },
  });
  if (usual !== null) await page.setViewportSize(usual);
}
