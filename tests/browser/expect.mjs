// What a test says when it found something.
import assert from "node:assert/strict";

const kShown = 12;

// Fails with the findings, a line each.
export function expect_none(findings) {
  if (findings.length === 0) return;
  const more = findings.length > kShown ? [`… and ${findings.length - kShown} more`] : [];
  assert.fail([`${findings.length} found:`, ...findings.slice(0, kShown), ...more].join("\n  "));
}
