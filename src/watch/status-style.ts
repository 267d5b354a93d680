/** The looks of the status page: light and dark as the reader's system has it; narrow screens scroll tables, not the page. */
export const statusCss = `
:root { color-scheme: light dark; --text: #1c2128; --dim: #59636e; --paper: #fff; --card: #f6f8fa; --line: #d1d9e0;
  --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --paper: #0d1117; --card: #151b23;
  --line: #3d444d; --good: #56d364; --bad: #ff7b72; --warn: #e3b341; --link: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem; max-width: 72rem; color: var(--text); background: var(--paper);
  font: .9375rem/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
h1 { font-size: 1.375rem; margin: 0; } h2 { font-size: 1.0625rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: .9375rem; margin: 1rem 0 .25rem; }
a { color: var(--link); } .dim { color: var(--dim); } .good { color: var(--good); } .bad { color: var(--bad); }
.warn { color: var(--warn); } .state { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .125rem 1rem; margin: 0;
  background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .75rem; text-align: left; vertical-align: top; }
tr:last-child td { border-bottom: 0; } th { color: var(--dim); font-weight: 600; background: var(--card); }
.number { text-align: right; } td { overflow-wrap: anywhere; }
code, pre { font: .8125rem/1.45 ui-monospace, monospace; } pre { margin: 0; white-space: pre-wrap; }
input, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px;
  padding: .25rem .625rem; } input { width: 20rem; max-width: 100%; } button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
`;
