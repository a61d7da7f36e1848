#!/usr/bin/env node
'use strict';
try {
  require('../dist/boot.cjs');
} catch (error) {
  const { code, path, syscall } = error ?? {};
  const isGone = code === 'MODULE_NOT_FOUND';
  if (!isGone && syscall === undefined) throw error;
  process.stderr.write(
    isGone
      ? 'error: quiz is not built, or not all of it is there: run npm ci in its folder, or install it again\n'
      : `error: cannot use ${path ?? syscall} (${code})\ncheck its permissions and the disk, or allow more open files (ulimit -n)\n`,
  );
  process.exitCode = isGone ? 70 : 5;
}
