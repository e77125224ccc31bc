import { DARK, LIGHT } from '../charts/colours.ts';

const variables = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

const painted = Object.keys(LIGHT)
  .map((name) => `svg .f-${name}{fill:var(--${name})}svg .s-${name}{stroke:var(--${name})}`)
  .join('');

/** The whole style of the page. Colours by name, so that a dark page has its own; on paper it is always light. */
export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)};--page:#f5f6f8;--card:#ffffff;--accent:#17375e}
@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)};--page:#0e1319;--card:#161c24;--accent:#a9cdf2}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:auto}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--accent);color:var(--card);padding:.6rem 1rem;border-radius:.3rem;z-index:1}
.skip:focus{top:1rem}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--s1);outline-offset:2px}
.band{border-top:.4rem solid var(--accent);background:var(--card)}
header,nav,main,footer{max-width:49rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem;padding-bottom:1.75rem}
.school{margin:0;font-weight:600;letter-spacing:.02em;color:var(--accent)}
h1{font-size:clamp(1.55rem,1.1rem + 2vw,2.3rem);line-height:1.2;margin:.35rem 0 .6rem;letter-spacing:-.015em;text-wrap:balance}
.period{margin:0;font-size:1.1rem}
.made{margin:.9rem 0 0;padding:0;list-style:none;color:var(--quiet);font-size:.9rem}
h2{font-size:1.45rem;line-height:1.25;margin:0 0 .9rem;letter-spacing:-.01em;text-wrap:balance}
h3{font-size:1.05rem;line-height:1.35;margin:0}
section>:last-child{margin-bottom:0}
section{background:var(--card);border-radius:.6rem;padding:1.6rem 1.5rem;margin:1.25rem 0}
p{margin:0 0 .8rem;text-wrap:pretty}
li{text-wrap:pretty}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem 1.5rem;margin:0 0 1.5rem;padding:0}
.figures div{min-width:0;border-left:.25rem solid var(--accent);padding-left:.8rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{margin:0;font-size:1.9rem;line-height:1.15;font-weight:700;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.figures dt{color:var(--quiet);font-size:.9rem;line-height:1.35;margin-top:.2rem}
.brief{margin:0;padding-left:1.1rem}
.brief li{margin:.45rem 0;padding-left:.2rem}
nav{padding-top:1rem;padding-bottom:.25rem}
nav h2{font-size:1rem;margin:0 0 .3rem}
nav ol{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
nav a{display:inline-block;padding:.45rem 0}
figure{margin:1.75rem 0 0}
figcaption{margin-bottom:.9rem}
.unit,.hint{display:block;color:var(--quiet);font-size:.9rem}
.hint{margin:.5rem 0 0}
svg{display:block;width:100%;height:auto}
svg.narrow{display:none}
${painted}
details{margin-top:.7rem;font-size:.95rem}
summary{cursor:pointer;color:var(--accent);padding:.45rem 0;width:fit-content}
.block{margin-top:1.75rem}
.block h3{margin-bottom:.5rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule);min-width:3.5rem}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--quiet);font-size:.85rem;font-weight:600;border-bottom:2px solid var(--quiet);vertical-align:bottom}
tbody th{font-weight:400}
.n{text-align:right}
.notes{list-style:none;margin:0;padding:0;font-size:.95rem}
.notes li{margin:.5rem 0}
footer{padding-top:.25rem;padding-bottom:3rem;color:var(--quiet);font-size:.85rem}
code{font:.8rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
@media screen and (max-width:42rem){svg.wide{display:none}svg.narrow{display:block;max-width:25rem}}
@media screen and (min-width:50rem){.k{white-space:nowrap}}
@media screen and (max-width:36rem){
header,nav,main,footer{padding-left:1rem;padding-right:1rem}
header{padding-top:1.6rem;padding-bottom:1.3rem}
main{padding-left:.5rem;padding-right:.5rem}
section{padding:1.25rem 1rem;border-radius:.5rem;margin:.75rem 0}
.figures{grid-template-columns:1fr 1fr;gap:1.1rem .9rem}
.figures dd{font-size:1.6rem}
nav ol{display:block}
.many,.many tbody,.many tr,.many th,.many td{display:block}
.many thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.many tr{padding:.7rem 0;border-bottom:1px solid var(--rule)}
.many th,.many td{border:0;padding:.1rem 0;text-align:left}
.many tbody th{font-weight:600}
.many td{display:flex;justify-content:space-between;gap:1.5rem;text-align:right}
.many td::before{content:attr(data-label);color:var(--quiet);text-align:left}
}
@media print{
@page{margin:18mm 16mm}
:root{--page:#fff}
body{font-size:10.5pt;background:#fff}
.band{border-top-width:3pt}
nav,.skip,details{display:none}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
section{padding:0;margin:26pt 0;border-radius:0}
section>p{break-after:avoid}
h2,h3,figcaption{break-after:avoid}
figure,.block,tr,.figures{break-inside:avoid}
}
`.trim();
