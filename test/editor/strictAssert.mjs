// node:assert/strict for the Web Worker host, where there is no Node.
import assert from 'assert';

// biome-ignore lint/style/noDefaultExport: the module it stands for has one.
export default assert.strict;
export const {
  deepEqual,
  doesNotMatch,
  doesNotReject,
  doesNotThrow,
  equal,
  fail,
  match,
  notDeepEqual,
  notEqual,
  ok,
  rejects,
  throws,
} = assert.strict;
