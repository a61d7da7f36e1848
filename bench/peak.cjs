// Loaded before a program that is measured: leaves the most memory it held, in MB, in the file PEAK_FILE.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS / 1024)));
