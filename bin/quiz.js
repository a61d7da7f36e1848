#!/usr/bin/env node
'use strict';
require('../dist/quiz.cjs');
