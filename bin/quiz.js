#!/usr/bin/env node
'use strict';
try {
  require('../dist/boot.cjs');
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    'error: quiz is not built, or not all of it is there: run npm ci in its folder, or install it again\n',
  );
  process.exitCode = 70;
}
