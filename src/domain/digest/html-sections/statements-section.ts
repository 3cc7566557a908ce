import type { Digest, StatementEntry } from '../digest.ts';
import { html, type Markup } from '../html.ts';
import { bidiSafe, commaSeparated, dotted, excerpt, more, section, sourceLink } from './parts.ts';
import { STYLE } from './style.ts';

export function renderStatements({ statements }: Digest): Markup | undefined {
  if (statements.entries.length === 0) return undefined;
  return section('Calls, requests and warnings', [statements.entries.map(renderStatement), more(statements)]);
}

function renderStatement(statement: StatementEntry, index: number): Markup {
  return html`
<div style="${index === 0 ? '' : 'margin-top:20px;'}">
<span class="accent" style="${STYLE.kind}">${statement.kind}</span>
<p class="ink" style="${STYLE.paragraph}margin:0;"><strong>${bidiSafe(statement.who)}</strong> ${bidiSafe(statement.text)}</p>
${excerpt(statement.evidence)}
<p class="muted" style="${STYLE.small}">${dotted(statement.when, statement.isRepeated ? 'told before' : '', html`${commaSeparated(statement.links.map(sourceLink))}`)}</p>
</div>`;
}
