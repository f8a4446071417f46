// SPDX-License-Identifier: GPL-3.0-or-later
// Private to report_html.cpp.
#pragma once

namespace quantoscope::session {

/// Everything the page needs to look right without any other file, in light and dark.
inline constexpr const char* kReportStyle = R"css(
:root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --text: #1c2330; --faint: #667085;
  --line: #e2e6ec; --float: #9aa7b8; --accent: #2563c9; --good: #17803d; --bad: #c2410c; }
@media (prefers-color-scheme: dark) { :root { --page: #12161d; --card: #1b212b; --text: #e6eaf0;
  --faint: #97a3b4; --line: #2c3542; --float: #5d6b7e; --accent: #6ea8fe; --good: #5fcf86; --bad: #fb923c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; background: var(--page);
  color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; }
p.sub { margin: 0; color: var(--faint); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin-top: 1.5rem; }
.card, .panel { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.card { padding: .9rem 1rem; }
.card .name { color: var(--faint); font-size: .85rem; }
.card .value { font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.card .note { color: var(--faint); font-size: .85rem; }
.panel { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .6rem; text-align: left; border-top: 1px solid var(--line); }
thead th { border-top: none; font-weight: 600; color: var(--faint); font-size: .85rem; white-space: nowrap; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.key { color: var(--faint); white-space: nowrap; width: 14rem; }
td.name { overflow-wrap: anywhere; }
td.layer { overflow-wrap: anywhere; min-width: 12rem; }
svg.plot { display: block; width: 100%; height: auto; padding: .75rem; }
img.thumb { display: block; width: 64px; height: 64px; object-fit: contain; }
svg.bar { display: block; width: 4rem; height: .8rem; }
svg.bar .track { fill: var(--line); }
svg.bar .weight { fill: var(--float); }
svg.bar .activation { fill: var(--accent); }
.good { color: var(--good); } .bad { color: var(--bad); }
.legend { color: var(--faint); font-size: .85rem; margin: 0 0 .5rem; }
.swatch { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; vertical-align: -1px; margin: 0 .3rem 0 .8rem; }
)css";

/// For pages on paper; only what Qt's rich text knows.
inline constexpr const char* kPrintStyle = R"css(
body { font-family: sans-serif; font-size: 8pt; color: #1c2330; }
h1 { font-size: 16pt; } h2 { font-size: 11pt; margin-top: 16px; margin-bottom: 4px; }
p.sub, .note, td.key, th, .legend { color: #667085; }
 .value { font-size: 13pt; font-weight: bold; }
td, th { padding-left: 4px; padding-right: 8px; padding-top: 2px; padding-bottom: 2px; }
td.n, th.n { text-align: right; }
th { text-align: left; } .good { color: #17803d; } .bad { color: #c2410c; }
)css";

} // namespace quantoscope::session
