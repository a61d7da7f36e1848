#!/usr/bin/env node
'use strict';
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `error: quiz needs Node 20.19 or later, and this is ${process.versions.node}\ninstall a newer one, then run quiz again\n`,
  );
  process.exit(70);
}
try {
  require('../dist/boot.cjs');
} catch (error) {
  const { code, path, resource, syscall } = Object(error);
  const isGone = code === 'MODULE_NOT_FOUND';
  const isForbidden = code === 'ERR_ACCESS_DENIED';
  if (!isGone && !isForbidden && syscall === undefined) throw error;
  const remedy = isForbidden
    ? 'start quiz without --permission, which forbids that'
    : 'check its permissions and the disk, or allow more open files (ulimit -n)';
  process.stderr.write(
    isGone
      ? 'error: quiz is not built, or not all of it is there: run npm ci in its folder, or install it again\n'
      : `error: cannot use ${path || resource || syscall} (${code})\n${remedy}\n`,
  );
  process.exitCode = isGone ? 70 : 5;
}
