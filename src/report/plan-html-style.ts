/** The looks of a plan as HTML: light and dark as the reader's system has it, and black on white on paper. */
export const planCss = `
:root { color-scheme: light dark; --text: #1c2128; --dim: #59636e; --paper: #fff; --line: #d1d9e0;
  --add: #116329; --del: #a40e26; --warn: #7d4e00; --add-bg: #dafbe1; --del-bg: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --paper: #0d1117; --line: #3d444d;
  --add: #56d364; --del: #ff7b72; --warn: #e3b341; --add-bg: #12261e; --del-bg: #301a1f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; color: var(--text); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .25rem 0 1rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead th { color: var(--dim); font-weight: 600; width: 31%; } thead th:first-child { width: 7%; min-width: 4.5rem; }
td { overflow-wrap: anywhere; } code, pre, td { font-family: ui-monospace, monospace; font-size: .875rem; }
pre { margin: 0; white-space: pre-wrap; } pre del { text-decoration: none; }
.create, ins { color: var(--add); } .delete, del { color: var(--del); } .update, .warning { color: var(--warn); }
.danger { color: var(--del); } .dim { color: var(--dim); }
ins { background: var(--add-bg); text-decoration: none; } del { background: var(--del-bg); }
summary { cursor: pointer; font-weight: 600; }
@media print { :root { color-scheme: light; --text: #000; --dim: #444; --paper: #fff; --line: #999; --add: #0a4a1c;
  --del: #8a0c20; --warn: #5c3a00; --add-bg: #fff; --del-bg: #fff; }
  body { padding: 0; max-width: none; } tr, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
