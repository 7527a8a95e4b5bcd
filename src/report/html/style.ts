/**
 * The only style sheet of the page. Colours by what they mean, for light and dark; every pair of text and ground has a
 * contrast of 4.5 at least (axe checks it in the tests), and no meaning stands in a colour alone.
 */
import { html } from './markup.ts';

export const style = html`<style>
:root{color-scheme:light dark;--ground:#fff;--raised:#f5f7f8;--ink:#16202a;--muted:#52606d;--line:#d5dce2;--link:#0b5cad;--left:#2b6d8f;
--cut:#b9d6e4;--added:#b3261e;--band:#a9cfe0;--mark:#0f4c6b;--high:#1f7a5c;--good:#14663c;--good-ground:#e3f3e9;--warn:#7a4b00;--warn-ground:#fdf0d9;--bad:#9b1c14;--bad-ground:#fbe6e4;--open:#3d4854;--open-ground:#eceff2}
@media (prefers-color-scheme:dark){
:root{--ground:#12181e;--raised:#1b232b;--ink:#e8edf2;--muted:#a6b3bf;--line:#36424d;--link:#8ec5ff;--left:#5ba7cc;--cut:#2b4a5b;
--added:#ff8a80;--band:#2f566a;--mark:#9ed8f5;--high:#5fc79f;--good:#8fdcab;--good-ground:#143323;--warn:#f3c77a;--warn-ground:#3a2a0c;--bad:#ffb0a8;--bad-ground:#451a17;--open:#c5d0da;--open-ground:#28323b}
}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif;overflow-wrap:break-word}
header.top,nav.contents,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header.top{padding-top:2.5rem}
.kicker{margin:0;color:var(--muted);font-size:0.875rem;letter-spacing:0.02em}
h1{margin:0.25rem 0 0.5rem;font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.2;text-wrap:balance}
h2{margin:0 0 1rem;font-size:1.45rem;line-height:1.25}
h3{margin:1.75rem 0 0.5rem;font-size:1.1rem;line-height:1.3}
h4{margin:1.5rem 0 0.5rem;font-size:1rem}
p{margin:0.5rem 0;max-width:46rem}
.facts{color:var(--muted)}
section{margin:2.75rem 0;padding-top:1.75rem;border-top:1px solid var(--line)}
main > section:first-child,article > section:first-of-type{border-top:0;padding-top:0.5rem;margin-top:1rem}
article{margin-top:4rem;border-top:4px solid var(--line);padding-top:1.5rem}
article nav.contents{padding:0}
article > section h3:first-child{font-size:1.3rem;margin-top:0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:0.5rem 1rem;z-index:1}
nav.contents{margin-top:1.25rem}
nav.contents ul{display:flex;flex-wrap:wrap;gap:0.25rem 1.1rem;margin:0;padding:0.6rem 0;list-style:none;border:solid var(--line);border-width:1px 0;font-size:0.9rem}
nav.contents a{display:inline-block;padding:0.15rem 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:0.75rem;margin:1.25rem 0 1.5rem}
.tiles > div{background:var(--raised);border-radius:0.5rem;padding:0.75rem 0.85rem;display:flex;flex-direction:column}
.tiles dt{order:1;flex:1;margin:0;color:var(--muted);font-size:0.875rem;font-weight:400}
.tiles dd{margin:0;order:2}
.tiles .figure{white-space:normal}
.tiles dd.big{font-size:1.25rem;font-weight:650;line-height:1.3}
.tiles dd.more{order:3;color:var(--muted);font-size:0.875rem}
.card{border-left:0.4rem solid var(--open);background:var(--open-ground);border-radius:0.5rem;padding:1rem 1.25rem}
.card p{max-width:none}
.card .lead{margin:0 0 0.25rem;font-size:1.3rem}
.card .held{font-size:1rem;margin-left:0.4rem}
.card.good{border-color:var(--good);background:var(--good-ground)}
.card.warn{border-color:var(--warn);background:var(--warn-ground)}
.card.bad{border-color:var(--bad);background:var(--bad-ground)}
.badge{font-weight:700;white-space:nowrap}
.badge.good{color:var(--good)}
.badge.warn{color:var(--warn)}
.badge.bad{color:var(--bad)}
.badge.open{color:var(--open)}
.columns{display:grid;gap:0 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
dl{margin:0.75rem 0}
dt{font-weight:650;margin-top:0.6rem}
dd{margin:0.1rem 0 0;max-width:46rem}
ul{padding-left:1.2rem}
li{margin:0.3rem 0;max-width:46rem}
ul.notes{list-style:none;padding:0;font-size:0.9rem;color:var(--muted)}
ul.notes.warning{color:var(--warn)}
ul.notes.warning li::before{content:'\\26a0\\fe0e\\00a0';font-weight:700}
ul.steps{list-style:none;padding:0}
ul.plain{margin:0.1rem 0}
.note,.legend{font-size:0.9rem;color:var(--muted)}
.sum{font-size:1.05rem}
.next{background:var(--raised);border-radius:0.5rem;padding:0.6rem 1rem;max-width:none}
.figure,.interval{white-space:nowrap;font-variant-numeric:tabular-nums}
.interval,.unknown,.source,.limit,.given{color:var(--muted)}
.interval,.limit,.source{font-size:0.875em;font-weight:400}
.assumed{color:var(--warn)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;font-size:0.875em;overflow-wrap:anywhere}
pre{background:var(--raised);border-radius:0.5rem;padding:0.75rem 1rem;white-space:pre-wrap}
.digest{word-break:break-all}
blockquote{margin:0.5rem 0;padding:0.1rem 1rem;border-left:0.3rem solid var(--line)}
figure{margin:1.75rem 0}
figcaption{font-weight:650;margin-bottom:0.6rem}
.row{display:grid;column-gap:0.9rem;align-items:center;grid-template-columns:15rem minmax(0,1fr) 10.5rem}
.row .name{line-height:1.25;font-size:0.92rem;padding:0.15rem 0}
.row .value{text-align:right;font-size:0.92rem;line-height:1.25}
.row.strong .name,.row.strong .value{font-weight:650}
.row svg{display:block;overflow:visible;align-self:stretch;height:100%;min-height:30px}
.row.axis svg{height:24px;min-height:0}
.row .given{display:block}
.row.axis .value{color:var(--muted);font-size:0.85rem;align-self:start;padding-top:0.15rem}
.grid{stroke:var(--line)}
.reference{stroke:var(--ink);stroke-width:1.5}
.left{fill:var(--left);stroke:var(--left)}
.cut{fill:var(--cut);stroke:var(--left);stroke-dasharray:3 3}
.added{fill:var(--added);stroke:var(--added)}
.low{fill:var(--ground);stroke:var(--high);stroke-width:1.5}
.high{fill:var(--high);stroke:var(--high)}
.band{fill:var(--band)}
.mark{fill:var(--mark)}
text{fill:var(--muted);font-size:0.8rem}
details{margin:0.6rem 0}
summary{cursor:pointer;color:var(--link);font-size:0.9rem;padding:0.2rem 0}
.scroll{overflow-x:auto;margin:0.75rem 0}
table{border-collapse:collapse;width:100%;font-size:0.92rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:0.875rem;padding-bottom:0.35rem}
th,td{text-align:left;vertical-align:top;padding:0.42rem 0.8rem 0.42rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--muted);font-weight:400;font-size:0.875rem;vertical-align:bottom}
tbody th{font-weight:500;min-width:8rem}
.number{text-align:right}
.dense .interval,.dense .source{display:block}
.dense .badge{white-space:normal}
.dense tbody th{min-width:10rem}
td:last-child,th:last-child{padding-right:0}
table.matrix{table-layout:fixed;min-width:22rem}
table.matrix td,table.matrix th{padding:0.45rem 0.6rem;border:1px solid var(--line);text-align:center}
table.matrix tbody th{text-align:left;min-width:0}
table.matrix thead td{border:0}
.matrix .limit{display:block}
.matrix .taken{background:var(--left);color:var(--ground);font-weight:650}
.graded{display:flex;gap:1.25rem;align-items:flex-start}
.graded ul{margin:0}
.grade{flex:none;font-size:2.2rem;font-weight:700;line-height:1;background:var(--raised);border-radius:0.5rem;padding:0.8rem 1.1rem}
.address{display:block;font-size:0.85em;color:var(--muted);word-break:break-all}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin:3rem auto 2.5rem;color:var(--muted);font-size:0.875rem}
:target{background:var(--warn-ground)}
section:target,article:target{background:none}
@media (max-width:44rem){
.row{grid-template-columns:minmax(0,1fr) auto;column-gap:0.75rem;margin-bottom:0.35rem}
.row svg{grid-column:1/-1;grid-row:2;height:30px}
.row.axis .name{display:none}
.row.axis svg{grid-column:1/-1;grid-row:1;height:24px}
.row.axis .value{grid-column:1/-1}
table{font-size:0.85rem}
th,td{padding-right:0.5rem}
tbody th{min-width:5.5rem}
table.matrix{min-width:0}
table.matrix td,table.matrix th{padding:0.4rem 0.25rem;overflow-wrap:anywhere}
.graded{display:block}
.grade{display:inline-block;margin-bottom:0.75rem}
}
@media print{
@page{size:A4;margin:16mm 14mm}
:root{color-scheme:light}
body{font-size:10pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav.contents,.skip{display:none}
header.top,main,footer{max-width:none;padding:0}
header.top{padding-top:0}
section{margin:1.25rem 0;padding-top:1rem}
h1{font-size:1.8rem}
h2,h3,h4,figcaption,caption,thead{break-after:avoid}
figure{break-inside:auto}
.chart,.card,.row,tr,dd,li,blockquote,.tiles{break-inside:avoid}
article{break-before:page;margin-top:0;border-top:0}
.scroll{overflow:visible}
table{font-size:0.78rem}
th,td{padding-right:0.4rem}
tbody th,.dense tbody th{min-width:4.5rem}
td .figure,td .interval{white-space:normal}
.columns{display:block}
summary{display:none}
details::details-content{content-visibility:visible;display:block;height:auto}
.row{grid-template-columns:11rem minmax(0,1fr) 11rem}
.row svg{grid-column:auto;grid-row:auto;height:100%}
.row.axis svg{height:24px}
.row.axis .name{display:block}
.row.axis .value{grid-column:auto}
a{color:inherit}
}
</style>
`;
