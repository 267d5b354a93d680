/** The looks of the status page: light and dark as the reader's system has it; narrow screens scroll tables, not the page. */
export const statusCss = `
:root { color-scheme: light dark; --text: #1c2128; --dim: #59636e; --paper: #fff; --card: #f6f8fa; --line: #d1d9e0;
  --edge: #818b98; --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --paper: #0d1117; --card: #151b23;
  --line: #3d444d; --edge: #656c76; --good: #56d364; --bad: #ff7b72; --warn: #e3b341; --link: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem; max-width: 72rem; color: var(--text); background: var(--paper);
  font: .9375rem/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; border-bottom: 1px solid var(--line);
  padding-bottom: .75rem; }
header nav { margin-left: auto; } header p { margin: 0; }
h1 { font-size: 1.375rem; margin: 0; } h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: .9375rem; margin: 1.25rem 0 .375rem; } p { margin: .25rem 0 .5rem; }
a { color: var(--link); } .dim { color: var(--dim); } .good { color: var(--good); } .bad { color: var(--bad); }
.warn { color: var(--warn); } .state { font-weight: 600; } .state::before { content: "●"; margin-right: .375rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .125rem 1rem; margin: 0;
  background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .3125rem .75rem; text-align: left; vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; } tbody th { font-weight: inherit; overflow-wrap: anywhere; }
thead th { color: var(--dim); font-weight: 600; background: var(--card); white-space: nowrap; }
.why { min-width: 11rem; } td code { overflow-wrap: anywhere; } .number { text-align: right; } td { overflow-wrap: break-word; } td:has(time), time { white-space: nowrap; }
code, pre { font: .8125rem/1.45 ui-monospace, monospace; } h4 code { font-weight: 600; } pre { margin: 0; white-space: pre-wrap; }
label { display: block; margin-bottom: .25rem; }
input, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 6px;
  padding: .3125rem .75rem; } input { width: 22rem; max-width: 100%; min-width: 0; } button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul { margin: .375rem 0; padding-left: 1.25rem; } .row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
ul.row, .names, .routes { list-style: none; padding: 0; } header ul.row { margin: 0; }
.names { columns: 15rem; column-gap: 1.5rem; } .names li { overflow-wrap: anywhere; }
.routes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: .75rem; }
.routes > li { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .75rem; overflow-wrap: anywhere; }
h4 { font-size: inherit; font-weight: inherit; margin: 0 0 .375rem; } ol { margin: 0; padding-left: 1.5rem; }
.idle { list-style: none; } ol > li + li { margin-top: .375rem; } summary { color: var(--link); cursor: pointer; width: max-content; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) { body { padding: .75rem; } header nav { margin-left: 0; } th, td { padding: .3125rem .5rem; }
  dl { grid-template-columns: minmax(0, 1fr); padding: .5rem .75rem; } dd + dt { margin-top: .375rem; } }
`;
