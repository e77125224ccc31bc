/** What a person's browser does with a link to a file: looks at the page, and presses its button. */
export async function fileOfLink(url: string) {
  const page = await fetch(url);
  const file = await fetch(url, { method: 'POST', headers: { origin: new URL(url).origin } });
  return {
    page: await page.text(),
    status: file.status,
    type: file.headers.get('content-type'),
    name: file.headers.get('content-disposition'),
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
