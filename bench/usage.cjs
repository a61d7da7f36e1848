// Loaded before a program that is measured: leaves what it used, the most memory in MB and the processor's time in ms, in the
// file USAGE_FILE. Bare Node is measured with it too.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env.USAGE_FILE,
    JSON.stringify({ memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }),
  );
});
